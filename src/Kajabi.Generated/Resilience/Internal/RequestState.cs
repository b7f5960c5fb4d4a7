namespace Kajabi.Resilience.Internal;

/// <summary>The state of a call, stored in the options of its request, which is the same for every attempt.</summary>
internal sealed class RequestState
{
    private static readonly HttpRequestOptionsKey<RequestState> s_key = new("Kajabi.RequestState");

    private TimeProvider? _time;
    private long _start;
    private TimeSpan _timeout;

    /// <summary>Whether each attempt of the request requires a token.</summary>
    public bool RequiresToken { get; set; }

    /// <summary>The number of attempts.</summary>
    public int Attempts { get; private set; }

    /// <summary>The number of retries that use the budget.</summary>
    public int RetryCount { get; set; }

    /// <summary>The delay before the next attempt.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Whether an attempt reached the API.</summary>
    public bool WasSent { get; private set; }

    /// <summary>Whether the API may have processed one of the attempts, by the <see cref="RetryTable"/>.</summary>
    public bool MayHaveBeenProcessed { get; private set; }

    /// <summary>The remaining timeout of the call; null without a timeout.</summary>
    public TimeSpan? Remaining => _time is null || _timeout == Timeout.InfiniteTimeSpan ? null : _timeout - _time.GetElapsedTime(_start);

    public static RequestState Get(HttpRequestMessage request)
    {
        if (!request.Options.TryGetValue(s_key, out RequestState? state))
        {
            request.Options.Set(s_key, state = new RequestState());
        }

        return state;
    }

    /// <summary>Begins an attempt, which counts as canceled until <see cref="EndAttempt"/> is called.</summary>
    /// <returns>The state before the attempt: a later attempt does not undo what an earlier one may have done.</returns>
    public (bool WasSent, bool MayHaveBeenProcessed) BeginAttempt(RequestKind kind)
    {
        (bool WasSent, bool MayHaveBeenProcessed) before = (WasSent, MayHaveBeenProcessed);
        Attempts++;
        EndAttempt(kind, AttemptOutcome.Canceled, before);
        return before;
    }

    public void EndAttempt(RequestKind kind, AttemptOutcome outcome, (bool WasSent, bool MayHaveBeenProcessed) before)
    {
        WasSent = before.WasSent || outcome is not (AttemptOutcome.NotSent or AttemptOutcome.InvalidCertificate);
        MayHaveBeenProcessed = before.MayHaveBeenProcessed || RetryTable.MayHaveBeenProcessed(kind, outcome);
    }

    /// <summary>Starts the timeout of the call.</summary>
    public void StartTimeout(TimeSpan timeout, TimeProvider time) => (_time, _start, _timeout) = (time, time.GetTimestamp(), timeout);
}
