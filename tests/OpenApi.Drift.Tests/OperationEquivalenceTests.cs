using Newtonsoft.Json.Linq;

namespace OpenApi.Drift.Tests;

/// <summary>Tests operations that are declared in different notations.</summary>
public sealed class OperationEquivalenceTests
{
    private const string Ok = "'responses':{'200':{'description':'ok'}}";
    private const string Sort = "{'name':'sort','in':'query','schema':{'type':'string'}}";

    [Theory]
    [InlineData(
        "{'/a':{'parameters':[{'name':'sort','in':'query','required':true,'schema':{'type':'integer'}}],'get':{'parameters':["
            + Sort
            + "],"
            + Ok
            + "}}}",
        "{'/a':{'get':{'parameters':[" + Sort + "]," + Ok + "}}}"
    )]
    [InlineData(
        "{'/a':{'get':{'parameters':[{'name':'X-Site','in':'header'}]," + Ok + "}}}",
        "{'/a':{'get':{'parameters':[{'name':'x-site','in':'header'}]," + Ok + "}}}"
    )]
    [InlineData(
        "{'/a/{x}/{y}':{'get':{'parameters':[{'name':'x','in':'path','schema':{'type':'string'}},"
            + "{'name':'y','in':'path','schema':{'type':'integer'}}],"
            + Ok
            + "}}}",
        "{'/a/{y}/{x}':{'get':{'parameters':[{'name':'x','in':'path','schema':{'type':'integer'}},"
            + "{'name':'y','in':'path','schema':{'type':'string'}}],"
            + Ok
            + "}}}"
    )]
    [InlineData(
        "{'/a/{x}':{'get':{'parameters':[{'name':'x','in':'path','required':true,'schema':{'type':'string'}}]," + Ok + "}}}",
        "{'/a/{x}':{'get':{" + Ok + "}}}"
    )]
    [InlineData(
        "{'/a':{'get':{'responses':{'default':{'content':{'application/json':{'schema':{'type':'string'}}}}}}}}",
        "{'/a':{'get':{'responses':{'404':{'content':{'application/json':{'schema':{'type':'string'}}}},"
            + "'default':{'content':{'application/json':{'schema':{'type':'string'}}}}}}}}"
    )]
    [InlineData(
        "{'/a':{'get':{'parameters':[{'name':'f','in':'query','style':'deepObject','schema':{'type':'object'}}]," + Ok + "}}}",
        "{'/a':{'get':{'parameters':[{'name':'f','in':'query','style':'deepObject','explode':true,'schema':{'type':'object'}}],"
            + Ok
            + "}}}"
    )]
    [InlineData(
        "{'/a':{'get':{'parameters':[{'name':'X-Site','in':'header'}]," + Ok + "}}}",
        "{'/a':{'get':{'parameters':[{'name':'X-Site','in':'header','allowReserved':true}]," + Ok + "}}}"
    )]
    [InlineData("{'/a':{'get':{'servers':[null]," + Ok + "}}}", "{'/a':{'get':{" + Ok + "}}}")]
    [InlineData(
        "{'/a':{'get':{'parameters':[{'name':'f','in':'query','content':{'application/json':{'schema':{'type':['string','null']}}}}],"
            + Ok
            + "}}}",
        "{'/a':{'get':{'parameters':[{'name':'f','in':'query','content':{'Application/JSON':{'schema':{'type':'string',"
            + "'nullable':true}}}}],"
            + Ok
            + "}}}"
    )]
    public void Equivalent_operations_have_no_findings(string one, string other)
    {
        Assert.Equal([], SmallContract.Findings(SmallContract.WithPaths(one), SmallContract.WithPaths(other)));
        Assert.Equal([], SmallContract.Findings(SmallContract.WithPaths(other), SmallContract.WithPaths(one)));
    }

    [Theory]
    [InlineData(
        "{'/a':{'parameters':[" + Sort + "],'get':{" + Ok + "}}}",
        "{'/a':{'parameters':["
            + Sort
            + "],'get':{'parameters':[{'name':'sort','in':'query','required':true,'schema':{'type':'string'}}],"
            + Ok
            + "}}}",
        "request-parameter-became-required breaking query sort"
    )]
    [InlineData(
        "{'/a':{'get':{'parameters':[{'name':'f','in':'query','content':{'application/json':{'schema':{'type':'object',"
            + "'properties':{'a':{'type':'string'}}}}}}],"
            + Ok
            + "}}}",
        "{'/a':{'get':{'parameters':[{'name':'f','in':'query','content':{'application/json':{'schema':{'type':'object',"
            + "'properties':{'a':{'type':'integer'}}}}}}],"
            + Ok
            + "}}}",
        "request-parameter-property-type-changed breaking query f a"
    )]
    [InlineData(
        "{'/a':{'get':{'responses':{'4XX':{'content':{'application/json':{'schema':{'type':'string'}}}}}}}}",
        "{'/a':{'get':{'responses':{'404':{'content':{'application/json':{'schema':{'type':'integer'}}}},"
            + "'4xx':{'content':{'application/json':{'schema':{'type':'string'}}}}}}}}",
        "response-body-type-changed breaking 404 application/json"
    )]
    [InlineData(
        "{'/a/{x}':{'get':{'parameters':[{'name':'x','in':'path','schema':{'type':'string'}}]," + Ok + "}}}",
        "{'/a/{y}':{'get':{'parameters':[{'name':'y','in':'path','schema':{'type':'string','maxLength':2}}]," + Ok + "}}}",
        "request-parameter-max-length-decreased breaking path x"
    )]
    [InlineData("{'/v1/a':{'get':{" + Ok + "}}}", "{'/v2/a':{'get':{" + Ok + "}}}", "api-path-moved breaking ")]
    [InlineData(
        "{'/a':{'get':{'responses':{'200':{'headers':{'X-A':{'$ref':'#/components/headers/A'}}}}}}}",
        "{'/a':{'get':{'responses':{'200':{'headers':{'x-a':{'$ref':'#/components/headers/B'}}}}}}}",
        "response-header-type-changed breaking 200 header X-A"
    )]
    public void A_difference_is_found(string one, string other, string finding)
    {
        const string Components = "{'headers':{'A':{'schema':{'type':'string'}},'B':{'schema':{'type':'integer'}}}}";

        Assert.Equal(
            finding,
            Assert.Single(SmallContract.Findings(SmallContract.WithPaths(one, Components), SmallContract.WithPaths(other, Components)))
        );
    }

    [Fact]
    public void The_security_of_clients_does_not_apply_to_callbacks_and_webhooks()
    {
        const string Paths =
            "{'/a':{'post':{'security':[{'B':[]}],'callbacks':{'sent':{'{$request.body#/url}':{'post':{" + Ok + "}}}}," + Ok + "}}}";
        JObject onOperation = SmallContract.WithPaths(Paths, "{'securitySchemes':{'B':{'type':'http','scheme':'bearer'}}}");
        onOperation["webhooks"] = JsonTree.Parse("{'sold':{'post':{" + Ok + "}}}");
        JObject onDocument = (JObject)onOperation.DeepClone();
        onDocument.RemoveAt("paths['/a'].post.security");
        onDocument["security"] = JsonTree.Parse("[{'B':[]}]");

        Assert.Empty(SmallContract.Findings(onOperation, onDocument));
        Assert.Empty(SmallContract.Findings(onDocument, onOperation));
    }

    [Fact]
    public void An_operation_of_another_resource_is_not_a_moved_operation()
    {
        const string Contacts = "{'/v1/contacts/{id}/relationships/tags':{'get':{" + Ok + "}}}";
        const string Customers = "{'/v1/customers/{id}/relationships/tags':{'get':{" + Ok + "}}}";

        Assert.Equal(
            ["api-removed-without-deprecation breaking ", "endpoint-added info "],
            SmallContract.Findings(SmallContract.WithPaths(Contacts), SmallContract.WithPaths(Customers))
        );
    }

    [Fact]
    public void An_operation_with_two_possible_new_paths_has_not_moved()
    {
        const string One = "{'/a':{'get':{" + Ok + "}}}";
        const string Two = "{'/v1/a':{'get':{" + Ok + "}},'/v2/a':{'get':{" + Ok + "}}}";

        Assert.DoesNotContain(
            SmallContract.Findings(SmallContract.WithPaths(One), SmallContract.WithPaths(Two)),
            static finding => finding.StartsWith("api-path-moved", StringComparison.Ordinal)
        );
    }
}
