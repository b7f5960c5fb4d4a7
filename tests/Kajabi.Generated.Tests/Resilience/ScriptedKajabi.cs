using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Headers;
using Kajabi.Tests.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Kajabi.Tests.Resilience;

/// <summary>An API that gives one answer after the other, and then success.</summary>
internal sealed class ScriptedKajabi : IDisposable
{
    public const string Contact = """{ "data": { "id": "7", "type": "contacts" } }""";

    /// <summary>Longer than any wait before a repetition, and shorter than the limits of calls and attempts.</summary>
    public static readonly TimeSpan Limits = TimeSpan.FromSeconds(25);

    private readonly ConcurrentQueue<Func<CancellationToken, Task<HttpResponseMessage>>> _script = new();
    private readonly ConcurrentQueue<HttpResponseMessage> _tokens = new();
    private readonly ConcurrentQueue<string?> _sent = new();
    private readonly SemaphoreSlim _arrivals = new(0);
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

    /// <summary>The token of everything that was sent but token requests.</summary>
    public IReadOnlyList<string?> Sent => [.. _sent];

    /// <summary>How many token requests were sent.</summary>
    public int TokenRequestCount { get; private set; }

    /// <summary>How long a token lives.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(2);

    /// <summary>What the token endpoint answers first.</summary>
    public ScriptedKajabi ThenNoToken(HttpStatusCode status, RetryConditionHeaderValue? retryAfter = null)
    {
        _tokens.Enqueue(Answer(status, retryAfter));
        return this;
    }

    public ScriptedKajabi Then(HttpStatusCode status, RetryConditionHeaderValue? retryAfter = null, int times = 1) =>
        Then(times, _ => Task.FromResult(Answer(status, retryAfter)));

    public ScriptedKajabi Then(Exception failure, int times = 1) => Then(times, _ => Task.FromException<HttpResponseMessage>(failure));

    public ScriptedKajabi ThenSilence(int times = 1) =>
        Then(
            times,
            static async cancellationToken =>
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                throw new InvalidOperationException("Nobody waits for ever.");
            }
        );

    public ScriptedKajabi ThenHalfAnAnswer(int times = 1) =>
        Then(
            times,
            static _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new BrokenStream()) })
        );

    /// <summary>Gets a token, so that a test is about the call alone.</summary>
    public async Task<ScriptedKajabi> WithTokenAsync()
    {
        await Client.Contacts.GetContactAsync("7");
        _sent.Clear();
        Time.ForgetWaits();
        return this;
    }

    /// <summary>Waits until so many requests were sent.</summary>
    public async Task SentAsync(int count)
    {
        while (_sent.Count < count)
        {
            await _arrivals.WaitAsync();
        }
    }

    /// <summary>Calls, and lets the time pass that the call waits between its attempts.</summary>
    public async Task<(Exception? Failure, IReadOnlyList<TimeSpan> Waits)> CallAsync(Func<KajabiClient, Task> call)
    {
        Task task = call(Client);
        IReadOnlyList<TimeSpan> waits = await Time.RunAsync(task, Limits);
        return (await Record.ExceptionAsync(() => task), waits);
    }

    public void Dispose()
    {
        _kajabi.Dispose();
        _arrivals.Dispose();
    }

    public static HttpResponseMessage Answer(HttpStatusCode status, RetryConditionHeaderValue? retryAfter = null)
    {
        HttpResponseMessage response = new(status)
        {
            Content = new StringContent(status == HttpStatusCode.OK ? Contact : string.Empty, null, TestKajabi.MediaType),
        };
        response.Headers.RetryAfter = retryAfter;
        return response;
    }

    public ScriptedKajabi Then(int times, Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        for (int i = 0; i < times; i++)
        {
            _script.Enqueue(answer);
        }

        return this;
    }

    private HttpResponseMessage AnswerToken() =>
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
                return Task.FromResult(kajabi._tokens.TryDequeue(out HttpResponseMessage? refusal) ? refusal : kajabi.AnswerToken());
            }

            kajabi._sent.Enqueue(request.Headers.Authorization?.Parameter);
            kajabi._arrivals.Release();
            return kajabi._script.TryDequeue(out Func<CancellationToken, Task<HttpResponseMessage>>? answer)
                ? answer(cancellationToken)
                : Task.FromResult(Answer(HttpStatusCode.OK, null));
        }
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
    }
}
