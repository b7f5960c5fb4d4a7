using Newtonsoft.Json.Linq;
using OpenApi.Documents.Reading;
using OpenApi.Drift.Reading;

namespace OpenApi.Drift.Tests.Reading;

/// <summary>Tests which files are OpenAPI documents.</summary>
public sealed class ContractDocumentTests
{
    [Theory]
    [InlineData("{'openapi':'3.0.3','paths':{}}")]
    [InlineData("{'openapi':'3.1.0','webhooks':{}}")]
    [InlineData("{'openapi':'3.1.0','components':{}}")]
    public void A_document_has_a_version_and_a_part(string json) =>
        Assert.Equal("openapi.yaml", new ContractDocument(new SourceFile("openapi.yaml", JObject.Parse(json)), isBase: true).File);

    [Theory]
    [InlineData("{'swagger':'2.0','paths':{}}")]
    [InlineData("{'openapi':'2.0','paths':{}}")]
    [InlineData("{'openapi':'3','paths':{}}")]
    [InlineData("{'openapi':'3.1.0'}")]
    [InlineData("{'openapi':'3.1.0','paths':[]}")]
    [InlineData("{'paths':{}}")]
    public void Another_file_is_an_error_with_the_remedy(string json)
    {
        UnreadableFileException exception = Assert.Throws<UnreadableFileException>(() =>
            new ContractDocument(new SourceFile("openapi.yaml", JObject.Parse(json)), isBase: true)
        );

        Assert.StartsWith("openapi.yaml(1,1)", exception.Message, StringComparison.Ordinal);
        Assert.Contains(
            "The file does not contain `openapi: 3.x` or has no `paths`. Specify an OpenAPI 3.0 or 3.1 document.",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(true, "base paths['/a'].get")]
    [InlineData(false, "revision paths['/a'].get")]
    public void A_defect_names_the_side(bool isBase, string path)
    {
        JObject root = SmallContract.WithPaths("{'/a':{'get':{'x-sunset':'soon'}}}");

        Assert.StartsWith(path, Assert.Single(Read(root, isBase).Defects.All).Location.Path, StringComparison.Ordinal);
    }

    private static ContractDocument Read(JObject root, bool isBase)
    {
        ContractDocument document = new(new SourceFile("openapi.yaml", root), isBase);
        Assert.Single(new OperationReader(document).ReadPaths());
        return document;
    }
}
