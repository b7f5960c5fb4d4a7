using Kajabi.Cli.Output;
using Kajabi.Sandbox;

namespace Kajabi.Cli.Tests;

public sealed class WhoAmITests
{
    [Fact]
    public async Task It_shows_the_user_the_sites_and_the_base_URL_without_credentials()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        IReadOnlyDictionary<string, string> account = SandboxApi.Environment(sandbox);

        CliResult json = await CliProcess.RunAsync(account, "whoami", "--json");
        CliResult output = await InProcessCli.RunAsync(account, "whoami", "--output", "json");
        CliResult text = await InProcessCli.RunAsync(account, "whoami", "--output", "table");
        CliResult none = await InProcessCli.RunAsync(account, "whoami");

        Assert.Equal((0, 0, string.Empty), (json.ExitCode, text.ExitCode, json.Error));
        Assert.Equal((json.Output, text.Output), (output.Output, none.Output));
        Assert.Equal(sandbox.BaseAddress.AbsoluteUri, (string?)json.Json["address"]);
        Assert.Equal("Mira Okafor", (string?)json.Json["user"]!["attributes"]!["name"]);
        Assert.Equal(["1", "2148432935"], json.Json["sites"]!.Select(static site => (string?)site["id"]));
        Assert.Contains("Mira Okafor", text.Output, StringComparison.Ordinal);
        Assert.Contains("sites 1 Kiln & Clay", text.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.ClientSecret, json.Output + json.Error + text.Output + text.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.ClientId, json.Output + json.Error + text.Output + text.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_credentials_are_an_API_error()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        Dictionary<string, string> account = new(SandboxApi.Environment(sandbox)) { ["KAJABI_CLIENT_SECRET"] = "hush-hush" };

        CliResult result = await InProcessCli.RunAsync(account, "whoami");

        Assert.Equal((1, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains("KAJABI_CLIENT_SECRET", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_with_brackets_is_shown()
    {
        using StringWriter output = new();
        Terminal terminal = new(output, TextWriter.Null, static _ => null);

        new Identity(new Uri("http://[::1]:5000"), new User(), []).WriteText(terminal);

        Assert.Contains("http://[::1]:5000/", output.ToString(), StringComparison.Ordinal);
    }
}
