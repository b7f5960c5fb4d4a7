using System.Text.Json.Nodes;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>Faults that are ordered with the control API.</summary>
public sealed class ControlFaultTests
{
    [Fact]
    public async Task A_fault_of_each_type_can_be_ordered_and_all_of_them_cleared()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();
        (string Body, string Fault)[] orders =
        [
            ("""{ "type": "unauthorized" }""", "unauthorized"),
            ("""{ "type": "forbidden" }""", "forbidden"),
            ("""{ "type": "not_found" }""", "not_found"),
            (
                """{ "type": "unprocessable_entity", "errors": [{ "detail": "is taken", "pointer": "/data/attributes/email" }] }""",
                "unprocessable_entity"
            ),
            ("""{ "type": "too_many_requests", "retry_after": 2 }""", "too_many_requests"),
            ("""{ "type": "internal_server_error", "after_handling": true }""", "internal_server_error after handling"),
            ("""{ "type": "bad_gateway" }""", "bad_gateway"),
            ("""{ "type": "service_unavailable" }""", "service_unavailable"),
            ("""{ "type": "response", "status": 418, "body": "tea", "content_type": "text/plain" }""", "response"),
            ("""{ "type": "response", "status": 204 }""", "response"),
            ("""{ "type": "delay", "seconds": 0.5 }""", "delay"),
            ("""{ "type": "truncated_body" }""", "truncated_body"),
            ("""{ "type": "connection_reset" }""", "connection_reset"),
            ("""{ "type": "expired_token" }""", "expired_token"),
            ("""{ "type": "revoked_token" }""", "revoked_token"),
            ("""{ "type": "insert_after_page" }""", "insert_after_page"),
            ("""{ "type": "remove_after_page" }""", "remove_after_page"),
        ];

        foreach ((string body, string _) in orders)
        {
            await sandbox.RequireAsync("POST", "/faults", body);
        }

        JsonArray listed = (JsonArray)(await sandbox.RequireAsync("GET", "/faults"))["faults"]!;
        Assert.Equal(orders.Select(static order => order.Fault), listed.Select(static rule => (string?)rule!["fault"]));
        Assert.Empty((JsonArray)(await sandbox.RequireAsync("DELETE", "/faults"))["faults"]!);
    }

    [Fact]
    public async Task A_fault_applies_to_the_requests_that_it_names()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();
        await sandbox.RequireAsync(
            "POST",
            "/faults",
            """{ "type": "too_many_requests", "retry_after": 7, "times": 2, "method": "GET", "path": "/v1/contacts/*" }"""
        );

        using HttpResponseMessage other = await sandbox.CallApiAsync("/v1/me");
        using HttpResponseMessage first = await sandbox.CallApiAsync("/v1/contacts/123");
        using HttpResponseMessage second = await sandbox.CallApiAsync("/v1/contacts/123");
        using HttpResponseMessage third = await sandbox.CallApiAsync("/v1/contacts/123");

        Assert.Equal([200, 429, 429, 200], new[] { other, first, second, third }.Select(static response => (int)response.StatusCode));
        Assert.Equal(TimeSpan.FromSeconds(7), first.Headers.RetryAfter?.Delta);
        JsonArray requests = (JsonArray)(await sandbox.RequireAsync("GET", "/requests?limit=1"))["requests"]!;
        Assert.Equal(
            ("GET", "/v1/contacts/123", 200),
            ((string?)requests[0]!["method"], (string?)requests[0]!["path"], (int?)requests[0]!["status"])
        );
        Assert.DoesNotContain(
            sandbox.Sandbox.ClientSecret,
            (await sandbox.RequireAsync("GET", "/requests")).ToJsonString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(418, "tea", "text/plain", "text/plain")]
    [InlineData(503, "", "text/html", "text/html")]
    [InlineData(202, """{"data":null}""", null, "application/vnd.api+json")]
    [InlineData(204, null, null, null)]
    public async Task A_response_is_sent_with_its_status_its_body_and_its_content_type(
        int status,
        string? body,
        string? contentType,
        string? expectedType
    )
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();
        JsonObject fault = new() { ["type"] = "response", ["status"] = status };
        foreach ((string name, string? value) in new[] { ("body", body), ("content_type", contentType) })
        {
            if (value is not null)
            {
                fault[name] = value;
            }
        }

        await sandbox.RequireAsync("POST", "/faults", fault.ToJsonString());
        using HttpResponseMessage response = await sandbox.CallApiAsync("/v1/contacts");

        Assert.Equal(
            (status, body ?? string.Empty, expectedType),
            ((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.ToString())
        );
    }
}
