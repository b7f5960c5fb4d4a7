using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Scenarios;

/// <summary>Requests that are canceled at every stage, and clients that are disposed.</summary>
internal static class CancellationFaults
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";

    public static FaultSection Section { get; } =
        new FaultSection("cancellation")
            .Read(
                1,
                "canceled before it starts",
                "OperationCanceledException, nothing sent",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Ok(TestDocuments.Contact));
                    await AssertCanceledAsync(scenario, Task.CompletedTask, beforeStart: true);
                    Assert.Empty(scenario.Server.TokenRequests);
                    scenario.AssertRequestCount(0);
                    await BodyFaults.AssertContactIsReadAsync(scenario);
                }
            )
            .Read(
                2,
                "canceled while connecting",
                "OperationCanceledException",
                static async scenario =>
                {
                    // A TLS handshake with a server that expects plain HTTP: the connection is never established.
                    scenario.Configure(options => options.BaseAddress = new UriBuilder(scenario.Server.Address) { Scheme = "https" }.Uri);
                    await AssertCanceledAsync(scenario, scenario.Server.Connected);
                    scenario.AssertRequestCount(0);
                }
            )
            .Read(
                3,
                "canceled while waiting for headers",
                "OperationCanceledException, sent once, the client stays usable",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.NoResponse, Responses.Ok(TestDocuments.Contact));
                    await AssertCanceledAsync(scenario, scenario.Server.WaitForRequestsAsync(1));
                    scenario.AssertRequestCount(1);
                    await BodyFaults.AssertContactIsReadAsync(scenario);
                }
            )
            .Read(
                4,
                "canceled while reading the body",
                "OperationCanceledException, sent once, the client stays usable",
                static async scenario =>
                {
                    TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
                    scenario.Server.Respond(
                        async exchange =>
                        {
                            await exchange.WriteAsync(Head);
                            started.SetResult();
                            await Responses.NoResponse(exchange);
                        },
                        Responses.Ok(TestDocuments.Contact)
                    );
                    await AssertCanceledAsync(scenario, started.Task);
                    scenario.AssertRequestCount(1);
                    await BodyFaults.AssertContactIsReadAsync(scenario);
                }
            )
            .Read(
                5,
                "canceled while waiting for a retry",
                "OperationCanceledException immediately, sent once",
                static async scenario =>
                {
                    scenario.Time.AdvancesOnDelay = false;
                    scenario.Server.Respond(Responses.Status(503), Responses.Ok(TestDocuments.Contact));
                    await AssertCanceledAsync(scenario, scenario.Time.NextDelayAsync().AsTask());
                    scenario.AssertRequestCount(1);
                    await BodyFaults.AssertContactIsReadAsync(scenario);
                }
            )
            .Read(
                null,
                "canceled while waiting for a token",
                "OperationCanceledException; the token is used by the next call",
                static async scenario =>
                {
                    TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
                    scenario.Server.RespondToTokenRequests(Responses.WaitFor(release.Task, Responses.Token()));
                    scenario.Server.Respond(Responses.Ok(TestDocuments.Contact));
                    await AssertCanceledAsync(scenario, scenario.Server.WaitForTokenRequestsAsync(1));
                    release.SetResult();
                    await BodyFaults.AssertContactIsReadAsync(scenario);
                    Assert.Single(scenario.Server.TokenRequests);
                }
            )
            .Add(
                null,
                "GET all contacts",
                "canceled between two pages",
                "OperationCanceledException, no further page",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Ok(TestDocuments.Page([1], ",\"meta\":{\"current_page\":1,\"total_pages\":9}")));
                    using CancellationTokenSource source = new();
                    OperationCanceledException exception = await scenario.AssertFailsAsync<OperationCanceledException>(async () =>
                    {
                        await foreach (Contact _ in scenario.Client.Contacts.ListAllContactsAsync().WithCancellation(source.Token))
                        {
                            await source.CancelAsync();
                        }
                    });
                    Assert.Equal(source.Token, exception.CancellationToken);
                    scenario.AssertRequestCount(1);
                }
            )
            .Read(
                null,
                "100 calls canceled at once",
                "no unobserved task exception",
                static async scenario =>
                {
                    List<Exception> unobserved = [];
                    void OnUnobserved(object? sender, UnobservedTaskExceptionEventArgs found) => unobserved.Add(found.Exception);
                    TaskScheduler.UnobservedTaskException += OnUnobserved;
                    scenario.Server.Respond(Responses.NoResponse);
                    await Task.WhenAll(
                        Enumerable.Range(1, 100).Select(_ => AssertCanceledAsync(scenario, scenario.Server.WaitForRequestsAsync(10)))
                    );
                    GC.Collect();
                    GC.WaitForPendingFinalizers();
                    TaskScheduler.UnobservedTaskException -= OnUnobserved;
                    Assert.Empty(unobserved);
                }
            );

    public static FaultSection Concurrency { get; } =
        new FaultSection("concurrency")
            .Read(
                1,
                "the client is disposed while requests are pending",
                "they fail as canceled or disposed, later ones as disposed",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.NoResponse);
                    KajabiClient client = new(
                        new KajabiClientOptions
                        {
                            ClientId = TestSecrets.ClientId,
                            ClientSecret = TestSecrets.ClientSecret,
                            BaseAddress = scenario.Server.Address,
                        },
                        timeProvider: scenario.Time
                    );
                    Task<ContactDocument>[] calls = [.. Enumerable.Range(1, 20).Select(_ => client.Contacts.GetContactAsync("123"))];
                    await scenario.Server.WaitForRequestsAsync(20);
                    client.Dispose();
                    foreach (Task call in calls)
                    {
                        Exception exception = await scenario.AssertFailsAsync<Exception>(() => call);
                        Assert.True(exception is OperationCanceledException or ObjectDisposedException, exception.ToString());
                    }

                    await scenario.AssertFailsAsync<ObjectDisposedException>(() => client.Contacts.GetContactAsync("123"));
                }
            )
            .Read(
                null,
                "disposed twice, and concurrently",
                "nothing is thrown",
                static scenario =>
                {
                    KajabiClient client = new(
                        new KajabiClientOptions
                        {
                            ClientId = TestSecrets.ClientId,
                            ClientSecret = TestSecrets.ClientSecret,
                            BaseAddress = scenario.Server.Address,
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
                "all get the same objects",
                static async scenario =>
                {
                    scenario.Server.Respond(
                        Responses.Ok(
                            TestDocuments.ContactWith("\"relationships\":{}", ",\"included\":[{\"id\":\"5\",\"type\":\"offers\"}]")
                        )
                    );
                    for (int round = 0; round < 20; round++)
                    {
                        Contact contact = await scenario.ReadAsync();
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
                "one sequence enumerated concurrently",
                "each enumerator gets every contact",
                static async scenario =>
                {
                    scenario.Server.Respond(static exchange =>
                        Responses.Ok(
                            exchange.Request.Query.Contains("=2", StringComparison.Ordinal)
                                ? TestDocuments.Page([2], string.Empty)
                                : TestDocuments.Page([1], ",\"links\":{\"next\":\"?page[number]=2\"}")
                        )(exchange)
                    );
                    IAsyncEnumerable<Contact> contacts = scenario.Client.Contacts.ListAllContactsAsync();
                    Assert.All(
                        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => JsonApiFaults.CountAsync(contacts))),
                        static count => Assert.Equal(2, count)
                    );
                }
            )
            .Read(
                2,
                "a blocking wait in a single-threaded synchronization context",
                "completes: no continuation is posted to the context",
                static scenario =>
                {
                    scenario.Server.Respond(Responses.Status(503), Responses.Ok(TestDocuments.Contact));
                    SingleThreadContext context = new();
                    string? name = context.Run(() =>
                        scenario.Client.Contacts.GetContactAsync("123").GetAwaiter().GetResult().Data.Attributes.Name
                    );
                    Assert.Equal(("Ada", 0), (name, context.Posts));
                    return Task.CompletedTask;
                }
            );

    private static async Task AssertCanceledAsync(FaultScenario scenario, Task cancelAfter, bool beforeStart = false)
    {
        using CancellationTokenSource source = new();
        if (beforeStart)
        {
            await source.CancelAsync();
        }

        Task<Contact> call = scenario.ReadAsync(source.Token);
        await cancelAfter;
        await source.CancelAsync();
        Assert.Equal(source.Token, (await scenario.AssertFailsAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    /// <summary>A synchronization context whose only thread is blocked: posted work would never run.</summary>
    private sealed class SingleThreadContext : SynchronizationContext
    {
        private int _posts;

        public int Posts => _posts;

        public override void Post(SendOrPostCallback d, object? state)
        {
            // Runs on the thread pool, so that a bug fails the test instead of hanging it.
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
