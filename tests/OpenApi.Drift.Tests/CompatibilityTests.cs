namespace OpenApi.Drift.Tests;

/// <summary>Tests changes whose severity depends on more than the changed element.</summary>
public sealed class CompatibilityTests
{
    private const string Ok = "'responses':{'200':{'description':'ok'}}";

    /// <summary>Alternatives of an object that a value can match at the same time, and alternatives that it cannot.</summary>
    public static TheoryData<string, bool> Splits =>
        new()
        {
            { "{'properties':{'a':{},'b':{}}},{'properties':{'a':{},'c':{}}}", true },
            { "{'properties':{'a':{},'b':{}}},{'properties':{'a':{},'b':{},'c':{}},'required':['c']}", true },
            { "{'properties':{'a':{},'b':{},'k':{'const':'x'}}},{'properties':{'c':{},'k':{'const':'y'}}}", false },
            { "{'properties':{'a':{},'b':{}},'additionalProperties':false},{'properties':{'c':{}},'required':['c']}", false },
        };

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Paths_that_differ_only_in_the_names_of_their_parameters_are_a_defect_but_not_drift(int count)
    {
        string paths = string.Join(',', Enumerable.Range(0, count).Select(static index => $"'/a/{{p{index}}}/b':{{'get':{{{Ok}}}}}"));

        DriftReport report = SmallContract.Compare(SmallContract.WithPaths($"{{{paths}}}"), SmallContract.WithPaths($"{{{paths}}}"));

        Assert.Empty(report.Findings);
        Assert.Equal(2 * (count - 1), report.Defects.Count(static defect => defect.Rule.Id == "KC0030"));
    }

    [Fact]
    public void A_removed_duplicate_of_a_path_is_not_drift() =>
        Assert.Empty(
            SmallContract.Findings(
                SmallContract.WithPaths("{'/a/{x}':{'get':{" + Ok + "}},'/a/{y}':{'get':{" + Ok + "}}}"),
                SmallContract.WithPaths("{'/a/{y}':{'get':{" + Ok + "}}}")
            )
        );

    [Theory]
    [MemberData(nameof(Splits))]
    public void An_object_of_a_request_that_is_split_into_overlapping_alternatives_is_breaking(string alternatives, bool isBreaking)
    {
        string union =
            "{'oneOf':[" + alternatives.Replace("{'properties'", "{'type':'object','properties'", StringComparison.Ordinal) + "]}";

        Assert.Equal(
            isBreaking,
            SmallContract
                .Findings(SmallContract.WithSchema("{'type':'object','properties':{'a':{},'b':{}}}"), SmallContract.WithSchema(union))
                .Contains("request-body-one-of-overlap-added breaking application/json")
        );
    }

    [Theory]
    [InlineData("'schema':{'type':'string'}", "'schema':{'type':'array','items':{'type':'string'}}", "type-generalized info")]
    [InlineData("'explode':false,'schema':{'type':'string'}", "'schema':{'type':'array'}", "type-generalized info")]
    [InlineData(
        "'schema':{'type':'integer'}",
        "'explode':false,'schema':{'type':'array','items':{'type':'integer'}}",
        "type-generalized info"
    )]
    [InlineData(
        "'schema':{'type':'string'}",
        "'explode':false,'schema':{'type':'array','items':{'type':'string'}}",
        "explode-changed breaking|type-changed breaking"
    )]
    [InlineData(
        "'schema':{'type':'string'}",
        "'schema':{'type':'array','minItems':2,'items':{'type':'string'}}",
        "min-items-increased breaking|type-generalized info"
    )]
    [InlineData(
        "'schema':{'type':'string'}",
        "'schema':{'type':'array','items':{'type':'string','maxLength':3}}",
        "max-length-decreased breaking|type-generalized info"
    )]
    [InlineData(
        "'schema':{'type':'string'}",
        "'schema':{'type':'array','items':{'type':'integer'}}",
        "type-changed breaking|type-generalized info"
    )]
    [InlineData("'schema':{'type':'array','items':{'type':'string'}}", "'schema':{'type':'string'}", "type-changed breaking")]
    public void A_parameter_that_became_a_list_accepts_a_single_value(string before, string after, string changes)
    {
        static string Path(string parameter) => "{'/a':{'get':{'parameters':[{'name':'q','in':'query'," + parameter + "}]," + Ok + "}}}";

        Assert.Equal(
            changes.Split('|').Select(static change => $"request-parameter-{change} query q"),
            SmallContract.Findings(SmallContract.WithPaths(Path(before)), SmallContract.WithPaths(Path(after)))
        );
    }

    [Fact]
    public void A_string_with_properties_is_compared_as_an_object() =>
        Assert.Equal(
            ["request-property-type-changed breaking application/json a", "response-property-type-changed breaking 200 application/json a"],
            SmallContract.Findings(
                SmallContract.WithSchema("{'type':'string','properties':{'a':{'type':'string'}}}"),
                SmallContract.WithSchema("{'type':'string','properties':{'a':{'type':'integer'}}}")
            )
        );

    [Theory]
    [InlineData("{'type':'string','properties':{'a':{'type':'string'}}}", "{'type':'object','properties':{'a':{'type':'string'}}}")]
    [InlineData("{'type':'string','properties':{'a':{'type':'string'}}}", "{'type':'string'}")]
    [InlineData("{'type':'object','items':{'type':'string'}}", "{'type':'array','items':{'type':'string'}}")]
    public void A_repaired_type_is_not_drift(string before, string after)
    {
        Assert.Empty(SmallContract.Findings(SmallContract.WithSchema(before), SmallContract.WithSchema(after)));
        Assert.Empty(SmallContract.Findings(SmallContract.WithSchema(after), SmallContract.WithSchema(before)));
    }

    [Theory]
    [InlineData("429")]
    [InlineData("5XX")]
    [InlineData("default")]
    public void An_additional_error_status_is_not_breaking(string status) =>
        Assert.Equal(
            [$"response-non-success-status-added info {status}"],
            SmallContract.Findings(
                SmallContract.WithPaths("{'/a':{'get':{" + Ok + "}}}"),
                SmallContract.WithPaths(
                    "{'/a':{'get':{'responses':{'200':{'description':'ok'},'" + status + "':{'description':'error'}}}}}"
                )
            )
        );
}
