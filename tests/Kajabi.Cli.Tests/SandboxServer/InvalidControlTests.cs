using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>Requests to the control API that are invalid.</summary>
public sealed class InvalidControlTests
{
    [Theory]
    [MemberData(nameof(InvalidControlRequests.All), MemberType = typeof(InvalidControlRequests))]
    public async Task An_invalid_request_is_400_with_a_sentence_and_changes_nothing(
        string method,
        string path,
        string? body,
        string expected
    )
    {
        await using RunningSandbox sandbox = await StartAsync();
        string before = await DescribeAsync(sandbox);

        (HttpStatusCode status, JsonNode response) = await sandbox.SendAsync(method, path, body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        string error = (string)response["error"]!;
        Assert.StartsWith(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain("reader options", error, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Actual value", error, StringComparison.Ordinal);
        Assert.Equal(before, await DescribeAsync(sandbox));
    }

    [Theory]
    [InlineData("/faults")]
    [InlineData("/data")]
    public async Task A_body_that_is_not_UTF_8_is_400(string path)
    {
        await using RunningSandbox sandbox = await StartAsync();
        string before = await DescribeAsync(sandbox);
        using ByteArrayContent body = new([.. "{\"type\":\"forbidden\",\"path\":\"/"u8, 0xC3, 0x28, .. "\"}"u8]);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        using HttpResponseMessage response = await sandbox.Http.PostAsync($"/_sandbox{path}", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("not valid UTF-8", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await DescribeAsync(sandbox));
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

    [Fact]
    public async Task A_type_of_the_API_without_resources_is_empty()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync(sandboxOptions: new() { HasSampleData = false });

        Assert.Equal(0, (int?)(await sandbox.RequireAsync("GET", "/resources/contacts"))["count"]);
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

    /// <summary>Starts a sandbox whose state differs from that of the start, and whose clock runs on a source that does not.</summary>
    private static async Task<RunningSandbox> StartAsync()
    {
        FakeTimeProvider time = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
        RunningSandbox sandbox = await RunningSandbox.StartAsync(sandboxOptions: new() { TimeProvider = time });
        await sandbox.RequireAsync("POST", "/clock/advance", """{ "seconds": 60 }""");
        await sandbox.RequireAsync("PUT", "/forbidden-types", """{ "types": ["podcasts"] }""");
        await sandbox.RequireAsync("PUT", "/token-lifetime", """{ "seconds": 90 }""");
        await sandbox.RequireAsync("POST", "/delivery-faults", """{ "type": "drop", "times": 2, "event": "tag_added" }""");
        using HttpResponseMessage _ = await sandbox.CallApiAsync("/v1/contacts");
        await sandbox.RequireAsync("POST", "/faults", """{ "type": "not_found", "times": 2, "path": "/v1/offers" }""");
        return sandbox;
    }

    /// <summary>The whole state of a sandbox that a request to the control API can change.</summary>
    private static async Task<string> DescribeAsync(RunningSandbox sandbox)
    {
        string[] paths = ["/resources", "/faults", "/clock", "/forbidden-types", "/token-lifetime", "/requests", "/deliveries"];
        StringBuilder state = new(SandboxState.Describe(sandbox.Sandbox));
        foreach (string path in paths)
        {
            state.Append('\n').Append(path).Append(' ').Append((await sandbox.RequireAsync("GET", path)).ToJsonString());
        }

        return state.ToString();
    }
}
