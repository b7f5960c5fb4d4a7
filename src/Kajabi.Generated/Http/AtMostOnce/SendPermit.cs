using System.Net.Http.Headers;

namespace Kajabi.Http.AtMostOnce;

/// <summary>
/// Allows one attempt to be sent. Handlers of the application between the SDK and the network may resend, clone or
/// hedge a request; every request of the same attempt carries the same permit, and the <see cref="SendGuardHandler"/>
/// checks it before a request reaches the network.
/// </summary>
/// <remarks>
/// A write is sent once: a second send joins the first one and gets a copy of its response. The write is canceled only
/// when the attempt ends, so that an attempt timeout of the application cannot abort it and send it again.
/// A read may be resent, up to <see cref="MaxReadResends"/> times per call.
/// </remarks>
internal sealed class SendPermit : IDisposable
{
    /// <summary>How often handlers of the application may resend a read, over all attempts of a call.</summary>
    public const int MaxReadResends = 10;

    // Clones copy the options of a request. A handler that builds a new request without them is recognized by the context.
    private static readonly HttpRequestOptionsKey<SendPermit> s_key = new("Kajabi.SendPermit");
    private static readonly AsyncLocal<SendPermit?> s_current = new();

    // Only for writes.
    private readonly TaskCompletionSource<Task<RecordedResponse>>? _send;
    private readonly CancellationTokenSource? _end;
    private readonly CancellationToken _ended;
    private readonly CancellationToken _attempt;
    private readonly string _method;
    private readonly string? _path;
    private readonly AuthenticationHeaderValue? _authorization;
    private readonly HttpContent? _content;
    private readonly HttpRequestMessage _request;
    private readonly Telemetry _telemetry;
    private readonly int _earlierSends;
    private int _sends;
    private int _duplicates;
    private volatile bool _isClosed;

    private SendPermit(HttpRequestMessage request, SendPermit? previous, Telemetry telemetry, CancellationToken attempt)
    {
        (_method, _path) = (request.Method.Method, request.RequestUri?.PathAndQuery);
        (_authorization, _content) = (request.Headers.Authorization, request.Content);
        (_request, _telemetry, _attempt) = (request, telemetry, attempt);
        _earlierSends = previous?.Resends ?? 0;
        IsRead = request.GetKind() == RequestKind.Read;
        if (!IsRead)
        {
            _send = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _end = CancellationTokenSource.CreateLinkedTokenSource(attempt);
            _ended = _end.Token;
        }
    }

    /// <summary>Whether the request changes nothing and may be resent.</summary>
    public bool IsRead { get; }

    /// <summary>Whether the current code runs inside of an attempt, where a handler may send its own requests.</summary>
    public static bool IsInAttempt => s_current.Value is not null;

    private int Resends => _earlierSends + Math.Max(0, _sends - 1);

    /// <summary>Issues the permit of the next attempt. Takes effect until the calling asynchronous method ends.</summary>
    /// <param name="request">The request.</param>
    /// <param name="telemetry">Logs once when a handler of the application tries to send the attempt again.</param>
    /// <param name="attempt">Ends the attempt.</param>
    public static SendPermit Issue(HttpRequestMessage request, Telemetry telemetry, CancellationToken attempt)
    {
        request.Options.TryGetValue(s_key, out SendPermit? previous);
        SendPermit permit = new(request, previous, telemetry, attempt);
        request.Options.Set(s_key, permit);
        s_current.Value = permit;
        return permit;
    }

    /// <summary>Returns the permit of a request, or null for a request that belongs to no attempt.</summary>
    public static SendPermit? Find(HttpRequestMessage request)
    {
        if (request.Options.TryGetValue(s_key, out SendPermit? permit))
        {
            return permit;
        }

        return s_current.Value is { } current && current.IsCopy(request) ? current : null;
    }

    /// <summary>Counts one send of a read.</summary>
    /// <exception cref="InvalidOperationException">The read was resent too often.</exception>
    public void CountRead()
    {
        Interlocked.Increment(ref _sends);
        if (Resends > MaxReadResends)
        {
            throw new InvalidOperationException(
                $"A handler of the application resent {_method} more than {MaxReadResends} times. The SDK retries itself: exclude its "
                    + "HTTP client from that handler."
            );
        }
    }

    /// <summary>Sends the write, or returns a copy of the response to the send before.</summary>
    public async Task<HttpResponseMessage> SendOnceAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<RecordedResponse>> send,
        CancellationToken cancellationToken
    )
    {
        if (Interlocked.Increment(ref _sends) > 1)
        {
            return await JoinAsync(request, cancellationToken).ConfigureAwait(false);
        }

        ThrowIfClosed();
        Task<RecordedResponse> run = send(request, _ended).IgnoreUnobservedException();
        _send!.SetResult(run);
        RecordedResponse response =
            cancellationToken == _attempt ? await run.ConfigureAwait(false) : await run.WaitAsync(cancellationToken).ConfigureAwait(false);
        return response.Create(request);
    }

    /// <summary>Ends the attempt: a pending send is canceled, and no further one is possible.</summary>
    public void Dispose()
    {
        _isClosed = true;
        if (_send is { Task: not { IsCompleted: true, Result.IsCompleted: true } })
        {
            _end!.Cancel();
        }

        _end?.Dispose();
    }

    private async Task<HttpResponseMessage> JoinAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        if (Interlocked.Increment(ref _duplicates) == 1)
        {
            _telemetry.DuplicatePrevented(_request);
        }

        Task<RecordedResponse> run = await _send!.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        return (await run.WaitAsync(cancellationToken).ConfigureAwait(false)).Create(request);
    }

    /// <summary>
    /// Whether a request without options is a copy of this one. A handler may have sent it to another path, such as that of a
    /// gateway; a request created by the handler itself would have neither the token nor the body of the SDK.
    /// </summary>
    private bool IsCopy(HttpRequestMessage request) =>
        (_method == request.Method.Method && _path == request.RequestUri?.PathAndQuery)
        || (_content is not null && _content == request.Content)
        || (
            _authorization is not null
            && _authorization.Equals(request.Headers.Authorization)
            && request.Method != HttpMethod.Get
            && request.Method != HttpMethod.Head
        );

    private void ThrowIfClosed()
    {
        if (_isClosed)
        {
            throw new InvalidOperationException(
                $"A handler of the application tried to send {_method} after its attempt had ended. It was not sent."
            );
        }
    }
}
