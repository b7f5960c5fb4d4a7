using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;
using Newtonsoft.Json.Linq;

namespace Kajabi.Sandbox.Tests.LikeTheService;

/// <summary>Links, parameters, includes and the order of lists.</summary>
public sealed class ListTests : RawSandboxTestBase
{
    [Fact]
    public async Task Following_the_next_link_of_an_encoded_search_continues_the_same_list()
    {
        foreach (string name in (string[])["lab+plus a", "lab+plus b", "lab plus c", "lab+plus & d"])
        {
            Sandbox
                .Sandbox.Store.Add("contacts", name, new JsonObject { ["name"] = name, ["created_at"] = "2020-01-01T00:00:00.000Z" })
                .One("site", "sites", "1");
        }

        List<string> read = [];
        string? next = "/v1/contacts?page[size]=1&filter[search]=lab%2Bplus";
        while (next is not null)
        {
            JObject page = await Sandbox.GetAsync(next);
            read.AddRange(page["data"]!.Select(static row => (string)row["id"]!));
            next = (string?)page["links"]!["next"];
            Assert.DoesNotContain("%5B", next ?? string.Empty, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(["lab+plus & d", "lab+plus b", "lab+plus a"], read);
    }

    [Theory]
    [InlineData("filter[site_id]=1&filter[site_id]=1", "filter[site_id]=1")]
    [InlineData("filter[site_id]=unknown&filter[site_id]=1", "filter[site_id]=1")]
    [InlineData("sort=email&sort=name", "sort=name")]
    [InlineData("page[size]=2&page[size]=3", "page[size]=3")]
    public async Task Of_a_parameter_that_is_sent_twice_the_last_value_counts(string twice, string once) =>
        Assert.Equal(await Sandbox.GetIdsAsync($"/v1/contacts?{once}"), await Sandbox.GetIdsAsync($"/v1/contacts?{twice}"));

    [Fact]
    public async Task A_parameter_whose_name_ends_in_brackets_is_a_list() =>
        Assert.Equal(
            ["703"],
            await Sandbox.GetIdsAsync("/v1/products?filter[exclude_product_types][]=Course&filter[exclude_product_types][]=Download")
        );

    [Theory]
    [InlineData("contacts")]
    [InlineData("customers")]
    public async Task People_are_listed_newest_first(string type)
    {
        Sandbox.Sandbox.Store.Add(type, "older", new JsonObject { ["created_at"] = "2025-01-01T00:00:00.000Z" }).One("site", "sites", "1");
        Sandbox.Sandbox.Store.Add(type, "newer", new JsonObject { ["created_at"] = "2025-01-01T00:00:00.000Z" }).One("site", "sites", "1");
        JObject page = await Sandbox.GetAsync($"/v1/{type}?page[size]=500");

        string[] times = [.. page["data"]!.Select(static row => (string)row["attributes"]!["created_at"]!)];
        Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
        List<string> ids = [.. page["data"]!.Select(static row => (string)row["id"]!)];
        Assert.Equal(ids.IndexOf("older") - 1, ids.IndexOf("newer"));
    }

    [Fact]
    public async Task Revenue_is_sorted_as_a_number()
    {
        foreach (string amount in (string[])["1000.0", "20.5"])
        {
            Sandbox.Sandbox.Store.Add("customers", amount, new JsonObject { ["net_revenue"] = amount });
        }

        Assert.Equal(["20.5", "321", "1000.0"], await Sandbox.GetIdsAsync("/v1/customers?sort=net_revenue"));
    }

    [Theory]
    [InlineData("purchases?include=offer,customer", "customers", "offers")]
    [InlineData("purchases/1021?include=transactions,products", "products", "transactions")]
    [InlineData("form_submissions?include=tags", "contact_tags")]
    [InlineData("orders?include=payment_transactions", "transactions")]
    [InlineData("customers?include=contact.tags", "contact_tags", "contacts")]
    [InlineData("contact_tags?include=site", "sites")]
    public async Task Undeclared_includes_of_existing_relationships_work(string address, params string[] types)
    {
        JObject page = await Sandbox.GetAsync($"/v1/{address}");

        Assert.Equal(types, page["included"]!.Select(static one => (string)one["type"]!).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("contacts?include=owner")]
    [InlineData("contacts?include=customer.owner")]
    [InlineData("purchases/1021?include=Offer")]
    public async Task Includes_of_unknown_relationships_are_rejected(string address) =>
        Assert.Equal(400, (await Sandbox.SendAsync(HttpMethod.Get, $"/v1/{address}")).Status);

    [Fact]
    public async Task A_long_include_path_through_a_cycle_works()
    {
        string path = string.Join('.', Enumerable.Repeat("order_items.order", 100));

        Assert.Equal(3, (await Sandbox.GetAsync($"/v1/orders?include={path}"))["included"]!.Count());
    }
}
