using Kajabi.Contract.Commands;
using Kajabi.Contract.Reporting;

namespace Kajabi.Contract.Tests.Lint;

/// <summary>All commands reject names that contain code. <c>NameRuleTests</c> tests the composer.</summary>
public sealed class UnsafeNameTests : IDisposable
{
    private const string Hostile = """filter[x" + System.IO.File.ReadAllText("/etc/hostname") + "]""";

    private static readonly ReportSettings s_settings = new(ReportFormat.Text, null, FailOn.None, null);

    private readonly string _folder = Directory.CreateTempSubdirectory("kajabi-names-").FullName;

    public static TheoryData<string> Commands => ["lint", "update", "impact", "payloads"];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_parameter_name_that_contains_code_is_rejected_with_file_line_pointer_and_remedy(string command)
    {
        string ours = Write("ours.yaml", Contract("filter[x]"));
        string theirs = Write("theirs.yaml", Contract(Hostile));
        string before = File.ReadAllText(ours);
        using StringWriter output = new();

        int exitCode = command switch
        {
            "lint" => LintCommand.Run(theirs, null, s_settings with { FailOn = FailOn.Any }, output, output),
            "update" => UpdateCommand.Run(theirs, ours, null, s_settings, output, output),
            "impact" => ImpactCommand.Run(ours, theirs, null, null, s_settings, output, output),
            _ => PayloadsCommand.Run(_folder, theirs, null, null, s_settings, output, output),
        };

        Assert.Equal(command == "lint" ? 1 : 3, exitCode);
        Assert.Contains("theirs.yaml(6,", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("KC0020", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("#/paths/~1v1~1things/get/parameters/0/name", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Rename it", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(ours));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Contract(string parameter) =>
        $"""
            openapi: 3.1.1
            paths:
              /v1/things:
                get:
                  tags: [Things]
                  parameters: [{"{"} name: '{parameter}', in: query, schema: {"{"} type: string {"}"} {"}"}]
                  responses: {"{"} '204': {"{"} description: d {"}"} {"}"}
            """;

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
