namespace Kajabi.Areas.Internal;

/// <summary>
/// The operations of one resource type, for programs that know the type only at run time, such as the command line tool. The table of
/// all types is generated, so that no program needs reflection; without such a program, trimming removes it.
/// </summary>
/// <param name="Type">The JSON:API resource type.</param>
/// <param name="Get">The operation that reads one resource.</param>
/// <param name="List">The operation that lists the resources; null if the API has none.</param>
/// <param name="Create">The operation that creates a resource; null if the API has none.</param>
/// <param name="Update">The operation that updates a resource; null if the API has none.</param>
/// <param name="Delete">The operation that deletes a resource; null if the API has none.</param>
internal sealed record ResourceTypeOperations(
    string Type,
    GetOperation Get,
    ListOperation? List,
    WriteOperation? Create,
    WriteOperation? Update,
    DeleteOperation? Delete
)
{
    /// <summary>Returns the pages of a list; called by generated code.</summary>
    /// <param name="all">All pages.</param>
    /// <param name="isAll">Whether to read all pages with prefetching, instead of the first one.</param>
    public static IAsyncEnumerable<Document> GetPages<TPage, TResource>(PagedEnumerable<TPage, TResource> all, bool isAll)
        where TPage : Document
        where TResource : Resource => (isAll ? all.WithPrefetch() : all.WithMaxPages(1)).AsPages();

    /// <summary>Returns the document of a typed response; called by generated code.</summary>
    public static async Task<Document> GetDocumentAsync<TDocument>(Task<TDocument> response)
        where TDocument : Document => await response.ConfigureAwait(false);
}
