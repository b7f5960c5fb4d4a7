namespace Kajabi;

/// <summary>
/// A list changed while its pages were read, so resources may have been skipped or returned twice. It is thrown at the
/// end of the sequence: everything that could be read was returned before.
/// </summary>
/// <remarks>See <see cref="PagedEnumerable{TPage, TResource}"/> for what is noticed, and for the ways to avoid it.</remarks>
public sealed class KajabiListChangedException : KajabiException
{
    internal KajabiListChangedException(string message)
        : base(message) { }

    /// <summary>Gets the number of the page, counted from 1, on which the change was first noticed.</summary>
    public int PageNumber { get; init; }

    /// <summary>Gets the number of resources in the list that the first page reported; null when it reported none.</summary>
    public long? InitialTotalCount { get; init; }

    /// <summary>Gets the number of resources in the list that the last page reported; null when no page reported one.</summary>
    public long? TotalCount { get; init; }

    /// <summary>Gets the number of resources that were returned, duplicates included.</summary>
    public long ReadCount { get; init; }

    /// <summary>Gets the first resource that was returned again by the following page; null when the change was noticed otherwise.</summary>
    public ResourceIdentifier? Duplicate { get; init; }
}
