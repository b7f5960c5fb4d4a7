using Kajabi.Composer.JsonPath;
using Kajabi.Composer.JsonPath.Limits;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Tests.JsonPath;

/// <summary>The regular expressions of <c>match()</c> and <c>search()</c> are I-Regexps (RFC 9485).</summary>
public sealed class RegexpTests
{
    [Theory]
    [InlineData("a.c", "abc", true)]
    [InlineData("a.c", "a\nc", false)]
    [InlineData("a.c", "a\uD83D\uDE00c", true)]
    [InlineData("a", "abc", false)]
    [InlineData("", "", true)]
    [InlineData("a|bc|", "bc", true)]
    [InlineData("(ab)*c", "ababc", true)]
    [InlineData("a{2}", "aa", true)]
    [InlineData("a{2}", "aaa", false)]
    [InlineData("a{2,3}", "aaaa", false)]
    [InlineData("a{2,}", "aaaa", true)]
    [InlineData("a{0,1}b?", "", true)]
    [InlineData("(a*)*b", "aab", true)]
    [InlineData("[a-c-]+", "a-c", true)]
    [InlineData("[-a]", "-", true)]
    [InlineData("[^a-z]", "\uD83D\uDE00", true)]
    [InlineData("[^a-z]", "b", false)]
    [InlineData("[\uD83D\uDE00-\uD83D\uDE05]", "\uD83D\uDE03", true)]
    [InlineData("\\p{Lu}", "\uD835\uDC00", true)]
    [InlineData("\\P{L}", "1", true)]
    [InlineData("[\\p{L}\\p{Nd}]+", "a1", true)]
    [InlineData("filter\\[.*\\]", "filter[a]", true)]
    [InlineData("\\n\\t\\r\\.", "\n\t\r.", true)]
    [InlineData("a$", "a", true)]
    [InlineData("(^a|b)c", "ac", true)]
    public void A_pattern_matches_the_whole_text(string pattern, string text, bool isMatch) =>
        Assert.Equal(isMatch, IsTrue("match", pattern, text));

    [Theory]
    [InlineData("b+", "abbc", true)]
    [InlineData("^b", "ab", false)]
    [InlineData("b$", "ab", true)]
    [InlineData("", "x", true)]
    [InlineData("d", "abc", false)]
    public void A_search_matches_a_part_of_the_text(string pattern, string text, bool isMatch) =>
        Assert.Equal(isMatch, IsTrue("search", pattern, text));

    [Theory]
    [InlineData("\\d")]
    [InlineData("(?:a)")]
    [InlineData("(?=a)")]
    [InlineData("a**")]
    [InlineData("*")]
    [InlineData("a{2,1}")]
    [InlineData("a{,1}")]
    [InlineData("(a")]
    [InlineData("a)")]
    [InlineData("[a")]
    [InlineData("[]")]
    [InlineData("[b-a]")]
    [InlineData("[a-z-9]")]
    [InlineData("\\p{Xx}")]
    [InlineData("\\p{Cs}")]
    [InlineData("\\P{Cs}")]
    [InlineData("\\p{IsGreek}")]
    [InlineData("\\")]
    public void A_pattern_that_is_not_an_I_Regexp_matches_nothing(string pattern)
    {
        Assert.False(IsTrue("search", pattern, "a1"));
        Assert.False(IsTrue("match", pattern, pattern));
    }

    private static bool IsTrue(string function, string pattern, string text)
    {
        JArray document = [new JObject { ["text"] = text, ["pattern"] = pattern }];
        return JsonPathQuery.Parse($"$[?{function}(@.text, @.pattern)]").Select(document, new VisitBudget(10_000)).Count == 1;
    }
}
