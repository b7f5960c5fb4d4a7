using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Rows;

/// <summary>Calls that are given up, at every point of their way, and clients that are.</summary>
internal static class CancellationFaults
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";

    public static FaultSection Section { get; } =
        new FaultSection("cancellation")
            .Read(
                1,
                "cancelled before it begins",
                "the caller's cancellation, nothing sent",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Ok(Documents.Contact));
                    await CancelledAsync(stage, Task.CompletedTask, isBefore: true);
                    Assert.Empty(stage.Server.TokenRequestCount);
                    stage.Sent(0);
                    await BodyFaults.ReadsAsync(stage);
                }
            )
            .Read(
                2,
                "cancelled while connecting",
                "the caller's cancellation",
                static async stage =>
                {
                    // TLS is offered to a server that waits for the end of a request: the connection never comes about.
                    stage.With(options => options.BaseAddress = new UriBuilder(stage.Server.Address) { Scheme = "https" }.Uri);
                    await CancelledAsync(stage, stage.Server.Connected);
                    stage.Sent(0);
                }
            )
            .Read(
                3,
                "cancelled while it waits for headers",
                "the caller's cancellation, sent once, the client usable",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Silence, Answers.Ok(Documents.Contact));
                    await CancelledAsync(stage, stage.Server.ArrivedAsync(1));
                    stage.Sent(1);
                    await BodyFaults.ReadsAsync(stage);
                }
            )
            .Read(
                4,
                "cancelled while it reads the body",
                "the caller's cancellation, sent once, the client usable",
                static async stage =>
                {
                    TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
                    stage.Server.Answer(
                        async exchange =>
                        {
                            await exchange.WriteAsync(Head);
                            begun.SetResult();
                            await Answers.Silence(exchange);
                        },
                        Answers.Ok(Documents.Contact)
                    );
                    await CancelledAsync(stage, begun.Task);
                    stage.Sent(1);
                    await BodyFaults.ReadsAsync(stage);
                }
            )
            .Read(
                5,
                "cancelled while it waits to repeat",
                "the caller's cancellation at once, sent once",
                static async stage =>
                {
                    stage.Time.IsImpatient = false;
                    stage.Server.Answer(Answers.Status(503), Answers.Ok(Documents.Contact));
                    await CancelledAsync(stage, stage.Time.NextWaitAsync().AsTask());
                    stage.Sent(1);
                    await BodyFaults.ReadsAsync(stage);
                }
            )
            .Read(
                null,
                "cancelled while it waits for a token",
                "the caller's cancellation; the token serves the next call",
                static async stage =>
                {
                    TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
                    stage.Server.AnswerToken(Answers.After(release.Task, Answers.Token()));
                    stage.Server.Answer(Answers.Ok(Documents.Contact));
                    await CancelledAsync(stage, stage.Server.TokenArrivedAsync(1));
                    release.SetResult();
                    await BodyFaults.ReadsAsync(stage);
                    Assert.Single(stage.Server.TokenRequestCount);
                }
            )
            .Add(
                null,
                "GET all contacts",
                "cancelled between two pages",
                "the caller's cancellation, no further page",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Ok(Documents.Page([1], ",\"meta\":{\"current_page\":1,\"total_pages\":9}")));
                    using CancellationTokenSource source = new();
                    OperationCanceledException exception = await stage.FailsAsync<OperationCanceledException>(async () =>
                    {
                        await foreach (Contact _ in stage.Client.Contacts.ListAllContactsAsync().WithCancellation(source.Token))
                        {
                            await source.CancelAsync();
                        }
                    });
                    Assert.Equal(source.Token, exception.CancellationToken);
                    stage.Sent(1);
                }
            )
            .Read(
                null,
                "a hundred calls cancelled at once",
                "no task fails unseen",
                static async stage =>
                {
                    List<Exception> unseen = [];
                    void Keep(object? sender, UnobservedTaskExceptionEventArgs found) => unseen.Add(found.Exception);
                    TaskScheduler.UnobservedTaskException += Keep;
                    stage.Server.Answer(Answers.Silence);
                    await Task.WhenAll(Enumerable.Range(1, 100).Select(_ => CancelledAsync(stage, stage.Server.ArrivedAsync(10))));
                    GC.Collect();
                    GC.WaitForPendingFinalizers();
                    TaskScheduler.UnobservedTaskException -= Keep;
                    Assert.Empty(unseen);
                }
            );

    public static FaultSection Concurrency { get; } =
        new FaultSection("concurrency")
            .Read(
                1,
                "the client is disposed of while calls are under way",
                "they end as cancelled or disposed, later ones as disposed",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Silence);
                    KajabiClient client = new(
                        new KajabiClientOptions
                        {
                            ClientId = Secrets.ClientId,
                            ClientSecret = Secrets.ClientSecret,
                            BaseAddress = stage.Server.Address,
                        },
                        timeProvider: stage.Time
                    );
                    Task<ContactDocument>[] calls = [.. Enumerable.Range(1, 20).Select(_ => client.Contacts.GetContactAsync("123"))];
                    await stage.Server.ArrivedAsync(20);
                    client.Dispose();
                    foreach (Task call in calls)
                    {
                        Exception exception = await stage.FailsAsync<Exception>(() => call);
                        Assert.True(exception is OperationCanceledException or ObjectDisposedException, exception.ToString());
                    }

                    await stage.FailsAsync<ObjectDisposedException>(() => client.Contacts.GetContactAsync("123"));
                }
            )
            .Read(
                null,
                "disposed of twice, and by many at once",
                "nothing thrown",
                static stage =>
                {
                    KajabiClient client = new(
                        new KajabiClientOptions
                        {
                            ClientId = Secrets.ClientId,
                            ClientSecret = Secrets.ClientSecret,
                            BaseAddress = stage.Server.Address,
                        }
                    );
                    Parallel.For(0, 8, _ => client.Dispose());
                    client.Dispose();
                    return Task.CompletedTask;
                }
            )
            .Read(
                null,
                "one document read by many threads at once",
                "all see the same objects",
                static async stage =>
                {
                    stage.Server.Answer(
                        Answers.Ok(Documents.ContactWith("\"relationships\":{}", ",\"included\":[{\"id\":\"5\",\"type\":\"offers\"}]"))
                    );
                    for (int round = 0; round < 20; round++)
                    {
                        Contact contact = await stage.ReadAsync();
                        (object, object, object)[] seen = new (object, object, object)[16];
                        Parallel.For(
                            0,
                            seen.Length,
                            index => seen[index] = (contact.Attributes, contact.Relationships.Tags, contact.Offers.Single())
                        );
                        Assert.Single(seen.Distinct());
                    }
                }
            )
            .Add(
                null,
                "GET all contacts",
                "one sequence enumerated by many at once",
                "each sees every contact",
                static async stage =>
                {
                    stage.Server.Answer(static exchange =>
                        Answers.Ok(
                            exchange.Request.Query.Contains("=2", StringComparison.Ordinal)
                                ? Documents.Page([2], string.Empty)
                                : Documents.Page([1], ",\"links\":{\"next\":\"?page[number]=2\"}")
                        )(exchange)
                    );
                    IAsyncEnumerable<Contact> contacts = stage.Client.Contacts.ListAllContactsAsync();
                    Assert.All(
                        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => JsonApiFaults.CountAsync(contacts))),
                        static count => Assert.Equal(2, count)
                    );
                }
            )
            .Read(
                2,
                "blocked on under a context with a single thread",
                "ends, because nothing returns to the context",
                static stage =>
                {
                    stage.Server.Answer(Answers.Status(503), Answers.Ok(Documents.Contact));
                    OneThread context = new();
                    string? name = context.Run(() =>
                        stage.Client.Contacts.GetContactAsync("123").GetAwaiter().GetResult().Data.Attributes.Name
                    );
                    Assert.Equal(("Ada", 0), (name, context.Posts));
                    return Task.CompletedTask;
                }
            );

    private static async Task CancelledAsync(Stage stage, Task moment, bool isBefore = false)
    {
        using CancellationTokenSource source = new();
        if (isBefore)
        {
            await source.CancelAsync();
        }

        Task<Contact> call = stage.ReadAsync(source.Token);
        await moment;
        await source.CancelAsync();
        Assert.Equal(source.Token, (await stage.FailsAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    /// <summary>A context whose only thread is busy: what is posted to it would never run.</summary>
    private sealed class OneThread : SynchronizationContext
    {
        private int _posts;

        public int Posts => _posts;

        public override void Post(SendOrPostCallback d, object? state)
        {
            // Run elsewhere all the same, so that a mistake fails the test instead of hanging it.
            Interlocked.Increment(ref _posts);
            base.Post(d, state);
        }

        public T Run<T>(Func<T> work)
        {
            SynchronizationContext? before = Current;
            SetSynchronizationContext(this);
            try
            {
                return work();
            }
            finally
            {
                SetSynchronizationContext(before);
            }
        }
    }
}
