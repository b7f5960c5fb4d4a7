namespace Kajabi;

/// <summary>What has become of a call so far; travels with its request, which is the same for every attempt.</summary>
internal sealed class CallState
{
    private static readonly HttpRequestOptionsKey<CallState> s_key = new("Kajabi.CallState");

    private TimeProvider? _time;
    private long _start;
    private TimeSpan _timeout;

    /// <summary>Whether the request carries a token that is put on it for each attempt.</summary>
    public bool TakesToken { get; set; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>How many of the attempts were taken from the budget.</summary>
    public int Repetitions { get; set; }

    /// <summary>How long to wait before the next attempt.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Whether an attempt may have been carried out, as far as its answer tells.</summary>
    public bool MayHaveHappened { get; set; }

    /// <summary>What is left of the call's time; null where it is unlimited.</summary>
    public TimeSpan? Remaining =>
        _time is null || _timeout == Timeout.InfiniteTimeSpan ? null : _timeout - _time.GetElapsedTime(_start);

    public static CallState Of(HttpRequestMessage request)
    {
        if (!request.Options.TryGetValue(s_key, out CallState? state))
        {
            request.Options.Set(s_key, state = new CallState());
        }

        return state;
    }

    /// <summary>Starts the time of the call.</summary>
    public void Limit(TimeSpan timeout, TimeProvider time) => (_time, _start, _timeout) = (time, time.GetTimestamp(), timeout);
}
