using Kajabi.Composer.CommandLine;

namespace Kajabi.Composer.Tests.Compose;

/// <summary>The overlay of <c>compose</c> is specified as in the other commands.</summary>
public sealed class ComposeOptionTests : IDisposable
{
    private const string Contract = """
        openapi: 3.1.1
        paths:
          /v1/things:
            get: { tags: [Things], responses: { '204': { description: d } } }
        """;

    private const string Overlay = """
        overlay: 1.0.0
        info: { title: t, version: '1' }
        actions:
          - { target: "$.paths['/v1/things'].get", update: { x-operation-name: FindThings } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("kajabi-compose-").FullName;

    [Theory]
    [InlineData("none", "ListThings")]
    [InlineData("other.yaml", "FindThings")]
    [InlineData(null, "FindThings")]
    public void The_overlay_is_a_file_or_none_and_by_default_the_file_beside_the_document(string? overlay, string operation)
    {
        File.WriteAllText(Path.Combine(_folder, "contract.yaml"), Contract);
        File.WriteAllText(Path.Combine(_folder, overlay is null or "none" ? "overlay.yaml" : overlay), Overlay);
        string output = Path.Combine(_folder, "composed.json");
        string[] arguments = [Path.Combine(_folder, "contract.yaml"), "--output", output];
        string[] overlayArguments = overlay is null ? [] : ["--overlay", overlay == "none" ? overlay : Path.Combine(_folder, overlay)];

        Assert.Equal(0, ComposeCommand.Create().Parse([.. arguments, .. overlayArguments]).Invoke());
        Assert.Contains($"\"{operation}\"", File.ReadAllText(output), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("actions: []")]
    [InlineData("actions: [text]")]
    [InlineData("actions: [{ update: { a: 1 } }]")]
    [InlineData("actions: [{ target: 1 }]")]
    [InlineData("actions: [{ target: '$.[' }]")]
    [InlineData("actions: [{ target: $.paths, remove: yes please }]")]
    [InlineData("actions: [{ target: $.paths, updates: { a: 1 } }]")]
    [InlineData("actions: [{ target: $.openapi, remove: true }]")]
    [InlineData("actions: [{ target: $.paths, update: text }]")]
    [InlineData("actions: [{ target: $, remove: true }]")]
    [InlineData("actions: [{ target: $.paths, update: { a: 1 } }, { target: '$..[?@.[' }]")]
    [InlineData("action: []")]
    [InlineData("actions: {}")]
    public void A_broken_overlay_is_an_error_with_lenient(string actions)
    {
        using Composition lenient = Composition.Create(
            Contract,
            $"overlay: 1.0.0\ninfo: {{ title: t, version: '1' }}\n{actions}\n",
            isLenient: true
        );

        Assert.Equal((1, null), (lenient.ExitCode, lenient.Output));
        Assert.Contains(lenient.Findings, static finding => finding.Contains("overlay.yaml(", StringComparison.Ordinal));
        Assert.All(lenient.Findings, static finding => Assert.Contains(": error KC0006: ", finding, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("actions: [")]
    [InlineData("- a list")]
    [InlineData("")]
    public void An_unreadable_overlay_is_an_error_with_lenient(string overlay)
    {
        using Composition lenient = Composition.Create(Contract, overlay, isLenient: true);

        Assert.Equal((3, null), (lenient.ExitCode, lenient.Output));
    }

    [Fact]
    public void A_missing_overlay_is_an_error_with_lenient()
    {
        File.WriteAllText(Path.Combine(_folder, "contract.yaml"), Contract);

        using Composition lenient = Composition.FromFiles(
            Path.Combine(_folder, "contract.yaml"),
            Path.Combine(_folder, "missing.yaml"),
            isLenient: true
        );

        Assert.Equal((3, null), (lenient.ExitCode, lenient.Output));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 5)]
    public void Actions_that_match_nothing_are_summarized_for_the_documents_of_others(bool isLenient, int lines)
    {
        string actions = string.Concat(Enumerable.Range(1, 5).Select(static index => $"  - {{ target: $.a{index}, remove: true }}\n"));

        using Composition composition = Composition.Create(
            Contract,
            $"overlay: 1.0.0\ninfo: {{ title: t, version: '1' }}\nactions:\n{actions}  - {{ target: $.paths, update: {{}} }}\n",
            isLenient
        );

        Assert.Equal(lines, composition.Findings.Count);
        Assert.Equal(
            isLenient,
            composition
                .Findings[0]
                .Contains(
                    "(4,5): warning KC0005: 5 of 6 overlay actions match nothing in this document: `$.a1`, `$.a2`, `$.a3` and others.",
                    StringComparison.Ordinal
                )
        );
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
