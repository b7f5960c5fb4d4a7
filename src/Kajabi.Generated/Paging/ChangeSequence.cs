using System.Runtime.CompilerServices;

namespace Kajabi;

/// <summary>
/// Enumerates what is new in a list since a point in time: the <c>ListChanged...</c> methods the resources that were created or changed,
/// the <c>ListCreated...</c> methods only those that were created.
/// </summary>
/// <remarks>
/// <para>
/// Store <see cref="Watermark"/> after each complete enumeration, and pass it to the next one. The sequence starts a little earlier, at the
/// watermark minus the overlap, because the API can show a resource later than the time that it has. So resources of the overlap are
/// returned again: save them by id. Within an enumeration, no resource is returned twice unless it changed in between; for this, the
/// ids of the returned resources are in memory. The order is unspecified.
/// </para>
/// <para>
/// The API does not list deleted resources. A list that the API sorts by the time is read from its end, in ascending order, so that no
/// resource is skipped while the list changes. Other lists are read again if they change, up to two times.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// ChangeSequence&lt;Purchase&gt; changes = kajabi.Purchases.ListChangedPurchasesAsync(since);
/// await foreach (Purchase purchase in changes)
/// {
///     saved[purchase.Id] = purchase;
/// }
///
/// since = changes.Watermark;
/// </code>
/// </example>
/// <typeparam name="TResource">The class of the resources.</typeparam>
public sealed class ChangeSequence<TResource> : IAsyncEnumerable<TResource>
    where TResource : Resource
{
    private readonly ChangeTracking _tracking;
    private readonly DateTimeOffset? _from;
    private readonly Func<int, CancellationToken, Task<Document>> _read;
    private volatile StrongBox<DateTimeOffset?> _watermark;

    internal ChangeSequence(
        ChangeTracking tracking,
        DateTimeOffset? since,
        DateTimeOffset? from,
        Func<int, CancellationToken, Task<Document>> read
    )
    {
        (_tracking, _from, _read) = (tracking, from, read);
        _watermark = new StrongBox<DateTimeOffset?>(since);
    }

    /// <summary>
    /// Gets the value of <c>since</c> for the next time: the latest time of a resource that the last complete enumeration read, and until
    /// then the value that this sequence started with. It never decreases. Null if there was none and the list is empty.
    /// </summary>
    public DateTimeOffset? Watermark => _watermark.Value;

    /// <summary>Returns the enumerator of the resources.</summary>
    /// <param name="cancellationToken">Cancels the enumeration, including a request in progress.</param>
    /// <returns>An enumerator that sends no request until <c>MoveNextAsync</c> is called.</returns>
    public IAsyncEnumerator<TResource> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

    private async IAsyncEnumerable<TResource> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<string, DateTimeOffset?> returned = new(StringComparer.Ordinal);
        DateTimeOffset? latest = Watermark;
        await foreach (Document page in new ChangeReader(_tracking, _from, _read).ReadPagesAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (Resource resource in page.PrimaryData)
            {
                DateTimeOffset? time = _tracking.GetTime(resource);
                if (time < _from || (resource.HasId && returned.TryGetValue(resource.Id, out DateTimeOffset? before) && !(time > before)))
                {
                    continue;
                }

                if (resource.HasId)
                {
                    returned[resource.Id] = time;
                }

                latest = latest > time ? latest : time ?? latest;
                cancellationToken.ThrowIfCancellationRequested();
                yield return (TResource)resource;
            }
        }

        _watermark = new StrongBox<DateTimeOffset?>(latest);
    }
}
