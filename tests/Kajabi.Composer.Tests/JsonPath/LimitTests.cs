using Kajabi.Composer.JsonPath;
using Kajabi.Composer.JsonPath.Limits;
using Kajabi.Composer.JsonPath.Parsing;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Tests.JsonPath;

/// <summary>Neither a query nor a document can take too much time, memory or stack.</summary>
public sealed class LimitTests
{
    private const string TooManySteps = "The evaluation takes more than 200,000 steps.";
    private const string TooLarge = "A regular expression with its quantifiers is too large.";

    [Theory]
    [InlineData("$..*..*..*..*..*", TooManySteps)]
    [InlineData("$..[?count($..*) > 0]", TooManySteps)]
    [InlineData("$..[?$ == @]", TooManySteps)]
    [InlineData("$..[?count($..[?count($..*) > 0]) > 0]", TooManySteps)]
    [InlineData("$..[?search(@, '(((a*)*)*)*b')]", TooManySteps)]
    [InlineData("$..[?match(@, '((a{100}){100}){2}')]", TooLarge)]
    [InlineData("$..[?match(@, '((((){9999}){9999}){9999}){9999}')]", TooLarge)]
    [InlineData("$..[?match(@, 'a{20001}')]", "A quantifier of a regular expression exceeds 20000.")]
    public void A_query_that_takes_too_many_steps_ends(string query, string message)
    {
        JArray texts = [.. Enumerable.Range(0, 300).Select(static _ => (JToken)new string('a', 2_000))];
        JArray document = Nested(900, texts);

        JsonPathLimitException exception = Assert.Throws<JsonPathLimitException>(() =>
            JsonPathQuery.Parse(query).Select(document, new VisitBudget(200_000))
        );

        Assert.Equal(message, exception.Message);
    }

    [Theory]
    [InlineData("$[?", "(", "@", ")", "]")]
    [InlineData("$", "[?@", "", "]", "")]
    [InlineData("$[?", "length(", "@", ")", "==1]")]
    [InlineData("$[?", "!(", "@", ")", "]")]
    public void A_query_that_is_nested_too_deeply_is_rejected(string start, string open, string middle, string close, string end)
    {
        string query =
            $"{start}{string.Concat(Enumerable.Repeat(open, 100_000))}{middle}{string.Concat(Enumerable.Repeat(close, 100_000))}{end}";

        Assert.Contains(
            "nested more than 64 levels",
            Assert.Throws<JsonPathSyntaxException>(() => JsonPathQuery.Parse(query)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_regular_expression_that_is_nested_too_deeply_is_rejected()
    {
        string pattern = new string('(', 100_000) + new string(')', 100_000);

        Assert.Contains(
            "nested more than 64 levels",
            Assert
                .Throws<JsonPathLimitException>(() =>
                    JsonPathQuery.Parse($"$[?match(@, '{pattern}')]").Select(new JArray("a"), new VisitBudget(1_000_000))
                )
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_deep_document_is_searched_without_recursion_and_compared_up_to_a_limit()
    {
        JArray document = Nested(100_000, []);

        JArray pair = [Nested(2_000, []), Nested(2_000, [])];
        JArray pairs = [pair];

        Assert.Equal(100_000, JsonPathQuery.Parse("$..*").Select(document, new VisitBudget(1_000_000)).Count);
        Assert.Contains(
            "nested more than 1000 levels",
            Assert
                .Throws<JsonPathLimitException>(() => JsonPathQuery.Parse("$[?@[0] == @[1]]").Select(pairs, new VisitBudget(1_000_000)))
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_budget_counts_the_visits()
    {
        VisitBudget budget = new(100);

        JsonPathQuery.Parse("$.a.b").Select(JObject.Parse("{ a: { b: 1 } }"), budget);

        Assert.Equal(2, budget.Spent);
    }

    private static JArray Nested(int depth, JArray innermost)
    {
        JArray outermost = innermost;
        for (int level = 0; level < depth; level++)
        {
            outermost = [outermost];
        }

        return outermost;
    }
}
