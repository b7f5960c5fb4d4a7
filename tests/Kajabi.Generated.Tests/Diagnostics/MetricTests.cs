using System.Net;
using System.Net.Http.Headers;
using Kajabi.Tests.Client;
using Kajabi.Tests.Resilience;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Diagnostics;

/// <summary>The value, the unit and the tags of every measurement.</summary>
public sealed class MetricTests
{
    private const string Server = "server.address=api.kajabi.com server.port=443";

    [Fact]
    public async Task Retries_are_counted_by_the_outcome_of_the_previous_attempt()
    {
        using ScriptedKajabi kajabi = await new ScriptedKajabi().WithTokenAsync();
        using MetricRecorder<long> retries = new(kajabi.Meters, "kajabi.retries");
        kajabi
            .Then(HttpStatusCode.ServiceUnavailable)
            .Then(HttpStatusCode.TooManyRequests, new RetryConditionHeaderValue(TimeSpan.FromSeconds(1)))
            .Then(new HttpRequestException(HttpRequestError.ConnectionError, "Refused."));

        (Exception? failure, _) = await kajabi.CallAsync(client => client.Contacts.GetContactAsync("7"));

        Assert.Null(failure);
        Assert.Equal([RetryAfter("TransientServerError"), RetryAfter("TooManyRequests"), RetryAfter("NotSent")], retries.Lines);

        static string RetryAfter(string outcome) =>
            $"1 {{retry}} http.request.method=GET kajabi.attempt.outcome={outcome} {Server} url.template=/v1/contacts/{{id}}";
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(401, "error.type=401 ")]
    [InlineData(null, "error.type=no_response ")]
    public async Task Each_token_request_is_counted_by_its_result(int? status, string error)
    {
        using TestKajabi kajabi = new();
        using MetricRecorder<long> tokenRequests = new(kajabi.Meters, "kajabi.token.requests");
        kajabi
            .Network.When(HttpMethod.Post, TestKajabi.TokenAddress)
            .Respond(() =>
                status is { } code
                    ? Task.FromResult(
                        new HttpResponseMessage((HttpStatusCode)code)
                        {
                            Content = new StringContent($$"""{ "access_token": "{{TestKajabi.Token}}", "expires_in": 7200 }"""),
                        }
                    )
                    : throw new HttpRequestException(HttpRequestError.ConnectionError, "Refused.")
            );
        kajabi.Network.When("https://api.kajabi.com/v1/contacts/7").Respond(TestKajabi.MediaType, ScriptedKajabi.Contact);

        await Record.ExceptionAsync(() => kajabi.Client.Contacts.GetContactAsync("7"));
        if (status == 200)
        {
            await kajabi.Client.Contacts.GetContactAsync("7"); // With the same token.
        }

        Assert.Equal([$"1 {{request}} {error}http.request.method=POST {Server} url.template=/v1/oauth/token"], tokenRequests.Lines);
    }

    [Fact]
    public async Task A_retried_token_request_is_counted_once()
    {
        using ScriptedKajabi kajabi = new();
        using MetricRecorder<long> tokenRequests = new(kajabi.Meters, "kajabi.token.requests");
        kajabi.ThenTokenError(HttpStatusCode.ServiceUnavailable);

        await kajabi.CallAsync(client => client.Contacts.GetContactAsync("7"));

        Assert.Equal([$"1 {{request}} http.request.method=POST {Server} url.template=/v1/oauth/token"], tokenRequests.Lines);
    }

    [Fact]
    public async Task The_wait_for_the_rate_limiter_is_measured_in_seconds()
    {
        using ScriptedKajabi kajabi = await new ScriptedKajabi(static options =>
            options.RateLimit.MaxRequestsPerSecond = 1
        ).WithTokenAsync();
        using MetricRecorder<double> waits = new(kajabi.Meters, "kajabi.limiter.wait.duration");

        Task call = kajabi.Client.Contacts.GetContactAsync("7");
        kajabi.Time.Advance(TimeSpan.FromSeconds(1));
        await call;
        kajabi.Time.Advance(TimeSpan.FromSeconds(5));
        await kajabi.Client.Contacts.GetContactAsync("7");

        Assert.Equal(
            [
                $"1 s http.request.method=GET {Server} url.template=/v1/contacts/{{id}}",
                $"0 s http.request.method=GET {Server} url.template=/v1/contacts/{{id}}",
            ],
            waits.Lines
        );
    }

    [Fact]
    public async Task A_request_rejected_by_the_full_queue_is_measured_as_an_error()
    {
        using ScriptedKajabi kajabi = await new ScriptedKajabi(static options =>
            (options.RateLimit.MaxConcurrentRequests, options.RateLimit.QueueLimit) = (1, 0)
        ).WithTokenAsync();
        kajabi.ThenNoResponse();
        using CancellationTokenSource caller = new();
        Task first = kajabi.Client.Contacts.GetContactAsync("7", cancellationToken: caller.Token);
        await kajabi.WaitForRequestsAsync(1);
        using MetricRecorder<double> waits = new(kajabi.Meters, "kajabi.limiter.wait.duration");

        await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Contacts.GetContactAsync("7"));

        Assert.Equal([$"0 s error.type=queue_full http.request.method=GET {Server} url.template=/v1/contacts/{{id}}"], waits.Lines);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task Each_attempt_is_measured_with_its_duration_and_outcome()
    {
        using ScriptedKajabi kajabi = await new ScriptedKajabi(static options => options.Retry.BaseDelay = TimeSpan.Zero).WithTokenAsync();
        using MetricRecorder<double> durations = new(kajabi.Meters, "http.client.request.duration");
        kajabi
            .Then(1, _ => AfterAsync(250, HttpStatusCode.BadGateway))
            .Then(
                1,
                _ =>
                {
                    kajabi.Time.Advance(TimeSpan.FromSeconds(2));
                    throw new HttpRequestException(HttpRequestError.NameResolutionError, "No such host.");
                }
            )
            .Then(1, _ => AfterAsync(500, HttpStatusCode.OK));

        (Exception? failure, _) = await kajabi.CallAsync(client => client.Contacts.GetContactAsync("7"));

        Assert.Null(failure);
        Assert.Equal(
            [
                $"0.25 s error.type=502 http.request.method=GET http.response.status_code=502 "
                    + $"network.protocol.version=1.1 {Server} url.template=/v1/contacts/{{id}}",
                $"2 s error.type=name_resolution_error http.request.method=GET {Server} url.template=/v1/contacts/{{id}}",
                $"0.5 s http.request.method=GET http.response.status_code=200 "
                    + $"network.protocol.version=1.1 {Server} url.template=/v1/contacts/{{id}}",
            ],
            durations.Lines
        );

        Task<HttpResponseMessage> AfterAsync(int milliseconds, HttpStatusCode status)
        {
            kajabi.Time.Advance(TimeSpan.FromMilliseconds(milliseconds));
            return Task.FromResult(ScriptedKajabi.CreateResponse(status));
        }
    }

    [Fact]
    public async Task Drift_is_counted_once_for_each_response()
    {
        using TestKajabi kajabi = new();
        using MetricRecorder<long> drift = new(kajabi.Meters, "kajabi.contract.drift");
        kajabi.RespondWithToken();
        kajabi
            .Network.When("https://api.kajabi.com/v1/contacts/7")
            .Respond(
                TestKajabi.MediaType,
                """{ "data": { "id": "7", "type": "contacts", "attributes": { "favourite": "ada@example.org" } } }"""
            );

        await kajabi.Client.Contacts.GetContactAsync("7");
        await kajabi.Client.Contacts.GetContactAsync("7");

        const string Once =
            "1 {finding} http.request.method=GET kajabi.drift.kind=UnknownMember kajabi.drift.path=attributes.favourite "
            + "kajabi.resource.type=contacts url.template=/v1/contacts/{id}";
        Assert.Equal([Once, Once], drift.Lines);
    }
}
