using OpenApi.Drift.Comparison;

namespace OpenApi.Drift.Tests.Comparison;

/// <summary>Tests the texts that identify the alternatives of a schema in findings.</summary>
public sealed class BranchFormatterTests
{
    [Theory]
    [InlineData("{'type':'string','maxLength':3}", "string")]
    [InlineData("{'type':['string','null']}", "string")]
    [InlineData("{'enum':['b','a']}", "string (\"a\", \"b\")")]
    [InlineData("{'type':'string','format':'date'}", "string (date)")]
    [InlineData("{'type':['string','integer'],'allOf':[{'format':'int32'},{'format':'date'}]}", "string|integer (date, int32)")]
    [InlineData("{'type':'object','properties':{'b':{},'a':{}}}", "object (a, b)")]
    [InlineData("{'type':'object','properties':{'b':{},'a':{'enum':['x']}}}", "object (a=\"x\", b)")]
    [InlineData("{'type':'object','properties':{'b':{},'a':{'enum':['x','y']}}}", "object (a, b)")]
    [InlineData("{'type':'object','properties':{'a':{},'b':{},'c':{},'d':{},'e':{},'f':{}}}", "object (a, b, c, d, e, f)")]
    [InlineData("{'type':'object','properties':{'a':{},'b':{},'c':{},'d':{},'e':{},'f':{},'g':{}}}", "object (a, b, c, d, e, f, ...)")]
    [InlineData("{'properties':{'a':{}}}", "string|number|boolean|object|array (a)")]
    public void An_alternative_is_described_by_its_types_and_content(string schema, string text) =>
        Assert.Equal(text, BranchFormatter.Format(SmallSchemas.Read(schema)[0].Schema));

    [Fact]
    public void Alternatives_are_joined_with_or() =>
        Assert.Equal(
            "object (a) or object (b)",
            BranchFormatter.Format(
                SmallSchemas
                    .Read("{'oneOf':[{'type':'object','properties':{'a':{}}},{'type':'object','properties':{'b':{}}}]}")[0]
                    .Schema.Unions[0]
            )
        );
}
