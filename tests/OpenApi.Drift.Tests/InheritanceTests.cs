using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Tests;

/// <summary>Tests schemas that only a <c>discriminator</c> and the <c>allOf</c> of other schemas reach.</summary>
public sealed class InheritanceTests
{
    private const string Pet = "{'$ref':'#/components/schemas/Pet'}";

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
        IEnumerable<string> found = SmallContract.Findings(Inheritance(before), Inheritance(after));

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
            SmallContract.Findings(
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
            SmallContract.Findings(
                Inheritance("'properties':{}", more: Kitten("string")),
                Inheritance("'properties':{}", more: Kitten("integer"))
            )
        );
    }

    [Theory]
    [InlineData("3.1.0", "request-property-type-changed [kind=Cow].age")]
    [InlineData("3.0.3", "")]
    public void Keywords_beside_a_reference_extend_its_schema_since_OpenAPI_3_1(string version, string change)
    {
        static string Cow(string type) => ",'Cow':{'$ref':'#/components/schemas/Pet','properties':{'age':{'type':'" + type + "'}}}";

        Assert.Equal(
            change,
            string.Join(
                ' ',
                SmallContract
                    .Compare(
                        Inheritance("'properties':{}", more: Cow("string"), version: version),
                        Inheritance("'properties':{}", more: Cow("integer"), version: version)
                    )
                    .Findings.Where(static finding => finding.Location.Direction == Direction.Request)
                    .Select(static finding => $"{finding.Rule.Id} {finding.Location.Path["application/json ".Length..]}")
            )
        );
    }

    [Fact]
    public void A_change_of_the_base_is_not_repeated_for_its_subtypes() =>
        Assert.Equal(
            [
                "request-property-type-changed breaking application/json name",
                "response-property-type-changed breaking 200 application/json name",
            ],
            SmallContract.Findings(Inheritance("'properties':{}"), Inheritance("'properties':{}", name: "integer"))
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
            SmallContract.Findings(Inheritance("'properties':{}", more: ",'Cow':{'allOf':[" + Pet + "]}"), Inheritance("'properties':{}"))
        );

    private static JObject Inheritance(
        string cat,
        string name = "string",
        string mapping = "",
        string more = "",
        string version = "3.1.0"
    ) => SmallContract.WithSchema(Pet, Components(cat, name, mapping, "string", more), version);

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
