using System.Net;
using System.Net.Http.Headers;
using Kajabi.Sandbox;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.IntegrationTests.Sandbox;

/// <summary>The sandbox answers what the contract says, all of it and nothing else.</summary>
public sealed class ContractConformanceTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    // Types whose resources are reached through others only, with the request that shows each.
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
    public async Task Every_read_keeps_to_the_contract_and_together_they_show_all_of_it()
    {
        ComposedContract contract = ComposedContract.Load();
        List<string> findings = [];
        foreach (string address in await ReadsAsync(contract))
        {
            findings.AddRange(contract.Check(await GetAsync(address)).Select(finding => $"{address}: {finding}"));
        }

        Assert.Empty(findings.Distinct());
        Assert.Empty(contract.Declared().Except(contract.Seen));
    }

    [Fact]
    public async Task What_writes_set_off_keeps_to_the_contract_too()
    {
        ComposedContract contract = ComposedContract.Load();
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using KajabiClient kajabi = SandboxFixture.ClientOf(sandbox);
        foreach (string name in (string[])["tag_added", "tag_removed", "form_submission", "purchase", "payment_succeeded", "order_created"])
        {
            await kajabi.Webhooks.CreateWebhookAsync(
                new WebhookAttributes { Event = name, TargetUrl = "https://hooks.example.com/" },
                siteId: "1"
            );
        }

        Contact made = (
            await kajabi.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada", Email = "ada@example.com" }, siteId: "1")
        ).Data;
        await kajabi.Contacts.AddContactTagsAsync(made.Id, ["789"]);
        await kajabi.Contacts.RemoveContactTagsAsync(made.Id, ["789"]);
        await kajabi.Contacts.GrantContactOffersAsync(made.Id, ["457"], WelcomeEmail.DoNotSend);
        await kajabi.Forms.SubmitFormAsync("801", new FormSubmissionAttributes { Name = "Ines", Email = "ines@example.com" });
        sandbox.SimulateCheckout(made.Id, "456");

        List<string> findings = [];
        IReadOnlyList<SandboxDelivery> told = await sandbox.WaitForDeliveriesAsync();
        foreach (SandboxDelivery delivery in told)
        {
            findings.AddRange(contract.Check(Parse(delivery.Body)["payload"]!).Select(finding => $"{delivery.Event}: {finding}"));
        }

        foreach (
            string type in (string[])
                ["contacts", "customers", "purchases", "orders", "order_items", "transactions", "form_submissions", "hooks"]
        )
        {
            findings.AddRange(
                contract.Check(await GetAsync($"/v1/{type}?page[size]=500", sandbox)).Select(finding => $"{type}: {finding}")
            );
        }

        Assert.Empty(findings.Distinct());
        Assert.Equal(6, told.Select(static delivery => delivery.Event).Distinct().Count());
    }

    [Fact]
    public async Task Every_include_of_the_contract_brings_something()
    {
        ComposedContract contract = ComposedContract.Load();
        List<string> empty = [];
        foreach ((string method, string path, JObject operation) in contract.Operations.Where(operation => operation.Method == "GET"))
        {
            foreach (string include in contract.Includes(operation))
            {
                string type = path.Split('/')[2];
                string address = path.Contains('{', StringComparison.Ordinal)
                    ? $"/v1/{type}/{await FirstIdAsync(type)}?include={include}"
                    : $"{path}?include={include}";
                JToken document = await GetAsync(address);
                if (document["included"] is not JArray { Count: > 0 })
                {
                    empty.Add(address);
                }
            }
        }

        Assert.Empty(empty);
    }

    [Fact]
    public void A_document_that_leaves_the_contract_is_told_apart()
    {
        ComposedContract contract = ComposedContract.Load();
        JObject document = JObject.Parse(
            """
            { "data": { "id": "1", "type": "hooks", "odd": 1,
              "attributes": { "event": "refund", "target_url": 5, "colour": "red" },
              "relationships": { "site": { "data": [{ "type": "offers", "id": "1" }] }, "owner": {} } },
              "included": [{ "id": "1", "type": "badges" }] }
            """
        );

        Assert.Equal(8, contract.Check(document).Count());
    }

    private async Task<IEnumerable<string>> ReadsAsync(ComposedContract contract)
    {
        List<string> addresses = [.. s_extra];
        foreach (
            (string method, string path, JObject operation) in contract.Operations.Where(operation =>
                operation.Method == "GET"
                && (string?)operation.Operation["x-response-type"] is not ("RelationshipDocument" or "VersionDocument")
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

    private async Task<string> FirstIdAsync(string type) => (string)(await GetAsync($"/v1/{type}"))["data"]![0]!["id"]!;

    private async Task<JToken> GetAsync(string address, KajabiSandbox? sandbox = null)
    {
        sandbox ??= fixture.Sandbox;
        using KajabiClient kajabi = SandboxFixture.ClientOf(sandbox);
        using HttpClient http = new() { BaseAddress = sandbox.BaseAddress };
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
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address} answered {(int)response.StatusCode}.");
        return Parse(await response.Content.ReadAsStringAsync());
    }

    private static JToken Parse(string json)
    {
        using JsonTextReader reader = new(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }
}
