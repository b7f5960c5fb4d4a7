using Newtonsoft.Json.Linq;

namespace OpenApi.Drift.Tests.Reading;

/// <summary>Tests which declarations are parameters and headers, and which differences of them are changes.</summary>
public sealed class ParameterTests
{
    private const string Sort = "{'name':'sort','in':'query','schema':{'type':'string'}}";

    [Theory]
    [InlineData("{'name':'Accept','in':'header'}")]
    [InlineData("{'name':'content-type','in':'header'}")]
    [InlineData("{'name':'AUTHORIZATION','in':'header'}")]
    [InlineData("{'name':'other','in':'path','required':true}")]
    [InlineData("{'name':'sort'}")]
    [InlineData("{'in':'query'}")]
    [InlineData("{'name':1,'in':'query'}")]
    public void A_declaration_without_effect_is_no_parameter(string parameter)
    {
        DriftReport report = Compare("[]", $"[{parameter}]");

        Assert.Empty(report.Findings);
        Assert.Empty(report.Defects);
    }

    [Theory]
    [InlineData("{'name':'accept','in':'query'}", "new-optional-request-parameter query accept")]
    [InlineData("{'name':'X-Site','in':'header','required':true}", "new-required-request-parameter header X-Site")]
    [InlineData("{'name':'site','in':'cookie'}", "new-optional-request-parameter cookie site")]
    public void Another_declaration_is_a_parameter(string parameter, string finding) =>
        Assert.Equal([finding], Find("[]", $"[{parameter}]"));

    [Theory]
    [InlineData("{'name':'X-A','in':'header','schema':{'type':'array'}}", "'explode':true", "")]
    [InlineData(
        "{'name':'X-A','in':'header','schema':{'type':'object'}}",
        "'explode':true",
        "request-parameter-explode-changed header X-A"
    )]
    [InlineData("{'name':'X-A','in':'header','schema':{'type':'object'}}", "'explode':false", "")]
    [InlineData("{'name':'a','in':'query','schema':{'type':'string'}}", "'explode':false", "")]
    [InlineData("{'name':'a','in':'query','schema':{'type':'object'}}", "'explode':false", "request-parameter-explode-changed query a")]
    [InlineData("{'name':'a','in':'cookie','schema':{'type':'array'}}", "'explode':true", "")]
    [InlineData("{'name':'a','in':'query','style':'deepObject','schema':{'type':'object'}}", "'explode':true", "")]
    [InlineData("{'name':'a','in':'query'}", "'style':'form'", "")]
    [InlineData("{'name':'a','in':'query'}", "'style':'simple'", "request-parameter-style-changed query a")]
    [InlineData("{'name':'a','in':'cookie'}", "'style':'form'", "")]
    [InlineData("{'name':'X-A','in':'header'}", "'style':'simple'", "")]
    [InlineData("{'name':'X-A','in':'header'}", "'style':'form'", "request-parameter-style-changed header X-A")]
    [InlineData("{'name':'X-A','in':'header'}", "'allowEmptyValue':true", "")]
    [InlineData("{'name':'a','in':'query'}", "'allowEmptyValue':true", "request-parameter-empty-allowed query a")]
    public void A_difference_without_effect_on_the_request_is_no_change(string parameter, string member, string finding)
    {
        string[] expected = finding.Length == 0 ? [] : [finding];

        Assert.Equal(expected, Find($"[{parameter}]", $"[{parameter[..^1]},{member}}}]"));
    }

    [Fact]
    public void The_first_of_two_declarations_is_used()
    {
        DriftReport report = Compare($"[{Sort}]", $"[{Sort},{Sort.Replace("string", "integer", StringComparison.Ordinal)}]");

        Assert.Empty(report.Findings);
        Assert.Contains(
            "The query parameter `sort` is declared twice; the first declaration is used.",
            Assert.Single(report.Defects).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_path_parameter_that_is_not_declared_is_a_defect()
    {
        DriftReport report = SmallContract.Compare(
            SmallContract.WithPaths("{}"),
            SmallContract.WithPaths("{'/a/{x}/{y}':{'get':{'parameters':[{'name':'y','in':'path'}]}}}")
        );

        Assert.Contains(
            "`/a/{x}/{y}` contains `{x}`, which is not declared as a parameter.",
            Assert.Single(report.Defects).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("'#/components/parameters/Sort'", false)]
    [InlineData("'#/components/parameters/sort-order'", false)]
    [InlineData("'#/components/parameters/so'", false)]
    [InlineData("'#/components/parameters/Page'", true)]
    public void A_parameter_is_not_removed_if_a_dangling_reference_can_be_it(string reference, bool isRemoved)
    {
        Assert.Equal(isRemoved ? ["request-parameter-removed query sort"] : [], Find($"[{Sort}]", $"[{{'$ref':{reference}}}]"));
        Assert.Equal(isRemoved ? ["new-optional-request-parameter query sort"] : [], Find($"[{{'$ref':{reference}}}]", $"[{Sort}]"));
    }

    [Fact]
    public void The_header_Content_Type_of_a_response_is_ignored_and_of_others_the_first_spelling_is_used()
    {
        static JObject Contract(string headers) =>
            SmallContract.WithPaths($"{{'/a':{{'get':{{'responses':{{'200':{{'headers':{{{headers}}}}}}}}}}}}}");

        Assert.Empty(SmallContract.Findings(Contract(string.Empty), Contract("'Content-type':{}")));
        Assert.Empty(
            SmallContract.Findings(
                Contract("'X-A':{'schema':{'type':'string'}}"),
                Contract("'x-a':{'schema':{'type':'string'}},'X-A':{'schema':{'type':'integer'}}")
            )
        );
    }

    private static DriftReport Compare(string before, string after) => SmallContract.Compare(Contract(before), Contract(after));

    private static IEnumerable<string> Find(string before, string after) =>
        Compare(before, after).Findings.Select(static finding => $"{finding.Rule.Id} {finding.Location.Path}");

    private static JObject Contract(string parameters) => SmallContract.WithPaths($"{{'/a':{{'get':{{'parameters':{parameters}}}}}}}");
}
