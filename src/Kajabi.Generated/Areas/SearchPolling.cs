namespace Kajabi;

/// <summary>
/// Searches again until something is found: filters and searches of the API see a new contact about a minute late. Thread-safe.
/// </summary>
/// <remarks>A resource can be read by its id at once; use the id of the response to a write where you have it.</remarks>
/// <param name="timeProvider">The clock. Default: the system's clock.</param>
/// <example>
/// <code>
/// SearchPolling polling = new(timeProvider);
/// Contact? contact = await polling.WaitForAsync(
///     token => kajabi.Contacts.FindContactByEmailAsync(email, siteId, cancellationToken: token)
/// );
/// </code>
/// </example>
public sealed class SearchPolling(TimeProvider? timeProvider = null)
{
    private static readonly TimeSpan s_minDelay = TimeSpan.FromMilliseconds(1);

    private readonly TimeProvider _time = timeProvider ?? TimeProvider.System;

    /// <summary>Gets the time after which the last search starts. Zero searches once. Default: 2 minutes.</summary>
    public TimeSpan Timeout
    {
        get;
        init =>
            field = value >= TimeSpan.Zero && value <= KajabiClientOptionsValidator.MaxTimeout ? value : throw OutOfRange(nameof(Timeout));
    } = TimeSpan.FromMinutes(2);

    /// <summary>Gets the delay between the end of a search and the next one. Default: 5 seconds.</summary>
    public TimeSpan Interval
    {
        get;
        init =>
            field = value > TimeSpan.Zero && value <= KajabiClientOptionsValidator.MaxTimeout ? value : throw OutOfRange(nameof(Interval));
    } = TimeSpan.FromSeconds(5);

    /// <summary>Searches at once, and then after each <see cref="Interval"/> until the <see cref="Timeout"/>.</summary>
    /// <typeparam name="TResult">The result, such as a contact.</typeparam>
    /// <param name="search">The search, which returns null if it found nothing. Its exceptions end the wait.</param>
    /// <param name="cancellationToken">Cancels the wait and a search in progress.</param>
    /// <returns>The result; null if nothing was found within the <see cref="Timeout"/>.</returns>
    public async Task<TResult?> WaitForAsync<TResult>(
        Func<CancellationToken, Task<TResult?>> search,
        CancellationToken cancellationToken = default
    )
        where TResult : class
    {
        ArgumentNullException.ThrowIfNull(search);
        long start = _time.GetTimestamp();
        while (true)
        {
            TimeSpan remaining = Timeout - _time.GetElapsedTime(start);
            TResult? found = await search(cancellationToken).ConfigureAwait(false);
            if (found is not null || remaining <= TimeSpan.Zero)
            {
                return found;
            }

            remaining = Timeout - _time.GetElapsedTime(start);
            TimeSpan delay = remaining < Interval ? remaining : Interval;
            if (delay > TimeSpan.Zero)
            {
                // A delay of less than a millisecond would end at once.
                await Task.Delay(delay < s_minDelay ? s_minDelay : delay, _time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static ArgumentOutOfRangeException OutOfRange(string property) =>
        new(property, $"{property} must be positive and at most 24 days; a Timeout of zero searches once.");
}
