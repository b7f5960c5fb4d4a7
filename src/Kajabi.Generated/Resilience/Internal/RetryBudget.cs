namespace Kajabi.Resilience.Internal;

/// <summary>
/// Bounds the retryCount of all calls of an account together, so that a failing API gets little more than the calls
/// themselves. One that ends well costs nothing: an API that turns callers away for a second at a time is waited for.
/// </summary>
/// <param name="size">How many retryCount may be open or lost.</param>
internal sealed class RetryBudget(int size)
{
    private const int Share = 10; // Calls without a repetition that make up for a lost one.

    private readonly Lock _gate = new();
    private int _shares = size * Share;

    public bool TryTake()
    {
        lock (_gate)
        {
            if (_shares < Share)
            {
                return false;
            }

            _shares -= Share;
            return true;
        }
    }

    /// <summary>Takes note of a call that came to an answer after some retryCount, or none.</summary>
    public void Settle(int retryCount)
    {
        lock (_gate)
        {
            _shares = Math.Min(_shares + (retryCount > 0 ? retryCount * Share : 1), size * Share);
        }
    }
}
