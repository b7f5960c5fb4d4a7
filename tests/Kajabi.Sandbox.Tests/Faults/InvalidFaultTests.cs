using System.Net;
using Kajabi.Sandbox.Internal.Faults;

namespace Kajabi.Sandbox.Tests.Faults;

/// <summary>Faults that cannot be sent, and rules that no request matches, are rejected when they are added.</summary>
public sealed class InvalidFaultTests
{
    private static readonly TimeSpan s_tooLong = TimeSpan.FromDays(50);

    public static TheoryData<string, Action> Invalid =>
        new()
        {
            { "not longer than 30 days", static () => SandboxFault.Delay(s_tooLong) },
            { "longer than zero", static () => SandboxFault.Delay(TimeSpan.Zero) },
            { "not longer than 30 days", static () => SandboxDeliveryFault.Delay(s_tooLong) },
            { "not longer than 30 days", static () => _ = new KajabiSandboxOptions { DeliveryRetryDelay = s_tooLong } },
            { "longer than zero", static () => _ = new KajabiSandboxOptions { DeliveryRetryDelay = TimeSpan.FromTicks(-1) } },
            { "cannot be negative", static () => SandboxFault.TooManyRequests(TimeSpan.FromSeconds(-1)) },
            { "cannot be negative", static () => SandboxFault.ServiceUnavailable(TimeSpan.FromSeconds(-1)) },
            { "from 200 to 599; 199 is not", static () => SandboxFault.Respond(199) },
            { "printable ASCII", static () => SandboxFault.Respond(200, contentType: "a\nb") },
            { "printable ASCII", static () => SandboxFault.Respond(200, contentType: "text/plän") },
            { "204 has no body", static () => SandboxFault.Respond(204, "text") },
            { "205 has no body", static () => SandboxFault.Respond(205, "text") },
            { "304 has no body", static () => SandboxFault.Respond(304, "text") },
        };

    [Theory]
    [MemberData(nameof(Invalid))]
    public void A_fault_that_cannot_be_sent_is_rejected_with_a_sentence(string message, Action create)
    {
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(create);

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Actual value", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(600, "text", "text/html", "statusCode")]
    [InlineData(204, "text", "text/html", "body")]
    [InlineData(200, "text", "a\nb", "contentType")]
    [InlineData(200, "text", "", "contentType")]
    public void A_response_that_cannot_be_sent_is_rejected_with_the_name_of_its_argument(
        int statusCode,
        string body,
        string contentType,
        string parameter
    ) => Assert.Equal(parameter, Assert.ThrowsAny<ArgumentException>(() => SandboxFault.Respond(statusCode, body, contentType)).ParamName);

    [Theory]
    [InlineData("FETCH", null, "Did you mean PATCH?")]
    [InlineData("GTE", null, "Did you mean GET?")]
    [InlineData("PUT", null, "'PUT' is no HTTP method that a request of the API has.")]
    [InlineData("OPTIONS", null, "'OPTIONS' is no HTTP method that a request of the API has.")]
    [InlineData(null, "/v1/contact", "Did you mean /v1/contacts?")]
    [InlineData(null, "/v1/contact/123", "Did you mean /v1/contacts/123?")]
    [InlineData(null, "/v1/tags/**", "Did you mean /v1/contact_tags/**?")]
    [InlineData(null, "/contacts", "Did you mean /v1/contacts?")]
    [InlineData(null, "/v2/contacts/*", "Did you mean /v1/contacts/*?")]
    [InlineData(null, "/v1/contacts/*/relationship/tags", "Did you mean /v1/contacts/*/relationships/tags?")]
    [InlineData(null, "/v1/purchases/5/cancel", "Did you mean /v1/purchases/5/cancel_subscription?")]
    [InlineData(null, "/v1/versions", "Did you mean /v1/version?")]
    [InlineData(null, "/v1/oauth/tokens", "Did you mean /v1/oauth/token?")]
    [InlineData(null, "/v1/sites/*/pages/*/parts", "These are: /v1/sites, /v1/sites/*.")]
    [InlineData(null, "/*", "is no path of the API")]
    public async Task A_rule_that_no_request_matches_is_rejected_with_the_nearest_name(string? method, string? path, string message)
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();

        ArgumentException error = Assert.Throws<ArgumentException>(() =>
            sandbox.Faults.Add(SandboxFault.NotFound(), method: method is null ? null : new HttpMethod(method), path: path)
        );

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(sandbox.Faults.Rules);
    }

    [Theory]
    [InlineData("/**")]
    [InlineData("/v1/**")]
    [InlineData("/v1/*/123")]
    [InlineData("/v1/contacts/*/relationships/*")]
    [InlineData("/v1/hooks/tag_added_sample")]
    [InlineData("/webhooks/offers/**")]
    [InlineData("/v1/webinars/*")] // A new type of the API.
    [InlineData("/v1/lessons/12345678901234567890")]
    public void A_rule_that_a_request_can_match_is_accepted(string path) => Assert.Null(ApiRoutes.FindPathProblem(path));

    [Fact]
    public void All_paths_of_the_OpenAPI_document_are_known()
    {
        IEnumerable<string> unknown = ResponseValidator
            .Load()
            .Operations.Where(static operation =>
                ApiRoutes.FindMethodProblem(operation.Method) is not null || ApiRoutes.FindPathProblem(operation.Path) is not null
            )
            .Select(static operation => $"{operation.Method} {operation.Path}");

        Assert.Empty(unknown);
    }

    [Fact]
    public async Task A_type_that_the_API_does_not_have_cannot_be_forbidden()
    {
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(static () =>
            KajabiSandbox.StartAsync(new KajabiSandboxOptions { ForbiddenTypes = { "tags" } })
        );
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        Assert.Throws<ArgumentException>(() => sandbox.SetForbiddenTypes(["sites", "offer"]));

        Assert.Contains("no resource type 'tags'. Did you mean contact_tags?", error.Message, StringComparison.Ordinal);
        Assert.Empty(sandbox.Options.ForbiddenTypes);
    }

    [Fact]
    public async Task Responses_without_a_body_can_have_any_fault()
    {
        await using RawSandbox raw = await RawSandbox.StartAsync();
        using KajabiClient kajabi = SandboxFixture.CreateClient(raw.Sandbox);
        SandboxFault[] faults =
        [
            SandboxFault.Respond(204),
            SandboxFault.Respond(205),
            SandboxFault.Respond(304),
            SandboxFault.Respond(204).AfterHandling(),
            SandboxFault.BadGateway().AfterHandling(),
            SandboxFault.Delay(TimeSpan.FromMilliseconds(1)).AfterHandling(),
            SandboxFault.TruncatedBody(),
            SandboxFault.ExpiredToken().AfterHandling(),
        ];
        List<int> statuses = [];
        foreach (SandboxFault fault in faults)
        {
            // The service deletes a webhook without a body.
            string id = await Subscription.CreateAsync(kajabi, "tag_added", Subscription.Elsewhere);
            raw.Sandbox.Faults.Add(fault);
            statuses.Add((await raw.SendAsync(HttpMethod.Delete, $"/v1/hooks/{id}")).Status);
        }

        Assert.Equal([204, 205, 304, 204, 502, 204, 204, 204], statuses);
        Assert.All(raw.Sandbox.Requests, static request => Assert.Null(request.Failure));
    }

    [Fact]
    public async Task A_failure_in_a_fault_is_a_response_that_is_recorded_with_its_cause()
    {
        await using RawSandbox raw = await RawSandbox.StartAsync(new KajabiSandboxOptions { TimeProvider = new BrokenTimers() });
        raw.Sandbox.Faults.Add(SandboxFault.Delay(TimeSpan.FromSeconds(1)));

        (int status, Newtonsoft.Json.Linq.JObject body) = await raw.SendAsync(HttpMethod.Get, "/v1/contacts");

        Assert.Equal(500, status);
        Assert.Contains("NotSupportedException: no timers", (string?)body["errors"]![0]!["detail"], StringComparison.Ordinal);
        SandboxRequest request = raw.Sandbox.Requests[^1];
        Assert.Equal((500, "NotSupportedException: no timers"), (request.StatusCode, request.Failure));
        Assert.Equal("delay", request.Fault?.ToString());
    }

    /// <summary>A clock of a test that has no timers.</summary>
    private sealed class BrokenTimers : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            throw new NotSupportedException("no timers");
    }
}
