using Kajabi.Composer.JsonPath;
using Kajabi.Composer.JsonPath.Limits;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Tests.JsonPath;

/// <summary>Queries select the tokens of the document, in the order of RFC 9535.</summary>
public sealed class QueryTests
{
    private const string Store = """
        {
          "books": [
            { "title": "a", "price": 8, "tags": ["x"] },
            { "title": "b", "price": 12.5, "isbn": null },
            { "title": "c", "price": 8.0, "tags": ["x", "y"] }
          ],
          "x-limit": 10,
          "/v1": { "é": 1, "'": 2, "\uD83D\uDE00": 3 }
        }
        """;

    [Theory]
    [InlineData("$", "")]
    [InlineData("$.books[0].title", "books[0].title")]
    [InlineData("$[\"/v1\"].é", "['/v1'].é")]
    [InlineData("$['/v1']['\\'']", "['/v1']['\\'']")]
    [InlineData("$['/v1']['\\uD83D\\uDE00', \"\\u00e9\"]", "['/v1'].\uD83D\uDE00 ['/v1'].é")]
    [InlineData("$.books[-1].price", "books[2].price")]
    [InlineData("$.books[5]", null)]
    [InlineData("$.books[::-2].title", "books[2].title books[0].title")]
    [InlineData("$.books[*].tags[*]", "books[0].tags[0] books[2].tags[0] books[2].tags[1]")]
    [InlineData("$..tags[0]", "books[0].tags[0] books[2].tags[0]")]
    [InlineData("$.books[0,0].title", "books[0].title books[0].title")]
    [InlineData("$.missing.title", null)]
    public void A_path_selects_the_nodes_in_order(string query, string? paths) => AssertSelects(query, paths);

    [Theory]
    [InlineData("$.books[?@.price == 8]", "books[0] books[2]")]
    [InlineData("$.books[?@.price<$['x-limit']]", "books[0] books[2]")]
    [InlineData("$.books[?(@.title==\"b\")]", "books[1]")]
    [InlineData("$.books[?@.isbn]", "books[1]")]
    [InlineData("$.books[?@.isbn == null]", "books[1]")]
    [InlineData("$.books[?@.isbn == @.missing]", "books[0] books[2]")]
    [InlineData("$.books[?!@.tags && @.price >= 12.5e0 || @.title == 'a']", "books[0] books[1]")]
    [InlineData("$.books[?length(@.tags) == 2]", "books[2]")]
    [InlineData("$.books[?count(@.tags[*]) < 2].title", "books[0].title books[1].title")]
    [InlineData("$.books[?value(@..tags[1]) == 'y']", "books[2]")]
    [InlineData("$.books[?match(@.title, '[ab]')].title", "books[0].title books[1].title")]
    [InlineData("$.books[?search($.books[0].tags[0], '^x$') && @.price > 8]", "books[1]")]
    [InlineData("$.books[?@.tags == $.books[0].tags]", "books[0]")]
    [InlineData("$.books[?@.title < 'b'].title", "books[0].title")]
    public void A_filter_selects_the_nodes_for_which_it_is_true(string query, string? paths) => AssertSelects(query, paths);

    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("9007199254740993", "9007199254740992", false)]
    [InlineData("0.1", "0.10", true)]
    [InlineData("1", "\"1\"", false)]
    [InlineData("1", "true", false)]
    [InlineData("-0", "0", true)]
    [InlineData("100000000000000000000000", "1e23", true)]
    [InlineData("\"2026-01-01\"", "\"2026-01-01\"", true)]
    [InlineData("{\"a\":1,\"b\":[null]}", "{\"b\":[null],\"a\":1.0}", true)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("null", "false", false)]
    public void Values_are_compared_by_type_and_value(string left, string right, bool areEqual) =>
        Assert.Equal(areEqual ? 1 : 0, Select("$[?@.a == @.b]", $"[{{\"a\":{left},\"b\":{right}}}]").Count);

    [Fact]
    public void Decimal_numbers_of_a_document_equal_literals()
    {
        JArray document = [new JValue(0.1m), new JValue(1m), new JValue(79228162514264337593543950335m)];

        Assert.Equal(2, JsonPathQuery.Parse("$[?@ == 0.1 || @ == 1]").Select(document, new VisitBudget(100)).Count);
    }

    [Fact]
    public void Strings_are_ordered_by_code_point()
    {
        Assert.Single(Select("$[?@.a < @.b]", "[{\"a\":\"\\uFF5E\",\"b\":\"\\uD83D\\uDE00\"}]"));
        Assert.Empty(Select("$[?@.a > @.b]", "[{\"a\":\"\\uFF5E\",\"b\":\"\\uD83D\\uDE00\"}]"));
    }

    [Fact]
    public void The_selected_tokens_are_those_of_the_document_with_line_numbers()
    {
        JToken document = Read(Store);

        JToken selected = Assert.Single(JsonPathQuery.Parse("$..[?@.title == 'c'].price").Select(document, new VisitBudget(1_000)));

        Assert.Same(document["books"]![2]!["price"], selected);
        Assert.Equal(5, ((IJsonLineInfo)selected).LineNumber);
    }

    private static void AssertSelects(string query, string? paths) =>
        Assert.Equal(paths, Select(query, Store) is { Count: > 0 } nodes ? string.Join(' ', nodes.Select(static node => node.Path)) : null);

    private static IReadOnlyList<JToken> Select(string query, string document) =>
        JsonPathQuery.Parse(query).Select(Read(document), new VisitBudget(1_000));

    private static JToken Read(string text)
    {
        using JsonTextReader reader = new(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return JToken.Load(reader, new JsonLoadSettings { LineInfoHandling = LineInfoHandling.Load });
    }
}
