using CsCheck;
using Kajabi.Areas.Internal;
using Kajabi.JsonApi.Documents.Internal;
using Kajabi.Sandbox.Internal.Reading;
using Newtonsoft.Json.Linq;

namespace Kajabi.Sandbox.Tests;

/// <summary>Filters on attributes return the same rows as an independent filter over the data.</summary>
public sealed class AttributeFilterTests(FilterFixture fixture) : IClassFixture<FilterFixture>
{
    private const int Iterations = 300;
    private const int MaxConditions = 3;

    private static readonly string[] s_spellings =
    [
        "eq",
        "not_eq",
        "cont",
        "not_cont",
        "i_cont",
        "start",
        "end",
        "gt",
        "gte",
        "gteq",
        "lt",
        "lte",
        "lteq",
        "in",
        "not_in",
        "null",
    ];

    public static TheoryData<string> Types => [.. FilterFixture.Types.Select(static type => type.Type)];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Random_filters_return_the_matching_rows(string type)
    {
        IReadOnlyList<(string Id, JObject Attributes)> rows = await fixture.ReadAsync(type, []);
        HashSet<string> sent = [];
        int selective = 0;

        await GetCondition(type, rows)
            .List[1, MaxConditions]
            .SampleAsync(
                async conditions =>
                {
                    // The value of a parameter that is given twice is undefined.
                    List<FilterCondition> distinct = [.. conditions.DistinctBy(static condition => condition.Parameter)];
                    List<string> expected =
                    [
                        .. rows.Where(row => distinct.TrueForAll(condition => condition.IsMatch(row.Attributes)))
                            .Select(static row => row.Id),
                    ];

                    IReadOnlyList<(string Id, JObject)> actual = await fixture.ReadAsync(
                        type,
                        distinct.Select(static condition => (condition.Parameter, condition.Value))
                    );

                    Assert.Equal(expected, actual.Select(static row => row.Id));
                    sent.UnionWith(distinct.Select(static condition => condition.Parameter));
                    selective += expected.Count > 0 && expected.Count < rows.Count ? 1 : 0;
                },
                iter: Iterations,
                threads: 1
            );

        int documented = FilterFixture.GetQuery(type).AttributeFilters.Sum(static filter => filter.Suffixes.Count);
        Assert.True(sent.Count > documented * 3 / 4, $"{sent.Count} of {documented} filters were sent.");
        Assert.True(selective > Iterations / 5, $"{selective} filters returned some of the rows.");
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Every_sort_order_sorts_the_rows(string type)
    {
        foreach (string sort in FilterFixture.GetQuery(type).Sorts)
        {
            IEnumerable<(string Id, JObject Attributes)> rows = await fixture.ReadAsync(type, []);
            Func<(string Id, JObject Attributes), SortValue> key = row =>
                SortValue.Create(row.Attributes[sort]!, FilterFixture.GetKind(type, sort));

            Assert.Equal(
                rows.OrderBy(key).Select(static row => row.Id),
                (await fixture.ReadAsync(type, [("sort", sort)])).Select(static row => row.Id)
            );
            Assert.Equal(
                rows.OrderByDescending(key).Select(static row => row.Id),
                (await fixture.ReadAsync(type, [("sort", $"-{sort}")])).Select(static row => row.Id)
            );
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void The_sandbox_supports_exactly_the_filters_of_the_SDK(string type)
    {
        foreach (FilteredAttribute filter in FilterFixture.GetQuery(type).AttributeFilters)
        {
            IEnumerable<string> supported = s_spellings.Where(suffix => AttributeFilters.Find(type, $"{filter.Name}_{suffix}") is not null);

            Assert.Equal(filter.Suffixes.Order(StringComparer.Ordinal), supported.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("purchases", "filter[updated_at_gteq]", "2100-01-01")]
    [InlineData("purchases", "filter[currency_in]", "XXX")]
    [InlineData("orders", "filter[created_at_gte]", "2100-01-01")]
    [InlineData("landing_pages", "filter[url_start]", "nothing")]
    [InlineData("purchases", "filter[currency_eq]", "")]
    public async Task An_undocumented_filter_or_a_blank_value_is_ignored_as_by_the_service(string type, string parameter, string value) =>
        Assert.Equal(
            (await fixture.ReadAsync(type, [])).Select(static row => row.Id),
            (await fixture.ReadAsync(type, [(parameter, value)])).Select(static row => row.Id)
        );

    [Theory]
    [InlineData("filter[updated_at_gte]", "yesterday")]
    [InlineData("filter[quantity_eq]", "many")]
    [InlineData("filter[opt_in_eq]", "perhaps")]
    public async Task A_value_of_another_type_matches_nothing(string parameter, string value) =>
        Assert.Empty(await fixture.ReadAsync("purchases", [(parameter, value)]));

    /// <summary>Generates a documented filter whose value is often that of a row, or a part of it.</summary>
    private static Gen<FilterCondition> GetCondition(string type, IReadOnlyList<(string Id, JObject Attributes)> rows)
    {
        (string Attribute, string Suffix)[] filters =
        [
            .. FilterFixture
                .GetQuery(type)
                .AttributeFilters.SelectMany(static filter => filter.Suffixes, static (filter, suffix) => (filter.Name, suffix)),
        ];
        return Gen.Select(Gen.OneOf(filters), Gen.OneOf([.. rows]).Array[3], Gen.Int[0, 30], Gen.Int[1, 4])
            .Select(
                (filter, chosen, start, length) =>
                {
                    JsonApiMemberKind kind = FilterFixture.GetKind(type, filter.Attribute);
                    string[] texts =
                    [
                        .. chosen
                            .Select(row => FilterCondition.GetText(row.Attributes[filter.Attribute]!))
                            .Where(static text => text.Length > 0),
                    ];
                    string text =
                        texts.FirstOrDefault()
                        ?? (
                            kind is JsonApiMemberKind.Int64 ? "1"
                            : kind is JsonApiMemberKind.Boolean ? "true"
                            : "2026-03-01T15:00:00Z"
                        );
                    string part = text.Substring(start % text.Length);
                    string value = filter.Suffix switch
                    {
                        "null" => start % 2 == 0 ? "true" : "false",
                        "in" or "not_in" => string.Join(
                            ',',
                            texts.Append("other").Where(static one => !one.Contains(',', StringComparison.Ordinal))
                        ),
                        "cont" or "not_cont" or "i_cont" => part[..Math.Min(length, part.Length)],
                        "start" => text[..Math.Min(length, text.Length)],
                        "end" => part,
                        _ => text,
                    };
                    return new FilterCondition(filter.Attribute, kind, filter.Suffix, string.IsNullOrWhiteSpace(value) ? text : value);
                }
            );
    }
}
