using Kajabi.Composer.JsonPath;
using Kajabi.Composer.JsonPath.Parsing;

namespace Kajabi.Composer.Tests.JsonPath;

/// <summary>An invalid query is rejected with the position and the cause.</summary>
public sealed class SyntaxErrorTests
{
    [Theory]
    [InlineData("", 0, "Expected `$`, but found the end.")]
    [InlineData("info", 0, "Expected `$`, but found `i`.")]
    [InlineData(" $", 0, "Expected `$`")]
    [InlineData("$.a ", 3, "Expected `.`, `..`, `[` or the end, but found ` `.")]
    [InlineData("$.[", 2, "a name or `*`")]
    [InlineData("$.x-y", 3, "found `-`")]
    [InlineData("$['a", 4, "found the end")]
    [InlineData("$['\u0001']", 3, "found U+0001")]
    [InlineData("$['\\x']", 3, "escape sequence")]
    [InlineData("$['\\uD800']", 3, "part of a pair")]
    [InlineData("$[01]", 2, "must not start with 0")]
    [InlineData("$[9007199254740992]", 2, "2^53-1")]
    [InlineData("$[0", 3, "Expected `]`, but found the end.")]
    [InlineData("$[?@.a =~ /x/]", 7, "Use `match()` or `search()`")]
    [InlineData("$[?@.a = 1]", 7, "Expected `]`, but found `=`.")]
    [InlineData("$[?@.* == 1]", 3, "more than one node")]
    [InlineData("$[?length(@.a)]", 3, "must be compared")]
    [InlineData("$[?match(@.a, 'b') == true]", 3, "true or false")]
    [InlineData("$[?count('a') == 1]", 9, "must be a query")]
    [InlineData("$[?match(@.a)]", 3, "two arguments")]
    [InlineData("$[?size(@.a) == 1]", 3, "`size()` is not a function")]
    [InlineData("$[?@.a == True]", 10, "a literal, a query")]
    [InlineData("$[?length (@.a) == 1]", 3, "directly after its name")]
    [InlineData("$[(@.length-1)]", 2, "found `(`")]
    public void An_invalid_query_is_rejected_with_its_position(string query, int offset, string problem)
    {
        JsonPathSyntaxException exception = Assert.Throws<JsonPathSyntaxException>(() => JsonPathQuery.Parse(query));

        Assert.Equal(offset, exception.Offset);
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.EndsWith($"(offset {offset})", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hyphens_in_names_must_be_allowed_explicitly()
    {
        Assert.Throws<JsonPathSyntaxException>(() => JsonPathQuery.Parse("$.x-y"));
        Assert.NotNull(JsonPathQuery.Parse("$.x-y", allowHyphens: true));
        Assert.Throws<JsonPathSyntaxException>(() => JsonPathQuery.Parse("$.-y", allowHyphens: true));
    }
}
