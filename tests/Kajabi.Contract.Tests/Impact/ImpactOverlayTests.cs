using Kajabi.Contract.Commands;
using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.Impact;

/// <summary>The impact of a changed overlay, with an overlay for each side.</summary>
public sealed class ImpactOverlayTests : IDisposable
{
    private const string Contract = """
        openapi: 3.1.1
        info: { title: t, version: '1' }
        paths:
          /v1/things:
            get:
              tags: [Things]
              responses:
                '200':
                  description: d
                  content:
                    application/vnd.api+json:
                      schema:
                        type: object
                        properties:
                          data:
                            type: array
                            items:
                              type: object
                              properties: { attributes: { type: object, properties: { name: { type: string } } } }
        """;

    private const string Overlay = """
        overlay: 1.0.0
        info: { title: t, version: '1' }
        actions:
          - { target: $..attributes.properties.name, description: d, update: { x-csharp-name: Title } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("kajabi-impact-").FullName;

    [Fact]
    public void A_rename_by_the_overlay_is_measured_with_the_overlay_of_each_side()
    {
        string contract = Write("contract.yaml", Contract);
        string overlay = Write("overlay.yaml", Overlay);
        using StringWriter output = new();

        ImpactCommand.Run(
            contract,
            contract,
            null,
            overlay,
            new ReportSettings(ReportFormat.Json, null, FailOn.None, null),
            output,
            output
        );

        JObject report = JObject.Parse(output.ToString());
        Assert.Equal("major", (string?)report["verdict"]);
        Assert.Equal(["KC0203 ThingAttributes.Name", "KC0204 ThingAttributes.Title"], Findings(report));
    }

    [Theory]
    [InlineData("", "Title", "Title")]
    [InlineData("--base-overlay none", "Name", "Title")]
    [InlineData("--overlay none", "Name", "Name")]
    [InlineData("--overlay none --base-overlay overlay.yaml", "Title", "Name")]
    public void The_overlay_of_the_base_is_the_one_of_the_revision_unless_it_is_specified(string options, string before, string after)
    {
        string contract = Write("contract.yaml", Contract);
        string overlay = Write("overlay.yaml", Overlay);
        string report = Path.Combine(_folder, "report.json");
        string arguments = options.Replace("overlay.yaml", overlay, StringComparison.Ordinal);

        int exitCode = ImpactCommand
            .Create()
            .Parse([
                contract,
                contract,
                "--format",
                "json",
                "--output",
                report,
                .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            ])
            .Invoke();

        Assert.Equal(before == after ? 0 : 1, exitCode);
        Assert.Equal(
            before == after ? [] : [$"KC0203 ThingAttributes.{before}", $"KC0204 ThingAttributes.{after}"],
            Findings(JObject.Parse(File.ReadAllText(report)))
        );
    }

    [Theory]
    [InlineData("- a.yaml", true)]
    [InlineData("a.yaml b.yaml --overlay -", true)]
    [InlineData("a.yaml b.yaml --overlay - --base-overlay -", true)]
    [InlineData("- -", false)]
    [InlineData("- a.yaml --overlay -", false)]
    [InlineData("a.yaml - --base-overlay -", false)]
    public void Standard_input_can_be_read_only_once(string arguments, bool isValid) =>
        Assert.Equal(
            isValid ? [] : ["Standard input (-) can be read only once."],
            ImpactCommand.Create().Parse(arguments.Split(' ')).Errors.Select(static error => error.Message)
        );

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string[] Findings(JObject report) =>
        [.. report["findings"]!.Select(finding => $"{finding["id"]} {finding["location"]}").Order(StringComparer.Ordinal)];

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
