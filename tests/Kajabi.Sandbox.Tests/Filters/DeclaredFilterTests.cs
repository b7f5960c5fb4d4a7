using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;

namespace Kajabi.Sandbox.Tests.Filters;

/// <summary>
/// Every filter that the OpenAPI document declares for a list returns the same rows as an independent definition of it over the data.
/// </summary>
public sealed class DeclaredFilterTests : IAsyncLifetime
{
    private static readonly string[] s_people = ["contacts", "customers"];

    private readonly PeopleWorld _world = new();
    private RawSandbox? _sandbox;

    private RawSandbox Sandbox => _sandbox!;

    public async Task InitializeAsync()
    {
        FakeTimeProvider clock = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));
        _sandbox = await RawSandbox.StartAsync(new KajabiSandboxOptions { TimeProvider = clock });
        _world.AddTo(Sandbox.Sandbox.Store);
        RowWorld.AddTo(Sandbox.Sandbox.Store, ContractFilters.OfLists().Where(static filter => !s_people.Contains(filter.Type)));
    }

    public async Task DisposeAsync() => await Sandbox.DisposeAsync();

    [Theory]
    [InlineData("contacts")]
    [InlineData("customers")]
    public async Task Every_filter_of_people_returns_the_people_that_its_description_names(string type)
    {
        bool isCustomer = type == "customers";
        List<WorldPerson> people = [.. _world.People.Where(person => !isCustomer || person.Buyer is not null)];
        List<string> failures = [];
        foreach ((_, string name) in ContractFilters.OfLists().Where(filter => filter.Type == type))
        {
            if (!PeopleDefinitions.All.TryGetValue(name, out (string[] Values, Func<WorldPerson, bool, string, bool> IsMatch) definition))
            {
                failures.Add($"{name} has no definition");
                continue;
            }

            await CompareAsync(
                failures,
                type,
                name,
                definition.Values,
                value => people.Where(person => definition.IsMatch(person, isCustomer, value)).Select(GetId),
                [.. people.Select(GetId)]
            );
        }

        Assert.Empty(failures);

        string GetId(WorldPerson person) => isCustomer ? person.Buyer!.CustomerId : person.ContactId;
    }

    [Fact]
    public async Task Every_filter_of_the_other_lists_returns_the_rows_that_its_description_names()
    {
        List<string> failures = [];
        foreach (
            IGrouping<string, string> type in ContractFilters
                .OfLists()
                .Where(static filter => !s_people.Contains(filter.Type))
                .GroupBy(static filter => filter.Type, static filter => filter.Name)
        )
        {
            Dictionary<string, (int Number, JObject Attributes)> rows = await ReadRowsAsync(type.Key);
            JObject[] attributes = [.. rows.Values.Select(static row => row.Attributes)];
            foreach (string name in type)
            {
                if (RowDefinitions.Find(type.Key, name, attributes) is not { } definition)
                {
                    failures.Add($"{type.Key}: {name} has no definition");
                    continue;
                }

                await CompareAsync(
                    failures,
                    type.Key,
                    name,
                    definition.Values,
                    value =>
                        rows.Where(row => definition.IsMatch(row.Value.Number, row.Value.Attributes, value)).Select(static row => row.Key),
                    [.. rows.Keys]
                );
            }
        }

        Assert.Empty(failures);
    }

    [Theory]
    [InlineData("contacts", "site_id")]
    [InlineData("contacts", "has_tag_id")]
    [InlineData("contacts", "created_in_last")]
    [InlineData("customers", "net_revenue_less_than")]
    [InlineData("orders", "fulfilled_at_null")]
    [InlineData("products", "exclude_product_types[]")]
    [InlineData("purchases", "currency_eq")]
    [InlineData("purchases", "active")]
    [InlineData("transactions", "start_date")]
    public async Task A_blank_filter_has_no_effect(string type, string name)
    {
        List<string> all = await Sandbox.GetIdsAsync($"/v1/{type}?page[size]=500");

        Assert.Equal(all, await Sandbox.GetIdsAsync($"/v1/{type}?page[size]=500&{ContractFilters.Write(name)}="));
        Assert.Equal(all, await Sandbox.GetIdsAsync($"/v1/{type}?page[size]=500&{ContractFilters.Write(name)}=%20"));
    }

    [Theory]
    [InlineData("contacts", "created_in_last")]
    [InlineData("contacts", "not_created_in_last")]
    [InlineData("contacts", "subscribed")]
    [InlineData("customers", "net_revenue_equal_to")]
    [InlineData("transactions", "start_date")]
    public async Task A_value_of_another_type_matches_nothing(string type, string name) =>
        Assert.Empty(await Sandbox.GetIdsAsync($"/v1/{type}?filter[{name}]=surprise"));

    [Fact]
    public async Task The_included_products_and_offers_of_a_customer_can_be_searched_and_paged()
    {
        const string Customer = "/v1/customers/321?include=products,offers";
        async Task<string[]> GetIncludedAsync(string filters) =>
            [.. (await Sandbox.GetAsync($"{Customer}{filters}"))["included"]!.Select(static one => (string)one["id"]!)];

        Assert.Equal(["701", "702", "456", "457"], await GetIncludedAsync(string.Empty));
        Assert.Equal(["702", "457"], await GetIncludedAsync("&filter[products_search]=GLAZE&filter[offers_search]=taster"));
        Assert.Equal(["701", "702", "456"], await GetIncludedAsync("&filter[offers_search]=wheel 2026"));
        Assert.Equal(["702", "456"], await GetIncludedAsync("&filter[products_page]=2&filter[products_per]=1&filter[offers_per]=1"));
        Assert.Equal(
            (string[])["products_search", "products_page", "products_per", "offers_search", "offers_page", "offers_per"],
            ContractFilters.Of("/v1/customers/{id}")
        );
    }

    private async Task CompareAsync(
        List<string> failures,
        string type,
        string name,
        string[] values,
        Func<string, IEnumerable<string>> getExpected,
        HashSet<string> known
    )
    {
        bool isSelective = false;
        foreach (string value in values)
        {
            string[] expected = [.. getExpected(value).Order(StringComparer.Ordinal)];
            string site = type == "kajabi_payments_payouts" && name != "site_id" ? "&filter[site_id]=1" : string.Empty;
            string[] wanted = site.Length == 0 ? expected : [.. expected.Where(static id => GetNumber(id) % 2 == 0)];
            string address = $"/v1/{type}?page[size]=500{site}&{ContractFilters.Write(name)}={Uri.EscapeDataString(value)}";
            string[] actual = [.. (await ReadAllAsync(address)).Where(known.Contains).Order(StringComparer.Ordinal)];
            if (!wanted.SequenceEqual(actual))
            {
                failures.Add(
                    $"{type}: {name}={value} returned {actual.Length} instead of {wanted.Length} of {known.Count}: missing "
                        + $"{string.Join(' ', wanted.Except(actual).Take(3))}, unexpected {string.Join(' ', actual.Except(wanted).Take(3))}"
                );
            }

            isSelective |= wanted.Length > 0 && wanted.Length < known.Count;
        }

        if (!isSelective)
        {
            failures.Add($"{type}: no value of {name} returns some of the rows: {string.Join(' ', values)}");
        }
    }

    /// <summary>Reads the ids of all pages.</summary>
    private async Task<List<string>> ReadAllAsync(string address)
    {
        List<string> ids = [];
        for (int page = 1; ; page++)
        {
            JObject document = await Sandbox.GetAsync($"{address}&page[number]={page}");
            ids.AddRange(document["data"]!.Select(static row => (string)row["id"]!));
            if (document["links"]!["next"] is null)
            {
                return ids;
            }
        }
    }

    /// <summary>Reads the rows that the test added, by their id.</summary>
    private async Task<Dictionary<string, (int Number, JObject Attributes)>> ReadRowsAsync(string type)
    {
        string[] addresses =
            type == "kajabi_payments_payouts"
                ? [.. RowWorld.Sites.Select(static site => $"/v1/kajabi_payments_payouts?filter[site_id]={site}")]
                : [$"/v1/{type}?page[size]=500"];
        Dictionary<string, (int, JObject)> rows = [];
        foreach (string address in addresses)
        {
            for (int page = 1; ; page++)
            {
                JObject document = await Sandbox.GetAsync($"{address}&page[number]={page}");
                foreach (
                    JToken row in document["data"]!.Where(static row => ((string)row["id"]!).StartsWith("copy-", StringComparison.Ordinal))
                )
                {
                    rows[(string)row["id"]!] = (GetNumber((string)row["id"]!), (JObject)row["attributes"]!);
                }

                if (document["links"]!["next"] is null)
                {
                    break;
                }
            }
        }

        return rows;
    }

    private static int GetNumber(string id) => int.Parse(id["copy-".Length..], CultureInfo.InvariantCulture);
}
