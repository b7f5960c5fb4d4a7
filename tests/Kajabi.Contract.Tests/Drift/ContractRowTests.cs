using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;
using OpenApi.Drift;

namespace Kajabi.Contract.Tests.Drift;

/// <summary>Tests forms of contracts that a comparison must not misinterpret.</summary>
public sealed class ContractRowTests
{
    private const string Ok = "'responses':{'200':{'description':'ok'}}";
    private const string Pet = "{'$ref':'#/components/schemas/Pet'}";

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
    [InlineData(
        "'required':['huntingSkill'],'properties':{'huntingSkill':{'type':'string'}}",
        "'properties':{}",
        "property-removed",
        "huntingSkill"
    )]
    [InlineData("'properties':{'age':{'type':'integer'}}", "'properties':{'age':{'type':'string'}}", "property-type-changed", "age")]
    public void A_subtype_that_only_inheritance_reaches_is_compared(string before, string after, string change, string name)
    {
        IEnumerable<string> found = Ids(Inheritance(before), Inheritance(after));

        Assert.Equal(
            [
                $"request-{change} breaking application/json [kind=Cat].{name}",
                $"response-{change} breaking 200 application/json [kind=Cat].{name}",
            ],
            found
        );
    }

    [Theory]
    [InlineData("{'Cat':'#/components/schemas/Cat'}")]
    [InlineData("{'dog':'Dog'}")]
    public void A_mapping_does_not_hide_a_subtype(string mapping) =>
        Assert.Equal(
            [
                "request-property-type-changed breaking application/json [kind=Cat].age",
                "response-property-type-changed breaking 200 application/json [kind=Cat].age",
            ],
            Ids(
                Inheritance("'properties':{'age':{'type':'integer'}}", mapping: mapping),
                Inheritance("'properties':{'age':{'type':'string'}}", mapping: mapping)
            )
        );

    [Fact]
    public void A_change_of_a_subtype_of_a_subtype_has_one_path()
    {
        static string Kitten(string type) =>
            ",'Kitten':{'allOf':[{'$ref':'#/components/schemas/Cat'},{'properties':{'toys':{'type':'" + type + "'}}}]}";

        Assert.Equal(
            [
                "request-property-type-changed breaking application/json [kind=Kitten].toys",
                "response-property-type-changed breaking 200 application/json [kind=Kitten].toys",
            ],
            Ids(Inheritance("'properties':{}", more: Kitten("string")), Inheritance("'properties':{}", more: Kitten("integer")))
        );
    }

    [Fact]
    public void A_change_of_the_base_is_not_repeated_for_its_subtypes() =>
        Assert.Equal(
            [
                "request-property-type-changed breaking application/json name",
                "response-property-type-changed breaking 200 application/json name",
            ],
            Ids(Inheritance("'properties':{}"), Inheritance("'properties':{}", name: "integer"))
        );

    [Fact]
    public void A_subtype_used_alone_is_not_compared_with_its_siblings()
    {
        static string Cat(string dog) => Components("'properties':{}", "string", string.Empty, dog, string.Empty);
        const string Use = "{'$ref':'#/components/schemas/Cat'}";

        Assert.Empty(SmallContract.Findings(SmallContract.WithSchema(Use, Cat("integer")), SmallContract.WithSchema(Use, Cat("string"))));
    }

    [Fact]
    public void A_removed_subtype_is_found() =>
        Assert.Contains(
            "request-body-discriminator-mapping-deleted breaking application/json",
            Ids(Inheritance("'properties':{}", more: ",'Cow':{'allOf':[" + Pet + "]}"), Inheritance("'properties':{}"))
        );

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
            Ids(SmallContract.WithSchema("{'type':'object','properties':{'a':{},'b':{}}}"), SmallContract.WithSchema(union))
                .Contains("request-body-one-of-overlap-added breaking application/json")
        );
    }

    [Theory]
    [InlineData("2027-01-01", "2027-01-01T00:00:00+00:00", "")]
    [InlineData("2027-01-02T00:00:00+05:00", "2027-01-01", "api-sunset-date-changed-too-small breaking ")]
    [InlineData("Fri, 01 Jan 2027 00:00:00 GMT", "2026-12-31", "api-sunset-date-changed-too-small breaking ")]
    [InlineData("2027-01-01", "2027-01-02T00:00:00+05:00", "api-sunset-date-postponed info ")]
    [InlineData("soon", "2027-01-01", "")]
    [InlineData("2027-01-01", "2027-02-30", "")]
    [InlineData("2027-01-01", "later", "")]
    public void Sunset_dates_are_compared_as_dates(string before, string after, string finding) =>
        Assert.Equal(finding.Length == 0 ? [] : [finding], SmallContract.Findings(Sunset($"'{before}'"), Sunset($"'{after}'")));

    [Theory]
    [InlineData("2027-01-01", "2026-12-31T23:59:59Z", "api-removed-before-sunset")]
    [InlineData("2027-01-01", "2027-01-01T00:00:00Z", "api-removed-after-sunset")]
    [InlineData("2027-01-01T00:00:00-08:00", "2027-01-01T07:59:59Z", "api-removed-before-sunset")]
    [InlineData("soon", "2027-01-01T00:00:00Z", "api-removed-without-deprecation")]
    public void A_removal_before_the_sunset_date_is_breaking(string sunset, string now, string rule)
    {
        DriftReport report = DriftComparison.Compare(
            new SourceFile("base.yaml", Sunset($"'{sunset}'")),
            new SourceFile("revision.yaml", SmallContract.WithPaths("{}")),
            DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)
        );

        Assert.Equal(rule, Assert.Single(report.Findings).Rule.Id);
    }

    [Theory]
    [InlineData("'soon'")]
    [InlineData("20270101")]
    [InlineData("'2027-13-01'")]
    [InlineData("['2027-01-01']")]
    public void A_sunset_date_that_is_not_a_date_is_a_defect(string date)
    {
        DriftReport report = SmallContract.Compare(Sunset("'2027-01-01'"), Sunset(date));

        Assert.Empty(report.Findings);
        Assert.Equal("KC0031", Assert.Single(report.Defects).Rule.Id);
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
    public void A_leaf_that_is_used_twice_on_30_levels_is_one_finding_with_the_number_of_locations()
    {
        static string Levels(string leaf) =>
            string.Join(
                ',',
                Enumerable
                    .Range(0, 30)
                    .Select(static level =>
                        $"'L{level}':{{'type':'object','properties':{{'a':{Level(level + 1)},'b':{Level(level + 1)}}}}}"
                    )
                    .Append($"'L30':{{'type':'object','properties':{{'x':{{'type':'{leaf}'}},'y':{{'type':'{leaf}'}}}}}}")
            );
        static string Level(int level) => $"{{'$ref':'#/components/schemas/L{level}'}}";

        IReadOnlyList<Finding> findings = SmallContract
            .Compare(
                SmallContract.WithSchema(Level(0), $"{{{Levels("string")}}}"),
                SmallContract.WithSchema(Level(0), $"{{{Levels("integer")}}}")
            )
            .Findings;

        Assert.Equal(4, findings.Count);
        Assert.All(findings, static finding => Assert.Equal(1L << 30, finding.Count));
        Assert.Equal(
            ["#/components/schemas/L30/properties/x", "#/components/schemas/L30/properties/y"],
            findings.Select(static finding => finding.Location.Path).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Contains("a.a.a", findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1_000, 2_000)]
    [InlineData(1_001, 2)]
    public void A_change_that_more_operations_share_than_the_limit_is_one_finding(int operations, int findings)
    {
        string paths = string.Join(
            ',',
            Enumerable
                .Range(0, operations)
                .Select(static index =>
                    $"'/a{index}':{{'get':{{'responses':{{'200':{{'content':{{'application/json':{{'schema':{Pet}}}}}}}}}}}}}"
                )
        );
        static string Schemas(string one, string other) =>
            "{'schemas':{'Pet':{'type':'object','required':"
            + $"{one},'properties':{{'a':{{'type':'string'}},'b':{{'type':'{other}'}}}}}}}}}}";

        Assert.Equal(
            findings,
            SmallContract
                .Compare(
                    SmallContract.WithPaths($"{{{paths}}}", Schemas("['a']", "string")),
                    SmallContract.WithPaths($"{{{paths}}}", Schemas("[]", "integer"))
                )
                .Findings.Count
        );
    }

    [Fact]
    public void A_string_with_properties_is_compared_as_an_object() =>
        Assert.Equal(
            ["request-property-type-changed breaking application/json a", "response-property-type-changed breaking 200 application/json a"],
            Ids(
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

    private static IEnumerable<string> Ids(JObject before, JObject after) => SmallContract.Findings(before, after);

    private static JObject Sunset(string date) => SmallContract.WithPaths("{'/a':{'get':{'x-sunset':" + date + "," + Ok + "}}}");

    private static JObject Inheritance(string cat, string name = "string", string mapping = "", string more = "") =>
        SmallContract.WithSchema(Pet, Components(cat, name, mapping, "string", more));

    private static string Components(string cat, string name, string mapping, string dog, string more) =>
        "{'Pet':{'type':'object','required':['kind'],'discriminator':{'propertyName':'kind'"
        + (mapping.Length == 0 ? string.Empty : ",'mapping':" + mapping)
        + "},'properties':{'kind':{'type':'string'},'name':{'type':'"
        + name
        + "'}}},'Cat':{'allOf':["
        + Pet
        + ",{'type':'object',"
        + cat
        + "}]},'Dog':{'allOf':["
        + Pet
        + ",{'properties':{'size':{'type':'"
        + dog
        + "'}}}]}"
        + more
        + "}";
}
