using OpenApi.Drift.Comparison;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Tests.Comparison;

/// <summary>
/// Tests which unions of the base and the revision belong together, if a schema has several. A letter is an alternative, and words
/// are the unions of a schema. <c>s</c> and <c>S</c> are a string that can be null and one that cannot.
/// </summary>
public sealed class UnionMatcherTests
{
    [Theory]
    [InlineData("abc", "ad abe", "0-1 -0")]
    [InlineData("ad abe", "abc", "1-0 0-")]
    [InlineData("ab cde", "cd af", "1-0 0-1")]
    public void Unions_that_share_the_most_alternatives_belong_together(string before, string after, string matches) =>
        Assert.Equal(matches, Match(before, after));

    [Theory]
    [InlineData("ab", "cd", "0-0")]
    [InlineData("ab", "cd ef", "0-0 -1")]
    [InlineData("ab cd", "cd ef", "1-0 0-1")]
    public void The_other_unions_belong_together_in_their_order(string before, string after, string matches) =>
        Assert.Equal(matches, Match(before, after));

    [Theory]
    [InlineData("", "ab", "-0")]
    [InlineData("ab cd", "", "0- 1-")]
    public void Unions_that_only_one_document_has_belong_to_none(string before, string after, string matches) =>
        Assert.Equal(matches, Match(before, after));

    [Theory]
    [InlineData("sa bc", "de Sf")]
    [InlineData("Sa bc", "de sf")]
    public void Alternatives_that_differ_by_null_only_are_shared(string before, string after) =>
        Assert.Equal("0-1 1-0", Match(before, after));

    [Theory]
    [InlineData("{'anyOf':[{'type':'number'},{'type':'number'},{'type':['number']}],'oneOf':[{},{}]}")]
    [InlineData(
        "{'type':'object','anyOf':[{'type':'string'},{'type':'integer'},{'minProperties':1}],"
            + "'oneOf':[{'minProperties':1},{'type':'string'}]}"
    )]
    public void Unions_of_both_kinds_that_share_alternatives_are_matched_by_their_kind(string schema) =>
        Assert.Empty(RequestChanges.Find(schema, schema));

    /// <summary>The matches as <c>index in the base - index in the revision</c>.</summary>
    private static string Match(string before, string after)
    {
        SchemaComparison comparison = SmallSchemas.Read(
            [Schema(before)],
            [Schema(after)],
            out IReadOnlyList<SchemaReference> left,
            out IReadOnlyList<SchemaReference> right
        );
        return string.Join(
            ' ',
            UnionMatcher
                .Match(comparison.Pair(left[0], right[0], MessageDirection.Either))
                .Select(match => $"{Index(left[0], match.Before)}-{Index(right[0], match.After)}")
        );
    }

    private static string Schema(string unions) =>
        $"{{'minProperties':1,'allOf':[{string.Join(',', unions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Union))}]}}";

    private static string Union(string letters) => $"{{'anyOf':[{string.Join(',', letters.Select(Alternative))}]}}";

    private static string Alternative(char letter) =>
        letter switch
        {
            's' => "{'type':['string','null'],'maxLength':3}",
            'S' => "{'type':'string','maxLength':3}",
            _ => $"{{'required':['{letter}']}}",
        };

    private static string Index(SchemaReference schema, SchemaUnion? union) =>
        union is null ? string.Empty : $"{schema.Schema.Unions.IndexOf(union)}";
}
