using System.Text;
using CsvHelper;
using Newtonsoft.Json;

namespace Kajabi.Cli.Tests;

/// <summary>CSV for spreadsheets: text that would run as a formula, and the byte order mark that Excel needs to recognize UTF-8.</summary>
public sealed class SpreadsheetTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(1)")]
    [InlineData("\n=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("\t=1+1")]
    [InlineData("\tx")]
    [InlineData("\nx")]
    [InlineData("  =1+1")]
    [InlineData("\u00A0=1+1")]
    [InlineData("\uFEFF=1+1")]
    [InlineData("\u200B=1+1")]
    [InlineData(" \r\n\t @x")]
    [InlineData("\uFF1D1+1")]
    [InlineData("\uFF0B1")]
    [InlineData("\uFF0D1")]
    [InlineData("\uFF20x")]
    public async Task Text_that_a_spreadsheet_would_run_is_escaped(string text)
    {
        Assert.Equal("'" + text, await ExportNameAsync(text, "--escape-formulas"));
        Assert.Equal(text, await ExportNameAsync(text));
    }

    [Theory]
    [InlineData("Ada")]
    [InlineData("a=b")]
    [InlineData(" Ada-Lovelace")]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Other_text_is_unchanged(string text) => Assert.Equal(text, await ExportNameAsync(text, "--escape-formulas"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_byte_order_mark_is_written_with_the_option(bool isRequested)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync("""{"data":[{"id":"1","type":"contacts","attributes":{"name":"ä"}}]}""");
        using TemporaryFolder folder = new();

        CliResult result = await InProcessCli.RunAsync(
            api.Environment,
            ["export", "contacts", "--format", "csv", "--output", folder.File("all"), .. isRequested ? ["--bom"] : Array.Empty<string>()]
        );

        byte[] bytes = await File.ReadAllBytesAsync(folder.File("all"));
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(isRequested ? 0 : -1, bytes.AsSpan().IndexOf(Encoding.UTF8.Preamble));
        Assert.Equal(isRequested ? 0 : -1, bytes.AsSpan().LastIndexOf(Encoding.UTF8.Preamble));
    }

    [Fact]
    public async Task A_resumed_export_has_one_byte_order_mark()
    {
        bool isServerFixed = false;
        await using LoopbackApi api = await LoopbackApi.StartAsync(request =>
            request.Query["page[number]"] == "2" && !isServerFixed
                ? new LoopbackResponse(string.Empty, 403)
                : CreatePage((string?)request.Query["page[number]"] ?? "1")
        );
        using TemporaryFolder folder = new();
        string[] export = ["export", "contacts", "--format", "csv", "--output", folder.File("all"), "--bom"];

        CliResult interrupted = await InProcessCli.RunAsync(api.Environment, export);
        isServerFixed = true;
        CliResult withoutOption = await InProcessCli.RunAsync(api.Environment, [.. export[..^1], "--resume"]);
        CliResult resumed = await InProcessCli.RunAsync(api.Environment, [.. export, "--resume"]);

        byte[] bytes = await File.ReadAllBytesAsync(folder.File("all"));
        Assert.Equal((1, 2, 0), (interrupted.ExitCode, withoutOption.ExitCode, resumed.ExitCode));
        Assert.Equal((0, 0), (bytes.AsSpan().IndexOf(Encoding.UTF8.Preamble), bytes.AsSpan().LastIndexOf(Encoding.UTF8.Preamble)));
    }

    private static LoopbackResponse CreatePage(string id) =>
        new($$$"""{"data":[{"id":"{{{id}}}","type":"contacts","attributes":{"name":"ä"}}],"meta":{"total_pages":2,"total_count":2}}""");

    private static async Task<string?> ExportNameAsync(string name, params string[] arguments)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(
            $$$"""{"data":[{"id":"1","type":"contacts","attributes":{"name":{{{JsonConvert.ToString(name)}}}}}]}"""
        );
        CliResult result = await InProcessCli.RunAsync(
            api.Environment,
            ["export", "contacts", "--format", "csv", "--output", "-", .. arguments]
        );
        Assert.Equal(0, result.ExitCode);

        using CsvReader csv = CsvReader.Create(new StringReader(result.Output));
        Assert.True(csv.Read());
        return csv.GetString(2);
    }
}
