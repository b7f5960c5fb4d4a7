using Kajabi.Composer.CommandLine;
using Kajabi.Contract.Commands;
using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.Drift;

/// <summary>Tests the command `drift` with its output and exit codes.</summary>
public sealed class DriftCommandTests : IDisposable
{
    private const string Base = """
        openapi: 3.1.0
        paths:
          /a:
            get:
              responses:
                '200': { description: ok }
                '404': { description: removed }

        """;

    private static readonly string[] s_members = ["id", "severity", "operation", "direction", "location"];

    private readonly string _folder = Directory.CreateTempSubdirectory("kajabi-drift-").FullName;

    [Fact]
    public void No_change_exits_with_0() => Assert.Equal(0, Run(Base, Base).ExitCode);

    [Fact]
    public void A_change_exits_with_1_and_reports_its_location()
    {
        (int exitCode, string output, _) = Run(Base, Base.Replace("404", "409", StringComparison.Ordinal));

        Assert.Equal(1, exitCode);
        Assert.Contains("base.yaml(7,9): info response-non-success-status-removed: GET /a response 404", output, StringComparison.Ordinal);
        Assert.Contains(
            "revision.yaml(7,9): info response-non-success-status-added: GET /a response 409",
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_change_that_is_not_breaking_exits_with_0_if_only_breaking_changes_count() =>
        Assert.Equal(
            0,
            Run(
                Base,
                Base.Replace("        '404': { description: removed }\n", string.Empty, StringComparison.Ordinal),
                FailOn.Breaking
            ).ExitCode
        );

    [Fact]
    public void A_finding_in_JSON_has_all_members()
    {
        JObject report = JObject.Parse(Run(Base, Base.Replace("404", "4XX", StringComparison.Ordinal), format: ReportFormat.Json).Output);

        JToken finding = Assert.Single(report["findings"]!);
        Assert.Equal(
            ["response-non-success-status-added", "info", "GET /a", "response", "4XX"],
            s_members.Select(member => (string?)finding[member])
        );
        Assert.Equal(16, ((string)finding["fingerprint"]!).Length);
    }

    [Theory]
    [InlineData("swagger: '2.0'\npaths: {}")]
    [InlineData("openapi: 3.1.0")]
    [InlineData("openapi: 3.1.0\npaths: [")]
    public void An_invalid_file_exits_with_3(string revision)
    {
        (int exitCode, string output, string errors) = Run(Base, revision);

        Assert.Equal(3, exitCode);
        Assert.Empty(output);
        Assert.Contains("revision.yaml(", errors, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private (int ExitCode, string Output, string Errors) Run(
        string before,
        string after,
        FailOn failOn = FailOn.Any,
        ReportFormat format = ReportFormat.Text
    )
    {
        using StringWriter output = new();
        using StringWriter errors = new();
        int exitCode = DriftCommand.Run(
            Write("base.yaml", before),
            Write("revision.yaml", after),
            new ReportSettings(format, null, failOn, null),
            output,
            errors
        );
        return (exitCode, output.ToString(), errors.ToString());
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
