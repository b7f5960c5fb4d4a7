using Newtonsoft.Json.Linq;
using OpenApi.Documents.Reading;
using OpenApi.Drift.Reading;

namespace OpenApi.Drift.Tests.Reading;

/// <summary>Tests which operations a document has, and what they have from their path.</summary>
public sealed class OperationTests
{
    [Theory]
    [InlineData("get", "GET /a")]
    [InlineData("put", "PUT /a")]
    [InlineData("post", "POST /a")]
    [InlineData("delete", "DELETE /a")]
    [InlineData("options", "OPTIONS /a")]
    [InlineData("head", "HEAD /a")]
    [InlineData("patch", "PATCH /a")]
    [InlineData("trace", "TRACE /a")]
    [InlineData("query", "QUERY /a")]
    public void Every_method_is_an_operation(string method, string name) =>
        Assert.Equal([name], Read($"{{'/a':{{'{method}':{{}}}}}}").Select(static operation => operation.Name));

    [Theory]
    [InlineData("{'/a':{'summary':'text','x-get':{},'parameters':[],'get':1}}")]
    [InlineData("{'x-a':{'get':{}}}")]
    [InlineData("{'/a':{'$ref':'#/components/pathItems/Unknown'}}")]
    public void Other_members_are_no_operations(string paths) => Assert.Empty(Read(paths));

    [Fact]
    public void A_path_has_the_operations_of_its_reference_and_its_own()
    {
        IReadOnlyList<NormalizedOperation> operations = Read(
            "{'/a':{'$ref':'#/components/pathItems/A','get':{'deprecated':true},'put':{}}}",
            "{'pathItems':{'A':{'get':{},'post':{}}}}"
        );

        Assert.Equal(["GET /a", "PUT /a", "POST /a"], operations.Select(static operation => operation.Name));
        Assert.True(operations[0].IsDeprecated);
    }

    [Theory]
    [InlineData("'parameters':[{'name':'own','in':'query'}]", "own")]
    [InlineData("'summary':'text'", "shared")]
    public void Parameters_of_a_path_take_precedence_over_those_of_its_reference(string member, string name)
    {
        NormalizedOperation operation = Assert.Single(
            Read(
                "{'/a':{'$ref':'#/components/pathItems/A'," + member + "}}",
                "{'pathItems':{'A':{'parameters':[{'name':'shared','in':'query'}],'get':{}}}}"
            )
        );

        Assert.Equal([("query", name)], operation.Parameters.Keys);
    }

    [Theory]
    [InlineData("", "", "", null)]
    [InlineData("", "", "'servers':[{'url':'/3'}],", "/3")]
    [InlineData("", "'servers':[{'url':'/2'}],", "'servers':[{'url':'/3'}],", "/2")]
    [InlineData("'servers':[{'url':'/1'}],", "'servers':[{'url':'/2'}],", "'servers':[{'url':'/3'}],", "/1")]
    public void The_servers_are_those_of_the_operation_the_path_or_its_reference(string own, string path, string reference, string? url)
    {
        NormalizedOperation operation = Assert.Single(
            Read(
                "{'/a':{'$ref':'#/components/pathItems/A'," + path + "'get':{" + own + "'tags':[]}}}",
                "{'pathItems':{'A':{" + reference + "'summary':'text'}}}"
            )
        );

        Assert.Equal(url, operation.Servers?.Single().ToString());
    }

    [Fact]
    public void Callbacks_that_contain_themselves_are_read_three_times()
    {
        NormalizedOperation operation = Assert.Single(
            Read(
                "{'/a':{'post':{'callbacks':{'sent':{'$ref':'#/components/callbacks/Sent'}}}}}",
                "{'callbacks':{'Sent':{'{$request.body#/url}':{'post':{'callbacks':{'sent':{'$ref':'#/components/callbacks/Sent'}}}}}}}"
            )
        );
        int depth = 0;
        while (operation.Callbacks.Count > 0)
        {
            operation = Assert.Single(operation.Callbacks["sent {$request.body#/url}"]);
            depth++;
        }

        Assert.Equal(3, depth);
    }

    [Theory]
    [InlineData(
        "{'/a/{x}':{'get':{'parameters':[{'name':'x','in':'path'}]}},'/a/{y}':{}}",
        "The paths `/a/{x}` and `/a/{y}` differ only in the names of their parameters."
    )]
    [InlineData("{'/a':{'get':{'x-sunset':'soon'}}}", "`soon` is not a date, so `x-sunset` is not compared.")]
    [InlineData("{'/a':{'get':{'responses':{'20':{}}}}}", "The key `20` is not a status code.")]
    [InlineData("{'/a':{'get':{'responses':{'200':{'content':{' ':{}}}}}}}", "The key ` ` is not a media type.")]
    public void A_declaration_that_cannot_be_read_is_a_defect(string paths, string message)
    {
        ContractDocument document = Document(paths, "{}");
        new OperationReader(document).ReadPaths();

        Assert.Contains(message, Assert.Single(document.Defects.All).Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<NormalizedOperation> Read(string paths, string components = "{}") =>
        new OperationReader(Document(paths, components)).ReadPaths();

    private static ContractDocument Document(string paths, string components) =>
        new(new SourceFile("openapi.yaml", SmallContract.WithPaths(paths, components)), isBase: true);
}
