namespace Kajabi.Cli.Tests;

/// <summary><c>delete</c> names what it deletes and where, and asks for a confirmation.</summary>
public sealed class DeleteTests
{
    private const string Contact = """
        {
          "data": { "id": "7", "type": "contacts", "attributes": { "name": "Ada Byron", "email": "ada@example.com" },
                    "relationships": { "site": { "data": { "type": "sites", "id": "9" } } } }
        }
        """;

    [Theory]
    [InlineData(null, 2, "--yes")]
    [InlineData("", 130, "nothing was deleted")]
    [InlineData("y", 130, "nothing was deleted, because the input was not yes")]
    [InlineData("yes", 0, "Type yes")]
    public async Task It_requires_the_confirmation_yes(string? input, int exitCode, string expected)
    {
        await using LoopbackApi api = await StartAsync();

        CliResult result = await InProcessCli.RunAsync(
            api.Environment,
            input is null ? null : new StringReader(input),
            "delete",
            "contact",
            "7"
        );

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Equal(
            exitCode == 0 ? ["/v1/contacts/7"] : [],
            api.Sent.Where(static sent => sent.Method == "DELETE").Select(static sent => sent.Target)
        );
        Assert.Equal(input is not null, api.Sent.Any(static sent => sent.Method == "GET"));
    }

    [Fact]
    public async Task The_prompt_and_the_result_name_the_resource_its_site_and_the_host()
    {
        await using LoopbackApi api = await StartAsync();
        string host = new Uri(api.Environment["KAJABI_BASE_URL"]).Authority;
        using StringReader input = new("yes");

        CliResult prompted = await InProcessCli.RunAsync(api.Environment, input, "delete", "contact", "7");
        CliResult confirmed = await InProcessCli.RunAsync(api.Environment, "delete", "contact", "7", "--yes");

        string description = $"contacts 7 \"Ada Byron\" of site 9 in {host}";
        Assert.Equal((0, 0), (prompted.ExitCode, confirmed.ExitCode));
        Assert.Contains($"delete {description} permanently? Type yes: ", prompted.Error, StringComparison.Ordinal);
        Assert.Equal($"kajabi: deleted {description}.\n", confirmed.Error);
        Assert.Equal("contacts 7 deleted\n", confirmed.Output);
    }

    [Fact]
    public async Task In_the_sandbox_it_names_the_sandbox()
    {
        CliResult result = await InProcessCli.RunAsync(new Dictionary<string, string>(), "delete", "contact", "2148433001", "--yes");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("contacts 2148433001 \"Tomas Moreau\" of site ", result.Error, StringComparison.Ordinal);
        Assert.Contains(" in the sandbox.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_that_cannot_be_deleted_remains_and_its_values_are_not_blamed()
    {
        CliResult result = await InProcessCli.RunAsync(new Dictionary<string, string>(), "delete", "contact", "123", "--yes");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Nothing was deleted. Remove what prevents it", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Correct the reported values", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_that_does_not_exist_is_not_deleted()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(_ => new LoopbackResponse(string.Empty, 404));

        CliResult result = await InProcessCli.RunAsync(api.Environment, "delete", "contact", "7", "--yes");

        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain(api.Sent, static sent => sent.Method == "DELETE");
    }

    private static Task<LoopbackApi> StartAsync() =>
        LoopbackApi.StartAsync(static request =>
            request.Method == "GET" ? new LoopbackResponse(Contact) : new LoopbackResponse(string.Empty, 204)
        );
}
