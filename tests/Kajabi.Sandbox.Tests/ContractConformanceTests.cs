using System.Net;
using System.Net.Http.Headers;
using Kajabi.Sandbox.Internal.Data.Templates;
using Kajabi.Tests;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Sandbox.Tests;

/// <summary>Responses of the sandbox match the OpenAPI document exactly and completely.</summary>
public sealed class ContractConformanceTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    // Requests for resources that the list and show operations do not return.
    private static readonly string[] s_extra =
    [
        "/v1/courses/501?include=modules,lessons,lessons.media",
        "/v1/forms/801?include=fields,contact_tags",
        "/v1/forms/802",
        "/v1/contacts/123",
        "/v1/customers/321",
        "/v1/kajabi_payments_payouts?filter[site_id]=1",
        "/v1/kajabi_payments_payouts/payout_k1ln?filter[site_id]=1",
    ];

    [Fact]
    public async Task Reads_match_the_OpenAPI_document_and_cover_all_declared_members()
    {
        ResponseValidator validator = ResponseValidator.Load();
        List<string> findings = [];
        foreach (string address in await ReadsAsync(validator))
        {
            findings.AddRange(validator.Check(await GetAsync(address)).Select(finding => $"{address}: {finding}"));
        }

        Assert.Empty(findings.Distinct());
        Assert.Empty(validator.Declared().Except(validator.Seen));
    }

    [Fact]
    public async Task Events_and_resources_created_by_writes_match_the_OpenAPI_document()
    {
        ResponseValidator validator = ResponseValidator.Load();
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        foreach (string name in (string[])["tag_added", "tag_removed", "form_submission", "purchase", "payment_succeeded", "order_created"])
        {
            await Subscription.CreateAsync(kajabi, name, Subscription.Elsewhere);
        }

        Contact created = (
            await kajabi.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada", Email = "ada@example.com" }, siteId: "1")
        ).Data;
        await kajabi.Contacts.AddContactTagsAsync(created.Id, ["789"]);
        await kajabi.Contacts.RemoveContactTagsAsync(created.Id, ["789"]);
        await kajabi.Contacts.GrantContactOffersAsync(created.Id, ["457"], WelcomeEmail.DoNotSend);
        await kajabi.Forms.SubmitFormAsync("801", new FormSubmissionAttributes { Name = "Ines", Email = "ines@example.com" });
        sandbox.SimulateCheckout(created.Id, "456");

        List<string> findings = [];
        IReadOnlyList<SandboxDelivery> deliveries = await sandbox.WaitForDeliveriesAsync();
        foreach (SandboxDelivery delivery in deliveries)
        {
            findings.AddRange(validator.Check(Parse(delivery.Body)["payload"]!).Select(finding => $"{delivery.Event}: {finding}"));
        }

        foreach (
            string type in (string[])
                ["contacts", "customers", "purchases", "orders", "order_items", "transactions", "form_submissions", "hooks"]
        )
        {
            findings.AddRange(
                validator.Check(await GetAsync($"/v1/{type}?page[size]=500", sandbox)).Select(finding => $"{type}: {finding}")
            );
        }

        Assert.Empty(findings.Distinct());
        Assert.Equal(6, deliveries.Select(static delivery => delivery.Event).Distinct().Count());
    }

    [Fact]
    public async Task Data_of_a_test_matches_the_OpenAPI_document()
    {
        ResponseValidator validator = ResponseValidator.Load();
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { HasSampleData = false });
        SandboxData data = sandbox.Data;
        data.AddSite("Studio");
        SandboxTag tag = data.AddTag("VIP");
        SandboxOffer offer = data.AddOffer("Course", priceInCents: 19900, products: [data.AddProduct("Course")]);
        SandboxContact contact = data.AddContact("ann@example.com", tags: [tag]);
        data.AddTransaction(data.AddPurchase(contact, offer), action: "refund");
        data.AddCustomer(data.AddContact("bob@example.com"), [offer]);
        data.AddCourse("Course", [offer], ["Lesson"]);
        data.AddForm("Newsletter", [tag], offer);
        data.AddNote(contact, "Text");
        data.AddCustomField("Glaze", "custom_1");
        data.Load(
            string.Join('\n', ResourceTemplates.Types.Select(static type => $$$"""{"id":"900","type":"{{{type}}}","attributes":{}}"""))
        );
        string[] addresses =
        [
            "contacts?include=site,customer,offers,tags",
            "customers?include=contact,site,offers,products",
            "courses?include=site,offers,modules,lessons",
            "forms?include=site,offer,fields,contact_tags",
            "offers?include=site,products",
            "orders?include=site,customer,order_items",
            "transactions?include=customer,purchases,offer",
            "purchases",
            "order_items",
            "products",
            "sites",
            "contact_tags",
            "contact_notes",
            "custom_fields",
            "form_submissions",
            "landing_pages",
            "website_pages",
            "blog_posts",
            "podcasts",
            "kajabi_payments_payouts?filter[site_id]=3000000001",
        ];

        List<string> findings = [];
        foreach (string address in addresses)
        {
            JToken document = await GetAsync($"/v1/{address}", sandbox);
            Assert.True(document["data"]!.Any(), address);
            findings.AddRange(validator.Check(document).Select(finding => $"{address}: {finding}"));
        }

        Assert.Empty(findings.Distinct());
    }

    [Fact]
    public async Task Every_declared_include_returns_resources()
    {
        ResponseValidator validator = ResponseValidator.Load();
        List<string> empty = [];
        foreach ((string method, string path, JObject operation) in validator.Operations.Where(operation => operation.Method == "GET"))
        {
            foreach (string include in ResponseValidator.Includes(operation))
            {
                string type = path.Split('/')[2];
                IEnumerable<string> addresses = path.Contains('{', StringComparison.Ordinal)
                    ? (await GetIdsAsync(type)).Select(id => $"/v1/{type}/{id}?include={include}")
                    : [$"{path}?page[size]=500&include={include}"];
                if (!await HasIncludedAsync(addresses))
                {
                    empty.Add($"{path} {include}");
                }
            }
        }

        Assert.Empty(empty);
    }

    [Fact]
    public void Violations_of_the_OpenAPI_document_are_detected()
    {
        ResponseValidator validator = ResponseValidator.Load();
        JObject document = JObject.Parse(
            """
            { "data": { "id": "1", "type": "hooks", "extra": 1,
              "attributes": { "event": "refund", "target_url": 5, "colour": "red" },
              "relationships": { "site": { "data": [{ "type": "offers", "id": "1" }] }, "owner": {} } },
              "included": [{ "id": "1", "type": "badges" }] }
            """
        );

        Assert.Equal(8, validator.Check(document).Count());
    }

    private async Task<IEnumerable<string>> ReadsAsync(ResponseValidator validator)
    {
        List<string> addresses = [.. s_extra];
        foreach (
            (string method, string path, JObject operation) in validator.Operations.Where(operation =>
                operation.Method == "GET"
                && (string?)operation.Operation["x-csharp"]!["response"] is not ("RelationshipDocument" or "VersionDocument")
            )
        )
        {
            string type = path.Split('/')[2];
            if (type == "kajabi_payments_payouts")
            {
                continue;
            }

            addresses.Add(path.Contains('{', StringComparison.Ordinal) ? $"/v1/{type}/{await FirstIdAsync(type)}" : path);
        }

        return addresses;
    }

    private async Task<string> FirstIdAsync(string type) => (await GetIdsAsync(type))[0];

    private async Task<List<string>> GetIdsAsync(string type) =>
        [.. (await GetAsync($"/v1/{type}?page[size]=500"))["data"]!.Select(static row => (string)row["id"]!)];

    /// <summary>Returns whether one of the documents includes resources.</summary>
    private async Task<bool> HasIncludedAsync(IEnumerable<string> addresses)
    {
        foreach (string address in addresses)
        {
            if ((await GetAsync(address))["included"] is JArray { Count: > 0 })
            {
                return true;
            }
        }

        return false;
    }

    private async Task<JToken> GetAsync(string address, KajabiSandbox? sandbox = null)
    {
        sandbox ??= fixture.Sandbox;
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        using HttpClient http = LoopbackHttp.Create(sandbox.BaseAddress);
        AccessTokenResponse token = await kajabi.Authentication.CreateAccessTokenAsync(
            new AccessTokenRequest
            {
                GrantType = "client_credentials",
                ClientId = sandbox.ClientId,
                ClientSecret = sandbox.ClientSecret,
            }
        );
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
        using HttpResponseMessage response = await http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address} returned {(int)response.StatusCode}.");
        return Parse(await response.Content.ReadAsStringAsync());
    }

    private static JToken Parse(string json)
    {
        using JsonTextReader reader = new(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }
}
