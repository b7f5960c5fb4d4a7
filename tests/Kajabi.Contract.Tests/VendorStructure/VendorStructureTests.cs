using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.VendorStructure;

public sealed class VendorStructureTests
{
    public static TheoryData<string> Edits => [.. SeededEdits.All.Keys];

    [SkippableFact]
    public void Our_document_has_the_vendors_structure()
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);

        Assert.Empty(ContractStructure.Differences(Vendor(), Ours()));
    }

    [Fact]
    public void The_comment_and_the_description_of_our_document_name_the_structural_difference()
    {
        string comment = string.Join(' ', File.ReadLines(OurPath()).TakeWhile(static line => line.StartsWith('#')));

        Assert.Contains("a parameter that it declares twice is declared once", comment, StringComparison.Ordinal);
        Assert.Contains(
            "a parameter that it declares twice is declared once",
            (string?)Ours()["info"]!["description"],
            StringComparison.Ordinal
        );
    }

    [SkippableTheory]
    [MemberData(nameof(Edits))]
    public void A_seeded_edit_of_our_document_is_detected(string edit)
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);
        JObject copy = Ours();

        SeededEdits.All[edit](copy);

        Assert.NotEmpty(ContractStructure.Differences(Vendor(), copy));
    }

    [Fact]
    public void There_are_at_least_thirty_seeded_edits() => Assert.True(SeededEdits.All.Count >= 30);

    [Fact]
    public void Every_operation_parameter_and_response_has_a_description()
    {
        IEnumerable<string> undescribed = Ours()["paths"]!
            .Children<JProperty>()
            .SelectMany(path => path.Value.Children<JProperty>())
            .Where(operation => operation.Value is JObject)
            .SelectMany(operation =>
                operation
                    .Value.SelectTokens("$.parameters[*]")
                    .Concat(operation.Value.SelectTokens("$.responses.*"))
                    .Append(operation.Value)
            )
            .Where(token => string.IsNullOrWhiteSpace((string?)token["description"]))
            .Select(token => token.Path);

        Assert.Empty(undescribed);
    }

    private static JObject Vendor() => YamlTree.Load(Path.Combine(ReferenceFolder.Path!, "vendor", "openapi-1.1.0.yaml"));

    private static JObject Ours() => YamlTree.Load(OurPath());

    private static string OurPath() => Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "openapi.yaml");
}
