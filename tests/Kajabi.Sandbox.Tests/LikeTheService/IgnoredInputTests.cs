using Kajabi.Sandbox.Internal.Http;
using Kajabi.Sandbox.Internal.Reading;
using Kajabi.Sandbox.Internal.Store;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace Kajabi.Sandbox.Tests.LikeTheService;

/// <summary>What the API ignores silently is ignored by default, and rejected with its name in the strict mode.</summary>
public sealed class IgnoredInputTests : RawSandboxTestBase
{
    protected override void Configure(KajabiSandboxOptions options) => options.IsStrict = true;

    [Theory]
    [InlineData("contacts?filter[email]=johanna@example.com", "filter[email] is not a filter", "Did you mean filter[email_contains]?")]
    [InlineData(
        "contacts?filter[email_eq]=johanna@example.com",
        "filter[email_eq] is not a filter",
        "Did you mean filter[email_contains]?"
    )]
    [InlineData("contacts?filter[has_tag]=789", "filter[has_tag] is not a filter", "Did you mean filter[has_tag_id]?")]
    [InlineData("purchases?filter[updated_at_gteq]=2026-01-01", "filter[updated_at_gteq]", "Did you mean filter[updated_at_gte]?")]
    [InlineData("orders?filter[created_at_gte]=2026-01-01", "filter[created_at_gte]", "Did you mean filter[created_at_gteq]?")]
    [InlineData("products?filter[exclude_product_types]=Course", "filter[exclude_product_types]", "filter[exclude_product_types][]?")]
    [InlineData("contacts?filter[zzz]=1", "filter[zzz] is not a filter of contacts", "has no effect.")]
    [InlineData("contacts?filter[site_id]=", "filter[site_id] is blank", "has no effect.")]
    [InlineData("contacts?limit=5", "limit is not a parameter", "has no effect.")]
    [InlineData("contacts?includes=tags", "includes is not a parameter", "Did you mean include?")]
    [InlineData("contacts?page=2", "page is not a parameter", "Did you mean page[")]
    [InlineData("contacts/123?filter[site_id]=1", "filter[site_id] is not a filter", "has no effect.")]
    [InlineData("contacts/123?page[size]=5&sort=name", "page[size] is not a parameter", "has no effect.")]
    [InlineData("contacts?fields[contact]=name", "fields[contact] is not a parameter", "has no effect. Did you mean fields[contacts]?")]
    [InlineData("contacts?field[contacts]=name", "field[contacts] is not a parameter", "Did you mean fields[contacts]?")]
    [InlineData("contacts?fliter[search]=ann", "fliter[search] is not a parameter", "Did you mean filter[search]?")]
    [InlineData("contacts?page[szie]=5", "page[szie] is not a parameter", "Did you mean page[size]?")]
    [InlineData("contacts?page[size]=abc", "page[size] is no number and has no effect.")]
    [InlineData("contacts?page[number]=1.5", "page[number] is no number and has no effect.")]
    [InlineData("offers?fields[offers]=titel", "titel of fields[offers]", "Did you mean title?")]
    [InlineData("contacts?fields[contacts]=nme,email", "nme of fields[contacts] is neither", "Did you mean name?")]
    [InlineData("contacts/123?include=tags&fields[contact_tags]=title", "title of fields[contact_tags]", "has no effect.")]
    [InlineData("contacts?sort=phone_number", "contacts cannot be sorted by phone_number", "name, email, created_at")]
    [InlineData("transactions?sort=created_at", "transactions cannot be sorted by created_at", "has no effect.")]
    public async Task A_strict_sandbox_rejects_what_has_no_effect(string address, params string[] texts)
    {
        (int status, JObject body) = await Sandbox.SendAsync(HttpMethod.Get, $"/v1/{address}");

        Assert.Equal(400, status);
        JToken error = body["errors"]!.First!;
        Assert.Equal(("400", "Bad request"), ((string?)error["status"], (string?)error["title"]));
        Assert.All(texts, text => Assert.Contains(text, (string?)error["detail"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_strict_sandbox_rejects_unknown_attributes_and_stores_nothing()
    {
        (int status, JObject body) = await Sandbox.SendAsync(
            HttpMethod.Post,
            "/v1/contacts",
            WriteContact("""{ "email": "ada@example.com", "external_user_id": "x", "phone": "1" }""")
        );

        Assert.Equal(400, status);
        Assert.Equal(
            [
                "The attribute external_user_id of contacts cannot be set by this operation and has no effect.",
                "The attribute phone of contacts cannot be set by this operation and has no effect. Did you mean phone_number?",
            ],
            body["errors"]!.Select(static error => (string)error["detail"]!)
        );
        Assert.Empty(await Sandbox.GetIdsAsync("/v1/contacts?filter[email_contains]=ada@example.com"));
    }

    [Theory]
    [InlineData(
        "contacts?filter[site_id]=1&sort=-name,email&page[size]=2&page[number]=1&include=tags&fields[contacts]=name,tags,custom_150"
    )]
    [InlineData("purchases?filter[updated_at_gte]=2026-01-01&sort=-updated_at&include=offer")]
    [InlineData("products?filter[exclude_product_types][]=Course")]
    [InlineData("customers/321?include=products&filter[products_search]=Glaze")]
    [InlineData("kajabi_payments_payouts/payout_k1ln?filter[site_id]=1")]
    public async Task A_strict_sandbox_accepts_what_has_an_effect(string address) => await Sandbox.GetAsync($"/v1/{address}");

    [Fact]
    public async Task By_default_they_have_no_effect()
    {
        await using RawSandbox lenient = await RawSandbox.StartAsync();
        List<string> all = await lenient.GetIdsAsync("/v1/contacts");

        Assert.Equal(
            all,
            await lenient.GetIdsAsync("/v1/contacts?filter[email]=johanna@example.com&filter[email_eq]=x&sort=phone_number&limit=1")
        );
    }

    [Fact]
    public async Task A_field_that_only_own_data_has_has_an_effect()
    {
        await using RawSandbox lenient = await RawSandbox.StartAsync();
        lenient.Sandbox.Data.AddContact("ann@example.com", configure: static ann => ann["height"] = 170);

        await lenient.GetAsync("/v1/contacts?fields[contacts]=height");
        await lenient.GetAsync("/v1/contacts?fields[contacts]=weight");

        Assert.Equal([0, 1], lenient.Sandbox.Requests.TakeLast(2).Select(static request => request.Ignored.Count));
    }

    [Fact]
    public void What_has_no_effect_is_named_without_the_strict_mode_too()
    {
        SandboxQuery query = new(
            new QueryCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["filter[email]"] = "x" })
        );

        IReadOnlyList<string> ignored = new IgnoredInput(SandboxType.Find("contacts")!, query, new SandboxStore(TimeProvider.System)).Find(
            "GET",
            [],
            null
        );

        Assert.StartsWith("filter[email] is not a filter of contacts", Assert.Single(ignored), StringComparison.Ordinal);
    }
}
