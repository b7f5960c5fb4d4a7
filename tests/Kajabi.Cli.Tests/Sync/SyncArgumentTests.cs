namespace Kajabi.Cli.Tests.Sync;

/// <summary>Arguments of the command, whose messages contain no password.</summary>
public sealed class SyncArgumentTests
{
    [Theory]
    [InlineData("contacts --into Host=127.0.0.1;Port=1;Password=s3cret", 4, "Failed to connect")]
    [InlineData("contacts --into postgres://user:s3cret@127.0.0.1:1/db", 4, "Failed to connect")]
    [InlineData("contacts --into Host=127.0.0.1;Pasword=s3cret", 2, "connection string is invalid")]
    [InlineData("contacts --into Host=127.0.0.1;Password=a;s3cret=b", 2, "connection string is invalid")]
    [InlineData("contacts --into Host=127.0.0.1;Password=a;s3cret", 2, "connection string is invalid")]
    [InlineData("contacts --into Host=127.0.0.1;Port=s3cret", 2, "connection string is invalid")]
    [InlineData("contacts --into postgres://user:s3cret@host:port/db", 2, "connection string is invalid")]
    [InlineData("contacts --into postgres://user:a@127.0.0.1/db?s3cret=1", 2, "connection string is invalid")]
    [InlineData("contacts Host=127.0.0.1;Password=s3cret --into a.db", 2, "a database belongs behind --into")]
    [InlineData("contacts postgres://user:s3cret@127.0.0.1/db", 2, "a database belongs behind --into")]
    public async Task No_message_contains_the_password(string arguments, int exitCode, string message)
    {
        CliResult result = await InProcessCli.RunAsync(new Dictionary<string, string>(), ["sync", .. arguments.Split(' ')]);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", result.Error + result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contacts", "The database is missing. Add --into <file>, or set KAJABI_SYNC_INTO")]
    [InlineData("contcts --into a.db", "'contcts' cannot be synchronized")]
    [InlineData("kajabi_payments_payouts --into a.db", "only one with a required filter")]
    [InlineData("contacts --into a.db --page-size x", "--page-size must be a positive number")]
    public async Task Invalid_arguments_are_usage_errors(string arguments, string message)
    {
        CliResult result = await InProcessCli.RunAsync(new Dictionary<string, string>(), ["sync", .. arguments.Split(' ')]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_and_a_missing_folder_are_reported()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder.File("text"), new string('x', 4096));

        CliResult text = await InProcessCli.RunAsync(new Dictionary<string, string>(), "sync", "sites", "--into", folder.File("text"));
        CliResult missing = await InProcessCli.RunAsync(new Dictionary<string, string>(), "sync", "sites", "--into", folder.File("a/b"));

        Assert.Equal((4, 4), (text.ExitCode, missing.ExitCode));
        Assert.Contains("file is not a database", text.Error, StringComparison.Ordinal);
        Assert.Equal(["text"], folder.Files);
    }

    [Fact]
    public async Task The_file_can_be_read_by_its_owner_only_and_links_are_not_followed()
    {
        using TemporaryFolder folder = new();
        File.CreateSymbolicLink(folder.File("link"), folder.File("target"));

        CliResult created = await InProcessCli.RunAsync(new Dictionary<string, string>(), "sync", "sites", "--into", folder.File("mirror"));
        CliResult linked = await InProcessCli.RunAsync(new Dictionary<string, string>(), "sync", "sites", "--into", folder.File("link"));

        Assert.Equal((0, 2), (created.ExitCode, linked.ExitCode));
        Assert.Equal(["link", "mirror"], folder.Files);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File("mirror")));
        }
    }
}
