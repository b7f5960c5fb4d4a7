namespace Kajabi.Resilience.Internal;

/// <summary>
/// Retry budget shared by all requests of a client, so that a failing API gets few more requests than without retries. Successful
/// retries do not use the budget, so short rate limits are always waited for.
/// </summary>
/// <param name="size">The maximum number of pending and failed retries.</param>
internal sealed class RetryBudget(int size)
{
    private const int Scale = 10; // Requests without a retry that return one failed retry to the budget.

    private readonly Lock _lock = new();
    private int _balance = size * Scale;

    public bool TryAcquire()
    {
        lock (_lock)
        {
            if (_balance < Scale)
            {
                return false;
            }

            _balance -= Scale;
            return true;
        }
    }

    /// <summary>Returns the retries of a request that got a response to the budget; a request without retries returns a fraction.</summary>
    public void Release(int retryCount)
    {
        lock (_lock)
        {
            _balance = Math.Min(_balance + (retryCount > 0 ? retryCount * Scale : 1), size * Scale);
        }
    }
}
