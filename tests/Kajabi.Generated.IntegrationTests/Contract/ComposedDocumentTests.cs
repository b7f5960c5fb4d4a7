using Newtonsoft.Json.Linq;

namespace Kajabi.IntegrationTests.Contract;

/// <summary>
/// A third-party linter accepts the composed document, so that other tools can read it. The vendor's own file has errors: empty schemas of
/// responses, and duplicate parameters.
/// </summary>
public sealed class ComposedDocumentTests(DocumentLinter linter) : IClassFixture<DocumentLinter>
{
    // The generator applies a template once for each schema, so queries, for example, are schemas that nothing refers to. The operation
    // that returns the version of the API declares no error.
    private static readonly string[] s_expectedWarnings =
    [
        "warn no-unused-components ",
        "warn operation-4xx-response #/paths/~1v1~1version/",
    ];

    [SkippableFact]
    public async Task The_composed_document_is_valid()
    {
        Skip.If(linter.MissingReason is not null, linter.MissingReason);

        Assert.Empty(Unexpected(await linter.LintAsync(ComposedDocument.Create())));
    }

    [SkippableTheory]
    [InlineData("openapi-1.0.1.yaml")]
    [InlineData("openapi-1.1.0.yaml")]
    public async Task The_composed_document_of_the_vendors_file_is_valid(string file)
    {
        Skip.If(linter.MissingReason is not null, linter.MissingReason);
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);

        Assert.Empty(Unexpected(await linter.LintAsync(ComposedDocument.Create(Path.Combine(ReferenceFolder.Path, "vendor", file)))));
    }

    [SkippableFact]
    public async Task Defects_of_a_document_are_detected()
    {
        Skip.If(linter.MissingReason is not null, linter.MissingReason);
        JObject document = ComposedDocument.Create();
        JObject operation = (JObject)document["paths"]!["/v1/contacts/{id}"]!["get"]!;
        operation.Remove("security");
        operation["parameters"]![0]!["name"] = "identifier";
        operation["responses"]!["200"]!["content"]!.First!.First!["schema"]!["$ref"] = "#/components/schemas/Missing";
        document["components"]!["schemas"]!["ContactAttributes"]!["properties"]!["name"]!["type"] = "text";

        IEnumerable<string> rules = Unexpected(await linter.LintAsync(document)).Select(static problem => problem.Split(' ')[1]);

        Assert.Equal(
            ["no-unresolved-refs", "path-parameters-defined", "security-defined", "struct"],
            rules.Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_composed_document_has_one_extension_for_each_operation_and_each_class()
    {
        JObject document = ComposedDocument.Create();

        IEnumerable<string> extensions = document
            .Descendants()
            .OfType<JProperty>()
            .Where(static member => member.Name.StartsWith("x-", StringComparison.Ordinal))
            .Select(static member => $"{member.Name} {member.Parent!.Path.Split('.', '[')[0]} {member.Ancestors().Count()}");

        Assert.Equal(["x-csharp components 7", "x-csharp paths 7"], extensions.Distinct().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Unexpected(IEnumerable<string> problems) =>
        problems.Where(static problem => !s_expectedWarnings.Any(expected => problem.StartsWith(expected, StringComparison.Ordinal)));
}
