using Polly;

namespace Kajabi.Resilience.Internal;

/// <summary>
/// A call whose first attempt was made before the retry pipeline, which most calls do not need: the pipeline receives its outcome
/// as the first one.
/// </summary>
internal sealed class RetriedCall
{
    private readonly Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> _send;
    private Outcome<HttpResponseMessage>? _first;

    private RetriedCall(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        Outcome<HttpResponseMessage> first
    )
    {
        (Request, _send, _first) = (request, send, first);
    }

    public HttpRequestMessage Request { get; }

    /// <summary>Creates a call from the response of the first attempt, or from its exception.</summary>
    public static RetriedCall Create(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        HttpResponseMessage? response,
        Exception? exception
    ) => new(request, send, exception is null ? Outcome.FromResult(response!) : Outcome.FromException<HttpResponseMessage>(exception));

    /// <summary>Returns the outcome of the first attempt, once; then null.</summary>
    public Outcome<HttpResponseMessage>? TakeFirst()
    {
        Outcome<HttpResponseMessage>? first = _first;
        _first = null;
        return first;
    }

    /// <summary>Returns the outcome of the first attempt, or makes another one.</summary>
    public async ValueTask<Outcome<HttpResponseMessage>> SendAsync(CancellationToken cancellationToken)
    {
        if (TakeFirst() is { } first)
        {
            return first;
        }

        try
        {
            return Outcome.FromResult(await _send(Request, cancellationToken).ConfigureAwait(false));
        }
#pragma warning disable CA1031 // The retry strategy decides what an exception means.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Outcome.FromException<HttpResponseMessage>(exception);
        }
    }
}
