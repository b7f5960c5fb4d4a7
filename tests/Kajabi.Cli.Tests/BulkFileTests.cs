using System.Text;

namespace Kajabi.Cli.Tests;

/// <summary>The CSV files and options of <c>--from</c> that are accepted, and those that are rejected before anything is sent.</summary>
public sealed class BulkFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("id\n7\n8\n")]
    [InlineData("\uFEFFid\r\n7\r\n8\r\n")]
    [InlineData("\"name\",\"ID\"\n\"Osei, Mila\",\"7\"\n\"a \"\"b\"\"\",8\n")]
    [InlineData("id;email\n7;a@example.com\n8;\n")]
    [InlineData("type,id\ncontacts, 7\ncontacts,8\n\n")]
    [InlineData("id\n7\n8\n7")]
    public async Task The_ids_of_a_file_are_read(string csv)
    {
        CliResult result = await RunAsync(csv);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["contacts 7 planned", "contacts 8 planned"], result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("", "has no rows")]
    [InlineData("id\n", "has no rows")]
    [InlineData("7\n8\n", "not a header with the column id or email")]
    [InlineData("contact,name\n7,Ada\n", "not a header with the column id or email: contact, name")]
    [InlineData("id,email\n7,\n,\n", "Line 3 of", "neither an id nor an email")]
    [InlineData("email\nada\n", "Line 2 of", "not an e-mail address")]
    [InlineData("id\n2.14843E+09\n", "Line 2 of", "rounded number")]
    [InlineData("id\n../sites\n", "Line 2 of")]
    [InlineData("id,type\n7,customers\n", "Line 2 of", "type 'customers'")]
    [InlineData("id,name\n7,\"Ada\n", "not a valid CSV file")]
    [InlineData("id,name\n7\n", "not a valid CSV file")]
    public async Task A_file_that_cannot_be_used_is_a_usage_error(string csv, params string[] expected)
    {
        CliResult result = await RunAsync(csv);

        Assert.Equal((2, string.Empty), (result.ExitCode, result.Output));
        Assert.All(expected, text => Assert.Contains(text, result.Error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--report <file>", "tag", "789", "--from", "contacts", "--filter", "site_id=1")]
    [InlineData("would change all contacts", "tag", "789", "--from", "contacts", "--report", "r")]
    [InlineData("has no filter 'colour'", "tag", "789", "--from", "contacts", "--filter", "colour=red", "--report", "r")]
    [InlineData("contacts are to be changed", "tag", "789", "--from", "customers", "--filter", "site_id=1", "--report", "r")]
    [InlineData("--filter belongs to", "tag", "789", "--from", "missing.csv", "--filter", "site_id=1", "--report", "r")]
    [InlineData("cannot be read", "tag", "789", "--from", "missing.csv", "--report", "r")]
    [InlineData("--report <file>", "tag", "789", "--from", "contacts", "--filter", "site_id=1", "--dry-run", "--resume")]
    [InlineData("--dry-run belongs to --from", "tag", "7", "789", "--dry-run")]
    [InlineData("Specify the name or the id of a tag", "tag", "--from", "contacts", "--filter", "site_id=1", "--report", "r")]
    [InlineData("Specify the name or the id of a tag", "untag", "7")]
    [InlineData("--no-welcome-email", "grant", "contacts", "456", "--from", "contacts", "--filter", "site_id=1", "--report", "r")]
    [InlineData("Omit one", "revoke", "--link", "https://example.com/x", "--from", "contacts")]
    [InlineData("id of an offer", "revoke", "contacts", "--from", "contacts", "--filter", "site_id=1", "--report", "r")]
    public async Task Options_that_cannot_be_used_are_a_usage_error(string expected, params string[] arguments)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync("""{"data":[]}""");

        CliResult result = await InProcessCli.RunAsync(api.Environment, arguments);

        Assert.Equal((2, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Empty(api.Sent);
    }

    [Fact]
    public async Task An_email_requires_a_site_if_the_account_has_several()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync("""{"data":[{"id":"1","type":"sites"},{"id":"2","type":"sites"}]}""");
        string path = _folder.File("targets.csv");
        await File.WriteAllTextAsync(path, "email\nada@example.com\n", Encoding.UTF8);

        CliResult result = await InProcessCli.RunAsync(api.Environment, "tag", "789", "--from", path, "--dry-run");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("2 sites (1, 2)", result.Error, StringComparison.Ordinal);
        Assert.Contains("--site", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<CliResult> RunAsync(string csv)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync("""{"data":[]}""");
        string path = _folder.File("targets.csv");
        await File.WriteAllTextAsync(path, csv);
        return await InProcessCli.RunAsync(api.Environment, "tag", "789", "--from", path, "--dry-run");
    }
}
