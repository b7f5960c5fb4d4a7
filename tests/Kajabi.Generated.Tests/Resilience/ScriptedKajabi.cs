using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Headers;
using Kajabi.Tests.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Kajabi.Tests.Resilience;

/// <summary>An API that returns the scripted responses in their order, and then success.</summary>
internal sealed class ScriptedKajabi : IDisposable
{
    public const string Contact = """{ "data": { "id": "7", "type": "contacts" } }""";

    /// <summary>Longer than any delay before a retry, and shorter than the timeouts of requests and attempts.</summary>
    public static readonly TimeSpan DelayLimit = TimeSpan.FromSeconds(25);

    private readonly ConcurrentQueue<Func<CancellationToken, Task<HttpResponseMessage>>> _script = new();
    private readonly ConcurrentQueue<HttpResponseMessage> _tokens = new();
    private readonly ConcurrentQueue<string?> _sent = new();
    private readonly SemaphoreSlim _requestsReceived = new(0);
    private readonly TestKajabi _kajabi;

    public ScriptedKajabi(Action<KajabiClientOptions>? configure = null, Action<IServiceCollection>? register = null)
    {
        _kajabi = new TestKajabi(
            options =>
            {
                options.Retry.MaxAttempts = 4;
                configure?.Invoke(options);
            },
            register,
            new Network(this)
        );
    }

    public KajabiClient Client => _kajabi.Client;

    public TestClock Time => _kajabi.Time;

    public IMeterFactory Meters => _kajabi.Meters;

    /// <summary>The tokens of the requests, without token requests.</summary>
    public IReadOnlyList<string?> Sent => [.. _sent];

    /// <summary>Number of token requests.</summary>
    public int TokenRequestCount { get; private set; }

    /// <summary>Lifetime of the issued tokens.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Adds an error response of the token endpoint.</summary>
    public ScriptedKajabi ThenTokenError(HttpStatusCode status, RetryConditionHeaderValue? retryAfter = null)
    {
        _tokens.Enqueue(CreateResponse(status, retryAfter));
        return this;
    }

    public ScriptedKajabi Then(HttpStatusCode status, RetryConditionHeaderValue? retryAfter = null, int times = 1) =>
        Then(times, _ => Task.FromResult(CreateResponse(status, retryAfter)));

    public ScriptedKajabi Then(Exception failure, int times = 1) => Then(times, _ => Task.FromException<HttpResponseMessage>(failure));

    public ScriptedKajabi ThenNoResponse(int times = 1) =>
        Then(
            times,
            static async cancellationToken =>
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                throw new InvalidOperationException("Unreachable.");
            }
        );

    public ScriptedKajabi ThenTruncatedResponse(int times = 1) =>
        Then(
            times,
            static _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new BrokenStream()) })
        );

    /// <summary>Requests a token, so that only the tested request is recorded.</summary>
    public async Task<ScriptedKajabi> WithTokenAsync()
    {
        await Client.Contacts.GetContactAsync("7");
        _sent.Clear();
        Time.ClearDelays();
        return this;
    }

    /// <summary>Waits until the given number of requests was sent.</summary>
    public async Task WaitForRequestsAsync(int count)
    {
        while (_sent.Count < count)
        {
            await _requestsReceived.WaitAsync();
        }
    }

    /// <summary>Sends a request and advances the clock by the delays between its attempts.</summary>
    public async Task<(Exception? Failure, IReadOnlyList<TimeSpan> Waits)> CallAsync(Func<KajabiClient, Task> call)
    {
        Task task = call(Client);
        IReadOnlyList<TimeSpan> waits = await Time.AdvanceUntilCompletedAsync(task, DelayLimit);
        return (await Record.ExceptionAsync(() => task), waits);
    }

    public void Dispose()
    {
        _kajabi.Dispose();
        _requestsReceived.Dispose();
    }

    public static HttpResponseMessage CreateResponse(HttpStatusCode status, RetryConditionHeaderValue? retryAfter = null)
    {
        HttpResponseMessage response = new(status)
        {
            Content = new StringContent(status == HttpStatusCode.OK ? Contact : string.Empty, null, TestKajabi.MediaType),
        };
        response.Headers.RetryAfter = retryAfter;
        return response;
    }

    public ScriptedKajabi Then(int times, Func<CancellationToken, Task<HttpResponseMessage>> respond)
    {
        for (int i = 0; i < times; i++)
        {
            _script.Enqueue(respond);
        }

        return this;
    }

    private HttpResponseMessage CreateTokenResponse() =>
        new(HttpStatusCode.OK)
        {
            Content = new StringContent(
                $$"""{ "access_token": "token-{{++TokenRequestCount}}", "expires_in": {{TokenLifetime.TotalSeconds}} }"""
            ),
        };

    private sealed class Network(ScriptedKajabi kajabi) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath == "/v1/oauth/token")
            {
                return Task.FromResult(kajabi._tokens.TryDequeue(out HttpResponseMessage? error) ? error : kajabi.CreateTokenResponse());
            }

            kajabi._sent.Enqueue(request.Headers.Authorization?.Parameter);
            kajabi._requestsReceived.Release();
            return kajabi._script.TryDequeue(out Func<CancellationToken, Task<HttpResponseMessage>>? respond)
                ? respond(cancellationToken)
                : Task.FromResult(CreateResponse(HttpStatusCode.OK, null));
        }
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
    }
}
