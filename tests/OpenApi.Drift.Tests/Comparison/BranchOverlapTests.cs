using OpenApi.Drift.Comparison;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Tests.Comparison;

/// <summary>Tests which alternatives of <c>oneOf</c> a value can match at the same time.</summary>
public sealed class BranchOverlapTests
{
    private const string Dangling = "{'$ref':'#/components/schemas/Missing'}";
    private const string Named = "{'type':'object','properties':{'a':{}}}";

    [Theory]
    [InlineData("{'type':'string'}", "{'type':'integer'}")]
    [InlineData("{'type':'string','maxLength':3}", "{'type':'string','minLength':5}")]
    [InlineData("{'type':'string','enum':['a']}", "{'type':'string','maxLength':3}")]
    [InlineData("{'enum':['a','b']}", "{'enum':['c']}")]
    [InlineData(Named, Dangling)]
    [InlineData(
        "{'type':'object','properties':{'a':{'const':'x'}}}",
        "{'type':'object','properties':{'a':{'const':'y'},'b':{'type':'string'}}}"
    )]
    [InlineData(
        "{'type':'object','required':['a'],'properties':{'a':{'type':'string'}}}",
        "{'type':'object','properties':{'a':{'type':'integer'}}}"
    )]
    [InlineData(
        "{'type':'object','additionalProperties':false,'properties':{'a':{}}}",
        "{'type':'object','required':['a','b'],'properties':{'a':{},'b':{}}}"
    )]
    [InlineData(
        "{'type':'object','properties':{'a':{}},'oneOf':[{'required':['b']},{'required':['c']}]}",
        "{'type':'object','properties':{'b':{}}}"
    )]
    public void Distinct_alternatives_do_not_overlap(string one, string other)
    {
        Assert.Null(BranchOverlap.Find(SmallSchemas.Read(one, other)));
        Assert.Null(BranchOverlap.Find(SmallSchemas.Read(other, one)));
    }

    [Theory]
    [InlineData("{'type':'string'}", "{'type':'string','maxLength':3}")]
    [InlineData("{'type':['string','integer']}", "{'type':'string','minLength':5}")]
    [InlineData(Named, "{'type':'object','properties':{'b':{}}}")]
    [InlineData("{'type':'object','properties':{'a':{'type':'string'}}}", "{'type':'object','properties':{'a':{'type':'integer'}}}")]
    [InlineData(
        "{'type':'object','additionalProperties':false,'properties':{'a':{}}}",
        "{'type':'object','required':['a'],'properties':{'a':{},'b':{}}}"
    )]
    [InlineData(
        "{'type':'object','additionalProperties':false,'patternProperties':{'^b':{}},'properties':{'a':{}}}",
        "{'type':'object','required':['b'],'properties':{'b':{}}}"
    )]
    public void Alternatives_that_a_value_can_match_at_once_overlap(string one, string other)
    {
        IReadOnlyList<SchemaReference> schemas = SmallSchemas.Read(one, other);

        Assert.Equal((schemas[0].Schema, schemas[1].Schema), BranchOverlap.Find(schemas));
        Assert.Equal((schemas[1].Schema, schemas[0].Schema), BranchOverlap.Find([schemas[1], schemas[0]]));
    }

    [Fact]
    public void The_first_alternatives_that_overlap_are_returned()
    {
        IReadOnlyList<SchemaReference> schemas = SmallSchemas.Read("{'type':'integer'}", Named, "{'type':'string'}", Named, Named);

        Assert.Equal((schemas[1].Schema, schemas[3].Schema), BranchOverlap.Find(schemas));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void Required_properties_are_compared_down_to_the_third_level(int level, bool overlaps)
    {
        static string Nested(int level, string type) =>
            level == 0 ? $"{{'type':'{type}'}}" : $"{{'type':'object','required':['a'],'properties':{{'a':{Nested(level - 1, type)}}}}}";

        Assert.Equal(overlaps, BranchOverlap.Find(SmallSchemas.Read(Nested(level, "string"), Nested(level, "integer"))) is not null);
    }

    [Fact]
    public void Alternatives_that_contain_themselves_overlap() =>
        Assert.NotNull(
            BranchOverlap.Find(
                SmallSchemas.Read(
                    "{'type':'object','required':['next'],'properties':{'next':{'$ref':'#/components/schemas/S0'}}}",
                    "{'type':'object','required':['next'],'properties':{'next':{'$ref':'#/components/schemas/S1'}}}"
                )
            )
        );
}
