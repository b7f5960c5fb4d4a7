namespace Kajabi.Paging.Internal;

/// <summary>Creates the sequences of what is new in a list.</summary>
internal static class ChangeSequenceFactory
{
    /// <param name="tracking">How the list returns what is new.</param>
    /// <param name="since">The watermark of the caller; null for all resources.</param>
    /// <param name="overlap">How much earlier than the watermark the sequence starts; null for the default.</param>
    /// <param name="query">The query of the caller, which does not change.</param>
    /// <param name="list">The list operation.</param>
    /// <exception cref="ArgumentOutOfRangeException">The overlap is negative.</exception>
    /// <exception cref="ArgumentException">The query has a sort order, a page number or the same filter.</exception>
    public static ChangeSequence<TResource> Create<TQuery, TPage, TResource>(
        ChangeTracking tracking,
        DateTimeOffset? since,
        TimeSpan? overlap,
        TQuery? query,
        Func<TQuery, CancellationToken, Task<TPage>> list
    )
        where TQuery : KajabiQuery, IPagedQuery, new()
        where TPage : ResourceCollection<TResource>
        where TResource : Resource, new()
    {
        TimeSpan earlier = overlap ?? ChangeOverlap.Default;
        ArgumentOutOfRangeException.ThrowIfLessThan(earlier, TimeSpan.Zero, nameof(overlap));
        DateTimeOffset? from = since is { } time ? Subtract(time, earlier) : null;
        TQuery changes = (TQuery)tracking.Apply(query ?? new TQuery(), from);
        return new ChangeSequence<TResource>(tracking, since, from, (number, cancellationToken) => ReadAsync(number, cancellationToken));

        async Task<Document> ReadAsync(int number, CancellationToken cancellationToken)
        {
            TQuery page = (TQuery)changes.Copy();
            page.PageNumber = number == 1 ? null : number;
            return await list(page, cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException(
                    "The list operation returned null instead of a page. Set up its mock to return a page."
                );
        }
    }

    /// <summary>Subtracts without exceeding the range: a caller may use the minimum value for everything, and any overlap.</summary>
    private static DateTimeOffset Subtract(DateTimeOffset time, TimeSpan overlap) =>
        time - DateTimeOffset.MinValue > overlap + TimeSpan.FromDays(1) ? time - overlap : DateTimeOffset.MinValue.AddDays(1);
}
