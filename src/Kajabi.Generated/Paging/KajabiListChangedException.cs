namespace Kajabi;

/// <summary>
/// Thrown when a list changed while its pages were read, so that resources may have been skipped or returned twice. It is
/// thrown at the end of the sequence, after all resources that could be read were returned.
/// </summary>
/// <remarks>See <see cref="PagedEnumerable{TPage, TResource}"/> for which changes are detected and how to avoid them.</remarks>
/// <example>
/// <code>
/// try
/// {
///     await foreach (Contact contact in kajabi.Contacts.ListAllContactsAsync())
///     {
///         Console.WriteLine(contact.Attributes.Email);
///     }
/// }
/// catch (KajabiListChangedException exception)
/// {
///     Console.WriteLine($"{exception.ReadCount} of {exception.TotalCount} contacts were read.");
/// }
/// </code>
/// </example>
public sealed class KajabiListChangedException : KajabiException
{
    internal KajabiListChangedException(string message)
        : base(message) { }

    /// <summary>Gets the number of the page, counted from 1, on which the change was first detected.</summary>
    public int PageNumber { get; init; }

    /// <summary>Gets the total number of resources that the first page reported; null if it reported none.</summary>
    public long? InitialTotalCount { get; init; }

    /// <summary>Gets the total number of resources that the last page reported; null if no page reported one.</summary>
    public long? TotalCount { get; init; }

    /// <summary>Gets the number of resources that were returned, duplicates included.</summary>
    public long ReadCount { get; init; }

    /// <summary>Gets the first resource that two consecutive pages contained; null if the change was detected otherwise.</summary>
    public ResourceIdentifier? Duplicate { get; init; }
}
