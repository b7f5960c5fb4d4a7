using OpenApi.Drift.Comparison;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Tests.Comparison;

/// <summary>Tests which alternatives of the base and the revision are two versions of the same alternative.</summary>
public sealed class BranchMatcherTests
{
    private const string Text = "{'type':'string','maxLength':3}";
    private const string NullableText = "{'type':['string','null'],'maxLength':3}";
    private const string Three = "{'type':'object','properties':{'a':{},'b':{},'c':{}}}";
    private const string Four = "{'type':'object','properties':{'a':{},'b':{},'c':{},'d':{}}}";
    private const string Two = "{'type':'object','properties':{'a':{},'b':{}}}";
    private const string Other = "{'type':'object','properties':{'x':{},'y':{}}}";

    [Theory]
    [InlineData(Text, Text)]
    [InlineData(Text, NullableText)]
    [InlineData(NullableText, Text)]
    [InlineData(Text, "{'type':'string','pattern':'a'}")]
    [InlineData(Three, Four)]
    [InlineData(Four, Three)]
    [InlineData("{'type':'object','required':['a','b']}", Three)]
    [InlineData(
        "{'type':'object','properties':{'kind':{'const':'a'},'name':{'type':'string'}}}",
        "{'type':'object','properties':{'kind':{'const':'b'},'name':{'type':'string'}}}"
    )]
    [InlineData(
        "{'type':'object','properties':{'kind':{'const':'a'},'one':{},'two':{},'three':{}}}",
        "{'type':'object','properties':{'kind':{'const':'a'},'four':{},'five':{},'six':{}}}"
    )]
    public void Similar_alternatives_are_matched(string before, string after) => Assert.Equal(["0-0"], Match([before], [after]));

    [Theory]
    [InlineData(Text, "{'type':'integer','minimum':3}")]
    [InlineData(Text, "{'type':['string','integer'],'maxLength':3}")]
    [InlineData(Text, Two)]
    [InlineData(Two, Other)]
    [InlineData(Two, "{'type':'object','minProperties':1}")]
    [InlineData("{'type':'object','minProperties':1}", Two)]
    [InlineData("{'type':'object','properties':{'a':{},'b':{},'c':{}}}", "{'type':'object','properties':{'a':{},'x':{},'y':{}}}")]
    [InlineData(
        "{'type':'object','properties':{'kind':{'const':'a'},'name':{},'size':{}}}",
        "{'type':'object','properties':{'kind':{'const':'b'},'name':{},'color':{}}}"
    )]
    [InlineData(
        "{'type':'object','properties':{'kind':{'const':'a'},'name':{'type':'string'}}}",
        "{'type':'object','properties':{'kind':{'const':'b'},'name':{'type':'integer'}}}"
    )]
    public void Different_alternatives_are_not_matched(string before, string after) => Assert.Equal(["0-", "-0"], Match([before], [after]));

    [Fact]
    public void The_most_similar_alternatives_are_matched_first()
    {
        Assert.Equal(["0-1", "-0"], Match([Three], [Two, Four]));
        Assert.Equal(["0-0", "-1"], Match([Three], [Four, Two]));
        Assert.Equal(["1-0", "0-"], Match([Two, Four], [Three]));
        Assert.Equal(["0-0", "1-"], Match([Four, Two], [Three]));
    }

    [Fact]
    public void An_alternative_that_differs_from_another_only_by_null_is_a_duplicate()
    {
        Assert.Equal(["0-0"], Match([Text, NullableText], [Text]));
        Assert.Equal(["0-0"], Match([Text], [Text, NullableText]));
    }

    [Fact]
    public void Equal_alternatives_are_matched_before_similar_ones() =>
        Assert.Equal(["1-0", "0-1"], Match([Three, Four], [Four, "{'type':'object','properties':{'a':{},'b':{},'c':{},'e':{}}}"]));

    /// <summary>The matches as <c>index in the base - index in the revision</c>.</summary>
    private static IEnumerable<string> Match(string[] before, string[] after)
    {
        SchemaComparison comparison = SmallSchemas.Read(
            before,
            after,
            out IReadOnlyList<SchemaReference> left,
            out IReadOnlyList<SchemaReference> right
        );
        return BranchMatcher.Match(comparison, left, right).Select(match => $"{Index(left, match.Before)}-{Index(right, match.After)}");
    }

    private static string Index(IReadOnlyList<SchemaReference> schemas, SchemaReference? schema) =>
        schema is null ? string.Empty : $"{schemas.ToList().IndexOf(schema)}";
}
