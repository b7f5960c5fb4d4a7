using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary>The command without configuration.</summary>
public sealed class FirstRunTests
{
    private static readonly Dictionary<string, string> s_emptyEnvironment = [];

    [Fact]
    public async Task Without_a_client_id_the_sandbox_is_used_and_reported()
    {
        CliResult result = await CliProcess.RunAsync(s_emptyEnvironment, "get", "contacts", "123", "--full");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("sandbox", result.Error, StringComparison.Ordinal);
        string[] lines = result.Output.Split('\n');
        Assert.Equal("contacts 123", lines[0]);
        Assert.Contains(lines, static line => line.StartsWith("├── customer: customers ", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.StartsWith("├── offers (", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.Contains("net_revenue", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, static line => line.Contains('\u001b') || line.EndsWith(' '));
    }

    [Fact]
    public async Task Standard_output_contains_only_json_with_the_option()
    {
        CliResult result = await CliProcess.RunAsync(
            s_emptyEnvironment,
            "get",
            "contacts",
            "123",
            "--include",
            "offers,tags,customer",
            "--json"
        );

        JToken relationships = result.Json["relationships"]!;
        Assert.Equal(("contacts", "123"), ((string?)result.Json["type"], (string?)result.Json["id"]));
        Assert.All(["offers", "tags"], name => Assert.All(relationships[name]!, static one => Assert.NotEmpty(one["attributes"]!)));
        Assert.NotNull(relationships["customer"]!["attributes"]!["net_revenue"]);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Every_type_is_listed_and_its_first_resource_is_read(string type)
    {
        string[] filter = type == "kajabi_payments_payouts" ? ["--filter", "site_id=1"] : [];

        CliResult list = await InProcessCli.RunAsync(s_emptyEnvironment, ["list", type, "--json", "--all", .. filter]);
        Assert.Equal(0, list.ExitCode);
        string id = (string)list.Lines[0]["id"]!;
        CliResult get = await InProcessCli.RunAsync(s_emptyEnvironment, ["get", type, id, "--json", .. filter]);

        Assert.Equal((0, type, id), (get.ExitCode, (string?)get.Json["type"], (string?)get.Json["id"]));
        Assert.NotEmpty(get.Json["attributes"]!);
    }

    [Fact]
    public async Task All_pages_of_the_sandbox_are_read_once()
    {
        CliResult list = await InProcessCli.RunAsync(s_emptyEnvironment, "list", "contacts", "--json", "--all", "--page-size", "10");

        string?[] ids = [.. list.Lines.Select(static line => (string?)line["id"])];
        Assert.True(ids.Length > 10, "The sandbox has more contacts than a page.");
        Assert.Equal(ids.Distinct(), ids);
    }

    public static TheoryData<string> Types() => [.. Operations.ResourceCatalog.Types];
}
