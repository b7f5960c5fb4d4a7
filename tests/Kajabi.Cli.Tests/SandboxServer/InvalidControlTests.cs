using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Kajabi.Sandbox;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>Requests to the control API that are invalid.</summary>
public sealed class InvalidControlTests
{
    [Theory]
    [InlineData("POST", "/faults", "{ \"type\": \"to_many_requests\" }", "Did you mean too_many_requests")]
    [InlineData("POST", "/faults", "{ \"type\": \"delay\" }", "The member 'seconds' is missing")]
    [InlineData(
        "POST",
        "/faults",
        "{ \"type\": \"delay\", \"seconds\": \"3\" }",
        "'seconds' must be a number of seconds from 0 to 31536000000; \"3\" is not"
    )]
    [InlineData("POST", "/faults", "{ \"type\": \"delay\", \"seconds\": 0 }", "'seconds' must be a number of seconds above 0")]
    [InlineData("POST", "/faults", "{ \"type\": \"response\" }", "The member 'status' is missing")]
    [InlineData(
        "POST",
        "/faults",
        "{ \"type\": \"response\", \"status\": 99 }",
        "'status' must be a whole number from 200 to 599; 99 is not"
    )]
    [InlineData(
        "POST",
        "/faults",
        "{ \"type\": \"forbidden\", \"time\": 3 }",
        "The member 'time' is unknown here. The members are: after_handling"
    )]
    [InlineData(
        "POST",
        "/faults",
        "{ \"type\": \"forbidden\", \"times\": 0 }",
        "'times' must be a whole number from 1 to 2147483647; 0 is not"
    )]
    [InlineData("POST", "/faults", "{ \"type\": \"forbidden\", \"times\": 1.5 }", "'times' must be a whole number")]
    [InlineData("POST", "/faults", "{ \"type\": \"forbidden\", \"method\": \"GET it\" }", "'method' must be a method")]
    [InlineData("POST", "/faults", "{ \"type\": \"forbidden\", \"path\": \"v1\" }", "path")]
    [InlineData("POST", "/faults", "{ \"type\": \"forbidden\", \"after_handling\": 1 }", "'after_handling' must be true or false")]
    [InlineData("POST", "/faults", "{ \"type\": \"unprocessable_entity\", \"errors\": [1] }", "'errors' must be a list of objects")]
    [InlineData("POST", "/faults", "{ \"type\": 1 }", "'type' must be a string")]
    [InlineData("POST", "/faults", "{}", "The member 'type' is missing")]
    [InlineData("POST", "/faults", "[]", "The body must be a JSON object")]
    [InlineData("POST", "/faults", "{", "it is not valid JSON: line 1, byte 2: The text ends before the JSON does.")]
    [InlineData(
        "POST",
        "/faults",
        "{\n \"type\": \"forbidden\",\n}",
        "line 3, byte 1: A comma is before the end of an object or an array."
    )]
    [InlineData("POST", "/faults", "{\"type\": [1,]}", "line 1, byte 13: A comma is before the end of an object or an array.")]
    [InlineData("POST", "/faults", "{'type': 1}", "line 1, byte 2: ")]
    [InlineData("POST", "/faults", "{ \"type\": \"forbidden\", \"type\": \"forbidden\" }", "the member type occurs twice")]
    [InlineData("POST", "/delivery-faults", "{ \"type\": \"lose\" }", "'lose' is unknown")]
    [InlineData("PUT", "/clock", "{}", "needs the member 'now'")]
    [InlineData("PUT", "/clock", "{ \"now\": \"soon\" }", "'soon' is not")]
    [InlineData("PUT", "/clock", "{ \"now\": \"12:00\" }", "'12:00' is not")]
    [InlineData("PUT", "/clock", "{ \"now\": \"01/02/2026\" }", "'01/02/2026' is not")]
    [InlineData("PUT", "/clock", "{ \"now\": \"2026-02-30\" }", "'2026-02-30' is not")]
    [InlineData("PUT", "/clock", "{ \"now\": \"2026-01-31 \" }", "'2026-01-31 ' is not")]
    [InlineData("POST", "/clock/advance", "{ \"seconds\": -1 }", "a number of seconds")]
    [InlineData("POST", "/clock/advance", "{}", "The member 'seconds' is missing")]
    [InlineData("PUT", "/forbidden-types", "{}", "The member 'types' is missing")]
    [InlineData("PUT", "/forbidden-types", "{ \"types\": [1] }", "a list of strings")]
    [InlineData("POST", "/checkout", "{ \"contact_id\": \"123\" }", "The member 'offer_ids' is missing")]
    [InlineData("POST", "/checkout", "{ \"contact_id\": \"0\", \"offer_ids\": [\"456\"] }", "The contact 0 does not exist")]
    [InlineData("POST", "/admin-webhooks", "{ \"event\": \"sale\", \"target_url\": \"http://127.0.0.1\" }", "'sale' is none of the events")]
    [InlineData("POST", "/faults", "{ \"type\": \"delay\", \"second\": 3 }", "The member 'second' is unknown here. Did you mean seconds?")]
    [InlineData("POST", "/faults", "{ \"type\": \"forbidden\", \"time\": 3 }", "Did you mean times?")]
    [InlineData("POST", "/faults", "{ \"type\": \"forbidden\", \"method\": \"FETCH\" }", "FETCH")]
    [InlineData("POST", "/faults", "", "The body is empty. It must be a JSON object")]
    [InlineData("POST", "/faults", "{ \"type\": \"forbidden\", \"path\": \"/\\ud800\" }", "The body is invalid: path is not Unicode")]
    [InlineData("POST", "/faults", "{ \"\\udc00\": 1 }", "the name of a member of the object is not Unicode")]
    [InlineData("POST", "/faults", "{ \"type\": \"response\", \"body\": \"a\\ud800b\", \"status\": 200 }", "not Unicode")]
    [InlineData("POST", "/checkout", "{ \"contact_id\": \"123\", \"offer_ids\": [[\"\\ud800\"]] }", "offer_ids[0][0] is not Unicode")]
    [InlineData("POST", "/clock/advance", "{ \"second\": 60 }", "The member 'second' is unknown here. Did you mean seconds?")]
    [InlineData("POST", "/clock/advance", "{ \"seconds\": 31536000001 }", "from 0 to 31536000000")]
    [InlineData("PUT", "/forbidden-types", "{ \"types\": [\"tags\"] }", "Did you mean contact_tags")]
    [InlineData("GET", "/deliveries?wait=yes", null, "The parameter wait must be true or false; 'yes' is neither")]
    [InlineData("GET", "/deliveries?timeout=601", null, "The parameter timeout must be a number from 0 to 600; '601' is not")]
    [InlineData("GET", "/requests?limt=5", null, "The parameter 'limt' is unknown here. The parameters are: limit")]
    [InlineData("GET", "/offer-links/0", null, "The offer 0 does not exist")]
    [InlineData("GET", "/requests?limit=all", null, "The parameter limit must be a number from 0; 'all' is not")]
    public async Task An_invalid_request_is_400_with_a_sentence_and_changes_nothing(
        string method,
        string path,
        string? body,
        string expected
    )
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();

        (HttpStatusCode status, JsonNode response) = await sandbox.SendAsync(method, path, body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(expected, (string?)response["error"], StringComparison.Ordinal);
        Assert.DoesNotContain("reader options", (string?)response["error"], StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", (string?)response["error"], StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", (string?)response["error"], StringComparison.Ordinal);
        Assert.DoesNotContain("Actual value", (string?)response["error"], StringComparison.Ordinal);
        Assert.Empty(sandbox.Sandbox.Faults.Rules);
    }

    [Theory]
    [InlineData("/faults")]
    [InlineData("/data")]
    public async Task A_body_that_is_not_UTF_8_is_400(string path)
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();
        using ByteArrayContent body = new([.. "{\"type\":\"forbidden\",\"path\":\"/"u8, 0xC3, 0x28, .. "\"}"u8]);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        using HttpResponseMessage response = await sandbox.Http.PostAsync($"/_sandbox{path}", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("not valid UTF-8", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(sandbox.Sandbox.Faults.Rules);
    }

    [Theory]
    [InlineData("9500-01-01")]
    [InlineData("0001-01-01T00:00:00-12:00")]
    public async Task An_invalid_time_does_not_stop_the_clock(string time)
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();

        (HttpStatusCode status, JsonNode response) = await sandbox.SendAsync(
            "PUT",
            "/clock",
            $$"""{ "now": "{{time}}", "stopped": true }"""
        );

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("from the year 2 to the start of the year 9000", (string?)response["error"], StringComparison.Ordinal);
        Assert.False(sandbox.Sandbox.Clock.IsStopped);
    }

    [Theory]
    [InlineData("/resources/contact")]
    [InlineData("/resources/contact/123")]
    public async Task An_unknown_type_is_404_with_the_nearest_name(string path)
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();

        (HttpStatusCode status, JsonNode response) = await sandbox.SendAsync("GET", path);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains(
            "The sandbox has no resource type 'contact'. Did you mean contacts",
            (string?)response["error"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_type_of_the_API_without_resources_is_empty()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync(sandboxOptions: new() { HasSampleData = false });

        Assert.Equal(0, (int?)(await sandbox.RequireAsync("GET", "/resources/contacts"))["count"]);
    }

    [Theory]
    [InlineData("POST", "/_sandbox/health", "GET, HEAD")]
    [InlineData("DELETE", "/_sandbox/clock", "GET, HEAD, PUT")]
    [InlineData("GET", "/_sandbox/clock/advance", "POST")]
    [InlineData("PATCH", "/_sandbox/resources/contacts/123", "GET, HEAD")]
    [InlineData("POST", "/", "GET, HEAD")]
    [InlineData("PUT", "/openapi.json", "GET, HEAD")]
    public async Task A_wrong_method_is_405_with_the_methods_of_the_path(string method, string path, string allowed)
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();
        using HttpRequestMessage request = new(new HttpMethod(method), path);

        using HttpResponseMessage response = await sandbox.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(allowed, string.Join(", ", response.Content.Headers.Allow));
        Assert.Contains(allowed, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_without_a_site_belongs_to_the_only_one()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync(sandboxOptions: new() { HasSampleData = false });
        const string Webhook = """{ "event": "payment.succeeded", "target_url": "http://127.0.0.1:9/" }""";
        (HttpStatusCode status, JsonNode _) = await sandbox.SendAsync("POST", "/admin-webhooks", Webhook);
        sandbox.Sandbox.Data.AddSite("Pottery", id: "5");

        string id = (string)(await sandbox.RequireAsync("POST", "/admin-webhooks", Webhook))["webhook_id"]!;
        JsonNode added = await sandbox.RequireAsync("GET", $"/resources/admin_webhooks/{id}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("5", (string?)added["relationships"]!["site"]!["ids"]![0]);
    }

    [Fact]
    public async Task An_unknown_operation_is_404_with_the_operations()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();

        (HttpStatusCode status, JsonNode response) = await sandbox.SendAsync("POST", "/reste");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("POST /_sandbox/reset", (string?)response["error"], StringComparison.Ordinal);
    }
}
