using System.Collections.Concurrent;
using System.Globalization;
using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Rows;

/// <summary>Failures that pass, and the waits between attempts.</summary>
internal static class RetryFaults
{
    private static readonly Reply s_contact = Answers.Ok(Documents.Contact);

    public static FaultSection Section { get; } =
        new FaultSection("retry")
            .Read(
                1,
                "429 with Retry-After: 1, then 200",
                "waits a second or more, repeated once",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Status(429, "", "Retry-After: 1"), s_contact);
                    await BodyFaults.ReadsAsync(stage);
                    Assert.True(Assert.Single(stage.Time.TakeWaits()) >= TimeSpan.FromSeconds(1));
                    stage.Sent(2);
                }
            )
            .Read(
                2,
                "Retry-After as a date to come, and as a date gone by",
                "waits until then, and not negatively long",
                static async stage =>
                {
                    string soon = stage.Time.GetUtcNow().AddSeconds(5).ToString("R", CultureInfo.InvariantCulture);
                    string past = stage.Time.GetUtcNow().AddDays(-5).ToString("R", CultureInfo.InvariantCulture);
                    stage.Server.Answer(
                        Answers.Status(429, "", $"Retry-After: {soon}"),
                        s_contact,
                        Answers.Status(429, "", $"Retry-After: {past}"),
                        s_contact
                    );
                    await BodyFaults.ReadsAsync(stage);
                    Assert.True(Assert.Single(stage.Time.TakeWaits()) >= TimeSpan.FromSeconds(5));
                    await BodyFaults.ReadsAsync(stage);
                    Assert.All(stage.Time.TakeWaits(), static wait => Assert.True(wait >= TimeSpan.Zero));
                    stage.Sent(4);
                }
            )
            .Read(
                3,
                "429 without Retry-After, many callers",
                "waits that differ from each other",
                static async stage =>
                {
                    ConcurrentDictionary<string, bool> turnedAway = new();
                    stage.Server.Answer(exchange =>
                        (turnedAway.TryAdd(exchange.Request.Path, true) ? Answers.Status(429) : s_contact)(exchange)
                    );
                    await Task.WhenAll(Enumerable.Range(1, 10).Select(id => stage.Client.Contacts.GetContactAsync($"{id}")));
                    IReadOnlyList<TimeSpan> waits = stage.Time.TakeWaits();
                    Assert.All(waits, static wait => Assert.True(wait > TimeSpan.Zero));
                    Assert.True(waits.Distinct().Count() > 1, "There is no jitter.");
                }
            )
            .Read(
                4,
                "Retry-After: 86400",
                "at once an error that carries it, nobody sleeps for a day",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Status(429, "", "Retry-After: 86400"), s_contact);
                    KajabiApiException exception = await stage.ReadFailsAsync(KajabiErrorKind.RateLimited);
                    Assert.Equal(TimeSpan.FromDays(1), exception.RetryAfter);
                    Assert.Empty(stage.Time.TakeWaits());
                    stage.Sent(1);
                }
            )
            .Read(
                null,
                "Retry-After that is no number, negative, or endless",
                "as without",
                static async stage =>
                {
                    foreach (string value in (string[])["soon", "-1", "99999999999999999999", "1.5", ""])
                    {
                        stage.Server.Answer(Answers.Status(429, "", $"Retry-After: {value}"), s_contact);
                        await BodyFaults.ReadsAsync(stage);
                    }
                }
            )
            .Read(
                5,
                "429 text/plain for ever",
                "rate limited after the last attempt, no errors listed",
                Answers.Status(429, "Retry later", "Content-Type: text/plain"),
                static async stage =>
                {
                    KajabiApiException exception = await stage.ReadFailsAsync(KajabiErrorKind.RateLimited);
                    Assert.Empty(exception.Errors);
                    Assert.Equal("Retry later", exception.BodyExcerpt);
                    Assert.InRange(stage.Server.Requests.Count, 2, 10);
                    Assert.Equal(stage.Server.Requests.Count, exception.Attempts);
                }
            )
            .Read(
                6,
                "503 twice, then 200",
                "read at the third attempt",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Status(503), Answers.Status(503), s_contact);
                    await BodyFaults.ReadsAsync(stage);
                    stage.Sent(3);
                }
            )
            .Add(
                6,
                "POST contact, PATCH contact, POST offers",
                "503",
                "server error, sent once",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Status(503));
                    await stage.FailsAsync(
                        () => stage.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada" }, "1"),
                        KajabiErrorKind.ServerError
                    );
                    await stage.FailsAsync(
                        () => stage.Client.Contacts.UpdateContactAsync("1", new ContactAttributes { Name = "Ada" }),
                        KajabiErrorKind.ServerError
                    );
                    await stage.FailsAsync(
                        () => stage.Client.Contacts.GrantContactOffersAsync("1", ["5"], WelcomeEmail.DoNotSend),
                        KajabiErrorKind.ServerError
                    );
                    stage.Sent(3);
                }
            )
            .Add(
                null,
                "POST contact",
                "429, then 201",
                "repeated: it was refused, not carried out",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Status(429, "", "Retry-After: 1"), Answers.Status(201, Documents.Contact));
                    await stage.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada" }, "1");
                    stage.Sent(2);
                    Assert.Equal(stage.Server.Requests[0].Text, stage.Server.Requests[1].Text);
                }
            )
            .Read(
                null,
                "408, 500, 502, 503, 504, each once",
                "read at the second attempt",
                static async stage =>
                {
                    foreach (int status in (int[])[408, 500, 502, 503, 504])
                    {
                        stage.Server.Answer(Answers.Status(status), s_contact);
                        await BodyFaults.ReadsAsync(stage);
                    }

                    stage.Sent(10);
                }
            )
            .Read(
                null,
                "501, 505, 400, 404, 422",
                "not repeated",
                static async stage =>
                {
                    foreach (int status in (int[])[501, 505, 400, 404, 422])
                    {
                        stage.Server.Answer(Answers.Status(status), s_contact);
                        await stage.FailsAsync<KajabiApiException>(() => stage.ReadAsync());
                    }

                    stage.Sent(5);
                }
            )
            .Read(
                7,
                "everything fails, 1,000 callers",
                "far fewer than twice as many attempts as calls",
                Answers.Status(503),
                static async stage =>
                {
                    await Task.WhenAll(Enumerable.Range(1, 1000).Select(_ => stage.ReadFailsAsync(KajabiErrorKind.ServerError)));
                    Assert.InRange(stage.Server.Requests.Count, 1000, 1199);
                }
            )
            .Read(
                8,
                "cancelled while it waits for Retry-After",
                "the caller's cancellation at once",
                static async stage =>
                {
                    stage.Time.IsImpatient = false;
                    stage.Server.Answer(Answers.Status(429, "", "Retry-After: 20"));
                    using CancellationTokenSource source = new();
                    Task<Contact> call = stage.ReadAsync(source.Token);
                    await stage.Time.NextWaitAsync();
                    await source.CancelAsync();
                    Assert.Equal(source.Token, (await stage.FailsAsync<OperationCanceledException>(() => call)).CancellationToken);
                    stage.Sent(1);
                }
            )
            .Read(
                null,
                "429 and 503 with Retry-After: 0 for ever",
                "the backoff, not four requests at once",
                static async stage =>
                {
                    foreach (int status in (int[])[429, 503])
                    {
                        stage.Server.Answer(Answers.Status(status, "", "Retry-After: 0"));
                        await stage.FailsAsync<KajabiApiException>(() => stage.ReadAsync());
                        IReadOnlyList<TimeSpan> waits = stage.Time.TakeWaits();
                        Assert.Equal(3, waits.Count);
                        Assert.True(
                            waits[0] >= TimeSpan.FromMilliseconds(250) && waits[2] >= TimeSpan.FromSeconds(1),
                            string.Join(' ', waits)
                        );
                    }
                }
            )
            .Read(
                null,
                "429 with Retry-After: 1, 40 callers at once",
                "a second or more, and not all at the same moment",
                static async stage =>
                {
                    stage.Server.Answer([.. Enumerable.Repeat(Answers.Status(429, "", "Retry-After: 1"), 40), s_contact]);
                    await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => stage.ReadAsync()));
                    IReadOnlyList<TimeSpan> waits = stage.Time.TakeWaits();
                    // A call that meets a second 429 waits by the longer backoff of its second attempt.
                    Assert.All(waits, static wait => Assert.InRange(wait, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(6)));
                    Assert.True(waits.Distinct().Count() > 30, "They return together.");
                }
            )
            .Add(
                null,
                "POST contact, DELETE contact",
                "every status, each for all attempts",
                "may have been processed where the table says so",
                static async stage =>
                {
                    foreach (int status in (int[])[400, 404, 408, 409, 422, 429, 500, 501, 503, 520, 530])
                    {
                        stage.Server.Answer(Answers.Status(status));
                        foreach (
                            Func<Task> call in (Func<Task>[])
                                [
                                    () => stage.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada" }, "1"),
                                    () => stage.Client.Contacts.DeleteContactAsync("1"),
                                ]
                        )
                        {
                            KajabiApiException exception = await stage.FailsAsync<KajabiApiException>(call);
                            Assert.Equal((status, status is 408 or >= 500), (status, exception.MayHaveBeenProcessed));
                            Assert.Equal(exception.MayHaveBeenProcessed, exception.Message.Contains("may have processed", StringComparison.Ordinal));
                        }
                    }
                }
            )
            .Read(
                null,
                "503, with repetitions switched off",
                "server error at the first attempt",
                Answers.Status(503),
                static async stage =>
                {
                    stage.With(static options => options.Retry.MaxAttempts = 1);
                    Assert.Equal(1, (await stage.ReadFailsAsync(KajabiErrorKind.ServerError)).Attempts);
                    stage.Sent(1);
                }
            )
            .Add(
                null,
                "POST contact",
                "503 with Retry-After, where the options allow it",
                "repeated",
                static async stage =>
                {
                    stage.With(static options => options.Retry.RetryWritesOnServiceUnavailable = true);
                    stage.Server.Answer(Answers.Status(503, "", "Retry-After: 1"), Answers.Status(201, Documents.Contact));
                    await stage.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada" }, "1");
                    stage.Sent(2);
                }
            )
            .Read(
                null,
                "silence at the first attempt, then an answer",
                "read at the second attempt, after the time limit of one",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Silence, s_contact);
                    Task<Contact> call = stage.ReadAsync();
                    await stage.Server.ArrivedAsync(1);
                    stage.Time.Advance(TimeSpan.FromSeconds(31));
                    Assert.Equal("Ada", (await call).Attributes.Name);
                    stage.Sent(2);
                }
            )
            .Add(
                null,
                "DELETE contact",
                "reset after the request was read, then 404",
                "not found at the second attempt: the first may have deleted it",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Reset, Answers.Status(404));
                    Exception? exception = await Record.ExceptionAsync(() => stage.Client.Contacts.DeleteContactAsync("1"));
                    Assert.True(
                        exception is null or KajabiApiException { Kind: KajabiErrorKind.NotFound, Attempts: 2 },
                        exception?.ToString()
                    );
                    stage.Sent(2);
                }
            )
            .Add(
                null,
                "POST token",
                "429 and 503, then a token",
                "repeated, and the call goes on",
                static async stage =>
                {
                    stage.Server.AnswerToken(Answers.Status(429, "", "Retry-After: 1"), Answers.Status(503), Answers.Token());
                    stage.Server.Answer(s_contact);
                    await BodyFaults.ReadsAsync(stage);
                    Assert.Equal(3, stage.Server.TokenRequestCount.Count);
                }
            );
}
