using System.Collections.Concurrent;
using System.Globalization;
using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Scenarios;

/// <summary>Transient failures, and the delays between attempts.</summary>
internal static class RetryFaults
{
    private static readonly ResponseWriter s_contact = Responses.Ok(TestDocuments.Contact);

    public static FaultSection Section { get; } =
        new FaultSection("retry")
            .Read(
                1,
                "429 with Retry-After: 1, then 200",
                "waits at least a second, retried once",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Status(429, "", "Retry-After: 1"), s_contact);
                    await BodyFaults.AssertContactIsReadAsync(scenario);
                    Assert.True(Assert.Single(scenario.Time.TakeDelays()) >= TimeSpan.FromSeconds(1));
                    scenario.AssertRequestCount(2);
                }
            )
            .Read(
                2,
                "Retry-After as a future date, and as a past date",
                "waits until the date, never for a negative time",
                static async scenario =>
                {
                    string soon = scenario.Time.GetUtcNow().AddSeconds(5).ToString("R", CultureInfo.InvariantCulture);
                    string past = scenario.Time.GetUtcNow().AddDays(-5).ToString("R", CultureInfo.InvariantCulture);
                    scenario.Server.Respond(
                        Responses.Status(429, "", $"Retry-After: {soon}"),
                        s_contact,
                        Responses.Status(429, "", $"Retry-After: {past}"),
                        s_contact
                    );
                    await BodyFaults.AssertContactIsReadAsync(scenario);
                    Assert.True(Assert.Single(scenario.Time.TakeDelays()) >= TimeSpan.FromSeconds(5));
                    await BodyFaults.AssertContactIsReadAsync(scenario);
                    Assert.All(scenario.Time.TakeDelays(), static delay => Assert.True(delay >= TimeSpan.Zero));
                    scenario.AssertRequestCount(4);
                }
            )
            .Read(
                3,
                "429 without Retry-After, many callers",
                "delays with jitter",
                static async scenario =>
                {
                    ConcurrentDictionary<string, bool> rejected = new();
                    scenario.Server.Respond(exchange =>
                        (rejected.TryAdd(exchange.Request.Path, true) ? Responses.Status(429) : s_contact)(exchange)
                    );
                    await Task.WhenAll(Enumerable.Range(1, 10).Select(id => scenario.Client.Contacts.GetContactAsync($"{id}")));
                    IReadOnlyList<TimeSpan> delays = scenario.Time.TakeDelays();
                    Assert.All(delays, static delay => Assert.True(delay > TimeSpan.Zero));
                    Assert.True(delays.Distinct().Count() > 1, "There is no jitter.");
                }
            )
            .Read(
                4,
                "Retry-After: 86400",
                "immediate error with RetryAfter, no delay of a day",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Status(429, "", "Retry-After: 86400"), s_contact);
                    KajabiApiException exception = await scenario.AssertReadFailsAsync(KajabiErrorKind.RateLimited);
                    Assert.Equal(TimeSpan.FromDays(1), exception.RetryAfter);
                    Assert.Empty(scenario.Time.TakeDelays());
                    scenario.AssertRequestCount(1);
                }
            )
            .Read(
                null,
                "Retry-After that is not a number, negative, or huge",
                "handled like a missing header",
                static async scenario =>
                {
                    foreach (string value in (string[])["soon", "-1", "99999999999999999999", "1.5", ""])
                    {
                        scenario.Server.Respond(Responses.Status(429, "", $"Retry-After: {value}"), s_contact);
                        await BodyFaults.AssertContactIsReadAsync(scenario);
                    }
                }
            )
            .Read(
                5,
                "429 text/plain for every attempt",
                "rate limited after the last attempt, no errors listed",
                Responses.Status(429, "Retry later", "Content-Type: text/plain"),
                static async scenario =>
                {
                    KajabiApiException exception = await scenario.AssertReadFailsAsync(KajabiErrorKind.RateLimited);
                    Assert.Empty(exception.Errors);
                    Assert.Equal("Retry later", exception.BodyExcerpt);
                    Assert.InRange(scenario.Server.Requests.Count, 2, 10);
                    Assert.Equal(scenario.Server.Requests.Count, exception.Attempts);
                }
            )
            .Read(
                6,
                "503 twice, then 200",
                "read at the third attempt",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Status(503), Responses.Status(503), s_contact);
                    await BodyFaults.AssertContactIsReadAsync(scenario);
                    scenario.AssertRequestCount(3);
                }
            )
            .Add(
                6,
                "POST contact, PATCH contact, POST offers",
                "503",
                "server error, sent once",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Status(503));
                    await scenario.AssertFailsAsync(
                        () => scenario.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada" }, "1"),
                        KajabiErrorKind.ServerError
                    );
                    await scenario.AssertFailsAsync(
                        () => scenario.Client.Contacts.UpdateContactAsync("1", new ContactAttributes { Name = "Ada" }),
                        KajabiErrorKind.ServerError
                    );
                    await scenario.AssertFailsAsync(
                        () => scenario.Client.Contacts.GrantContactOffersAsync("1", ["5"], WelcomeEmail.DoNotSend),
                        KajabiErrorKind.ServerError
                    );
                    scenario.AssertRequestCount(3);
                }
            )
            .Add(
                null,
                "POST contact",
                "429, then 201",
                "retried: it was rejected, not processed",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Status(429, "", "Retry-After: 1"), Responses.Status(201, TestDocuments.Contact));
                    await scenario.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada" }, "1");
                    scenario.AssertRequestCount(2);
                    Assert.Equal(scenario.Server.Requests[0].Text, scenario.Server.Requests[1].Text);
                }
            )
            .Read(
                null,
                "408, 500, 502, 503, 504, each once",
                "read at the second attempt",
                static async scenario =>
                {
                    foreach (int status in (int[])[408, 500, 502, 503, 504])
                    {
                        scenario.Server.Respond(Responses.Status(status), s_contact);
                        await BodyFaults.AssertContactIsReadAsync(scenario);
                    }

                    scenario.AssertRequestCount(10);
                }
            )
            .Read(
                null,
                "501, 505, 400, 404, 422",
                "not retried",
                static async scenario =>
                {
                    foreach (int status in (int[])[501, 505, 400, 404, 422])
                    {
                        scenario.Server.Respond(Responses.Status(status), s_contact);
                        await scenario.AssertFailsAsync<KajabiApiException>(() => scenario.ReadAsync());
                    }

                    scenario.AssertRequestCount(5);
                }
            )
            .Read(
                7,
                "every request fails, 1,000 callers",
                "less than 20 % retries (retry budget)",
                Responses.Status(503),
                static async scenario =>
                {
                    await Task.WhenAll(Enumerable.Range(1, 1000).Select(_ => scenario.AssertReadFailsAsync(KajabiErrorKind.ServerError)));
                    Assert.InRange(scenario.Server.Requests.Count, 1000, 1199);
                }
            )
            .Read(
                8,
                "canceled while waiting for Retry-After",
                "OperationCanceledException immediately",
                static async scenario =>
                {
                    scenario.Time.AdvancesOnDelay = false;
                    scenario.Server.Respond(Responses.Status(429, "", "Retry-After: 20"));
                    using CancellationTokenSource source = new();
                    Task<Contact> call = scenario.ReadAsync(source.Token);
                    await scenario.Time.NextDelayAsync();
                    await source.CancelAsync();
                    Assert.Equal(source.Token, (await scenario.AssertFailsAsync<OperationCanceledException>(() => call)).CancellationToken);
                    scenario.AssertRequestCount(1);
                }
            )
            .Read(
                null,
                "429 and 503 with Retry-After: 0 for every attempt",
                "exponential backoff, no burst of four requests",
                static async scenario =>
                {
                    foreach (int status in (int[])[429, 503])
                    {
                        scenario.Server.Respond(Responses.Status(status, "", "Retry-After: 0"));
                        await scenario.AssertFailsAsync<KajabiApiException>(() => scenario.ReadAsync());
                        IReadOnlyList<TimeSpan> delays = scenario.Time.TakeDelays();
                        Assert.Equal(3, delays.Count);
                        Assert.True(
                            delays[0] >= TimeSpan.FromMilliseconds(250) && delays[2] >= TimeSpan.FromSeconds(1),
                            string.Join(' ', delays)
                        );
                    }
                }
            )
            .Read(
                null,
                "429 with Retry-After: 1, 40 concurrent callers",
                "at least a second, with jitter",
                static async scenario =>
                {
                    // One 429 for each call: with a shared sequence of responses, one call could get a 429 for every attempt.
                    ConcurrentDictionary<string, bool> rejected = new();
                    scenario.Server.Respond(exchange =>
                        (rejected.TryAdd(exchange.Request.Path, true) ? Responses.Status(429, "", "Retry-After: 1") : s_contact)(exchange)
                    );
                    await Task.WhenAll(Enumerable.Range(1, 40).Select(id => scenario.Client.Contacts.GetContactAsync($"{id}")));
                    IReadOnlyList<TimeSpan> delays = scenario.Time.TakeDelays();
                    Assert.Equal(40, delays.Count);
                    Assert.All(delays, static delay => Assert.InRange(delay, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(6)));
                    Assert.True(delays.Distinct().Count() > 30, "The retries have no jitter.");
                }
            )
            .Add(
                null,
                "POST contact, DELETE contact",
                "every status code, each for all attempts",
                "MayHaveBeenProcessed for 408 and 5xx",
                static async scenario =>
                {
                    foreach (int status in (int[])[400, 404, 408, 409, 422, 429, 500, 501, 503, 520, 530])
                    {
                        scenario.Server.Respond(Responses.Status(status));
                        foreach (
                            Func<Task> call in (Func<Task>[])
                                [
                                    () => scenario.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada" }, "1"),
                                    () => scenario.Client.Contacts.DeleteContactAsync("1"),
                                ]
                        )
                        {
                            KajabiApiException exception = await scenario.AssertFailsAsync<KajabiApiException>(call);
                            Assert.Equal((status, status is 408 or >= 500), (status, exception.MayHaveBeenProcessed));
                            Assert.Equal(
                                exception.MayHaveBeenProcessed,
                                exception.Message.Contains("check before you retry", StringComparison.Ordinal)
                            );
                        }
                    }
                }
            )
            .Read(
                null,
                "503, with retries disabled",
                "server error at the first attempt",
                Responses.Status(503),
                static async scenario =>
                {
                    scenario.Configure(static options => options.Retry.MaxAttempts = 1);
                    Assert.Equal(1, (await scenario.AssertReadFailsAsync(KajabiErrorKind.ServerError)).Attempts);
                    scenario.AssertRequestCount(1);
                }
            )
            .Add(
                null,
                "POST contact",
                "503 with Retry-After, where the options allow a retry",
                "retried",
                static async scenario =>
                {
                    scenario.Configure(static options => options.Retry.RetryWritesOnServiceUnavailable = true);
                    scenario.Server.Respond(Responses.Status(503, "", "Retry-After: 1"), Responses.Status(201, TestDocuments.Contact));
                    await scenario.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada" }, "1");
                    scenario.AssertRequestCount(2);
                }
            )
            .Read(
                null,
                "no response at the first attempt, then a response",
                "read at the second attempt, after the attempt timeout",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.NoResponse, s_contact);
                    Task<Contact> call = scenario.ReadAsync();
                    await scenario.Server.WaitForRequestsAsync(1);
                    scenario.Time.Advance(TimeSpan.FromSeconds(31));
                    Assert.Equal("Ada", (await call).Attributes.Name);
                    scenario.AssertRequestCount(2);
                }
            )
            .Add(
                null,
                "DELETE contact",
                "reset after the request was read, then 404",
                "not found at the second attempt: the first may have deleted it",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Reset, Responses.Status(404));
                    Exception? exception = await Record.ExceptionAsync(() => scenario.Client.Contacts.DeleteContactAsync("1"));
                    Assert.True(
                        exception is null or KajabiApiException { Kind: KajabiErrorKind.NotFound, Attempts: 2 },
                        exception?.ToString()
                    );
                    scenario.AssertRequestCount(2);
                }
            )
            .Add(
                null,
                "POST token",
                "429 and 503, then a token",
                "retried, and the call succeeds",
                static async scenario =>
                {
                    scenario.Server.RespondToTokenRequests(
                        Responses.Status(429, "", "Retry-After: 1"),
                        Responses.Status(503),
                        Responses.Token()
                    );
                    scenario.Server.Respond(s_contact);
                    await BodyFaults.AssertContactIsReadAsync(scenario);
                    Assert.Equal(3, scenario.Server.TokenRequests.Count);
                }
            );
}
