using System.Net;
using System.Text.Json.Nodes;
using Kajabi.Sandbox;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>The control API.</summary>
public sealed class ControlTests
{
    [Fact]
    public async Task Health_and_settings_are_what_a_program_waits_for_and_connects_with()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();

        Assert.Equal("ok", (string?)(await sandbox.RequireAsync("GET", "/health"))["status"]);
        JsonNode settings = await sandbox.RequireAsync("GET", "/settings");
        Assert.Equal(
            (sandbox.Origin, "sandbox-client", "sandbox-secret"),
            ((string?)settings["base_url"], (string?)settings["client_id"], (string?)settings["client_secret"])
        );
    }

    [Fact]
    public async Task The_clock_is_set_advanced_stopped_and_restored_by_a_reset()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();

        JsonNode stopped = await sandbox.RequireAsync("PUT", "/clock", """{ "now": "2030-01-31T12:00:00Z", "stopped": true }""");
        JsonNode advanced = await sandbox.RequireAsync("POST", "/clock/advance", """{ "seconds": 90.5 }""");
        await sandbox.RequireAsync("POST", "/reset");
        JsonNode reset = await sandbox.RequireAsync("GET", "/clock");

        Assert.Equal(("2030-01-31T12:00:00.000Z", true), ((string?)stopped["now"], (bool?)stopped["stopped"]));
        Assert.Equal("2030-01-31T12:01:30.500Z", (string?)advanced["now"]);
        Assert.False((bool?)reset["stopped"]);
        Assert.StartsWith("20", (string?)reset["now"], StringComparison.Ordinal);
        Assert.NotEqual("2030", ((string)reset["now"]!)[..4]);
    }

    [Theory]
    [InlineData("2030-01-31", "2030-01-31T00:00:00.000Z")]
    [InlineData("2030-01-31T12:00", "2030-01-31T12:00:00.000Z")]
    [InlineData("2030-01-31T12:00:00", "2030-01-31T12:00:00.000Z")]
    [InlineData("2030-01-31T12:00:00.5Z", "2030-01-31T12:00:00.500Z")]
    [InlineData("2030-01-31T12:00:00+05:30", "2030-01-31T06:30:00.000Z")]
    public async Task The_clock_is_set_to_a_time_of_ISO_8601_which_is_UTC_without_an_offset(string text, string expected)
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();

        JsonNode clock = await sandbox.RequireAsync("PUT", "/clock", $$"""{ "now": "{{text}}", "stopped": true }""");

        Assert.Equal(expected, (string?)clock["now"]);
    }

    [Fact]
    public async Task Permissions_and_the_token_lifetime_change_while_it_runs_until_a_reset()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();

        await sandbox.RequireAsync("PUT", "/forbidden-types", """{ "types": ["contacts"] }""");
        await sandbox.RequireAsync("PUT", "/token-lifetime", """{ "seconds": 60 }""");
        using HttpResponseMessage forbidden = await sandbox.CallApiAsync("/v1/contacts");
        double lifetime = (double)(await sandbox.RequireAsync("GET", "/token-lifetime"))["seconds"]!;
        await sandbox.RequireAsync("POST", "/reset");
        using HttpResponseMessage allowed = await sandbox.CallApiAsync("/v1/contacts");

        Assert.Equal((HttpStatusCode.Forbidden, 60, HttpStatusCode.OK), (forbidden.StatusCode, lifetime, allowed.StatusCode));
        Assert.Equal(7200, (double)(await sandbox.RequireAsync("GET", "/token-lifetime"))["seconds"]!);
        Assert.Empty((JsonArray)(await sandbox.RequireAsync("GET", "/forbidden-types"))["types"]!);
    }

    [Fact]
    public async Task A_checkout_sells_offers_and_calls_webhooks()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();
        JsonNode webhook = await sandbox.RequireAsync(
            "POST",
            "/admin-webhooks",
            $$"""{ "event": "payment.succeeded", "target_url": "{{sandbox.Origin}}/v1/version?secret=hush", "site_id": "1" }"""
        );
        await sandbox.RequireAsync("POST", "/delivery-faults", """{ "type": "duplicate", "event": "payment.succeeded" }""");

        JsonNode sale = await sandbox.RequireAsync("POST", "/checkout", """{ "contact_id": "123", "offer_ids": ["456", "458"] }""");
        JsonArray deliveries = (JsonArray)(await sandbox.RequireAsync("GET", "/deliveries?wait=true"))["deliveries"]!;

        Assert.Equal(2, ((JsonArray)sale["purchase_ids"]!).Count);
        JsonNode[] payments = [.. deliveries.Where(delivery => (string?)delivery!["event"] == "payment.succeeded")!];
        Assert.Equal(2, payments.Length);
        Assert.Equal((string?)webhook["webhook_id"], (string?)payments[0]["webhook_id"]);
        Assert.NotEmpty((JsonArray)payments[0]["status_codes"]!);
        Assert.Equal($"{sandbox.Origin}/v1/version", (string?)payments[0]["target"]);
    }

    [Fact]
    public async Task The_activation_link_of_an_offer_is_returned_and_not_logged()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();

        Uri link = new((string)(await sandbox.RequireAsync("GET", "/offer-links/456"))["activation_link"]!);
        using StringContent person = new("""{ "name": "Mila", "email": "mila@example.com", "external_user_id": "m-1" }""");
        using HttpResponseMessage response = await sandbox.Http.PostAsync(link, person);

        Assert.Equal(sandbox.Origin, link.GetLeftPart(UriPartial.Authority));
        string line = Assert.Single(await sandbox.StopAsync());
        Assert.Contains("/webhooks/offers/(redacted)/456/activate", line, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Segments[3].Trim('/'), line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HEAD_is_enough_to_wait_for_the_server_and_a_missing_resource_is_404()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();
        using HttpRequestMessage head = new(HttpMethod.Head, "/_sandbox/health");

        using HttpResponseMessage health = await sandbox.Http.SendAsync(head);
        (HttpStatusCode status, JsonNode error) = await sandbox.SendAsync("GET", "/resources/contacts/0");

        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("The sandbox has no resource contacts 0.", (string?)error["error"]);
    }

    [Fact]
    public async Task Resources_have_their_relationships_with_titles()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();

        JsonNode types = await sandbox.RequireAsync("GET", "/resources");
        JsonNode page = await sandbox.RequireAsync("GET", "/resources/contacts?offset=1&limit=2");
        JsonNode contact = await sandbox.RequireAsync("GET", "/resources/contacts/123");

        Assert.Equal(61, (int?)types["types"]!["contacts"]);
        Assert.Equal((61, 2), ((int)page["count"]!, ((JsonArray)page["resources"]!).Count));
        Assert.Equal("Johanna Brandt", (string?)contact["title"]);
        JsonNode site = contact["relationships"]!["site"]!;
        Assert.Equal(("sites", "1", "Kiln & Clay"), ((string?)site["type"], (string?)site["ids"]![0], (string?)site["titles"]![0]));
    }
}
