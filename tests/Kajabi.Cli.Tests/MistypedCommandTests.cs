namespace Kajabi.Cli.Tests;

/// <summary>Mistyped commands, options and values are rejected with a suggestion.</summary>
public sealed class MistypedCommandTests
{
    [Theory]
    [InlineData("There is no command 'lst'. Did you mean list?", "lst")]
    [InlineData("There is no command 'lst'. Did you mean list?", "help", "lst")]
    [InlineData("There is no command 'contacts'. Known names: api, completion, create", "contacts")]
    [InlineData("There is no command 'Get'. Did you mean get", "Get", "contacts", "1")]
    [InlineData("'kajabi list' has no option '--limt'. Did you mean --limit?", "list", "contacts", "--limt", "5")]
    [InlineData("'kajabi list' has no option '--limt'. Did you mean --limit?", "list", "contacts", "--limt=5")]
    [InlineData("'kajabi' has no option '--hepl'. Did you mean --help?", "--hepl")]
    [InlineData("Did you mean contacts?", "get", "contcats", "1")]
    [InlineData("'1'", "get", "contacts", "0", "1")]
    [InlineData("--output must be table, json or csv; 'jsn' is not. Did you mean json?", "list", "contacts", "--output", "jsn")]
    [InlineData("--json and --output", "list", "contacts", "--json", "--output", "csv")]
    [InlineData("--json and --output", "whoami", "--json", "--output", "table")]
    [InlineData("--output must be table or json; 'csv' is not", "whoami", "--output", "csv")]
    [InlineData("--output must be table or json; 'csv' is not", "explain", "contacts", "--output", "csv")]
    [InlineData(
        "reads 'tags'; some types are only included in other resources. Did you mean contact_tags?",
        "list",
        "tags",
        "--columns",
        "id,name"
    )]
    [InlineData("reads 'tags'", "get", "tags", "1", "--columns", "id,name")]
    [InlineData("'contacts' has no column 'nam'. Did you mean name?", "list", "contacts", "--columns", "id,nam")]
    [InlineData("has no column 'custom_151'", "get", "contacts", "1", "--columns", "custom_151")]
    [InlineData("--columns", "list", "contacts", "--json", "--columns", "name")]
    [InlineData("--full", "list", "contacts", "--json", "--full")]
    [InlineData("--full", "list", "contacts", "--columns", "name", "--full")]
    [InlineData("--limit must be a positive number; '0' is not", "list", "contacts", "--limit", "0")]
    [InlineData("--limit shows a number", "list", "contacts", "--limit", "5", "--all")]
    [InlineData("Did you mean zsh?", "completion", "zhs")]
    public async Task It_is_a_usage_error_with_a_suggestion(string expected, params string[] arguments)
    {
        string error = await RejectedCommand.RunAsync(arguments);

        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_value_of_an_unknown_option_is_not_repeated()
    {
        CliResult result = await InProcessCli.RunAsync(new Dictionary<string, string>(), "whoami", "--client-secret=hush-hush");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("'--client-secret'", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_command_is_reported_once()
    {
        CliResult result = await InProcessCli.RunAsync(new Dictionary<string, string>(), "lst", "contacts");

        Assert.Equal(
            "kajabi: There is no command 'lst'. Did you mean list?\nkajabi: see 'kajabi --help' and 'kajabi <command> --help'.\n",
            result.Error
        );
    }
}
