using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading;

/// <summary>Finds the resources of one page: those that are stored, then the contacts that are computed.</summary>
/// <param name="store">The data.</param>
/// <param name="type">The type that is listed.</param>
/// <param name="query">The filters and the order.</param>
internal sealed class ResourceQueryExecutor(SandboxStore store, SandboxType type, SandboxQuery query)
{
    private readonly string? _siteId = query.Filters.GetValueOrDefault("site_id");

    /// <summary>Computed contacts cannot all be held to be sorted; by themselves they stand in the order in which they were made.</summary>
    public bool CanSort => query.Sort.Length == 0 || !HasGenerated || (_siteId is not null && query.Sort is ["created_at"]);

    private bool HasGenerated =>
        type.Type == "contacts" && store.Generated.Count > 0 && _siteId is null or KajabiSandboxOptions.GeneratedSiteId;

    /// <summary>The resources of a page, and how many there are on all pages.</summary>
    public (List<SandboxResource> Shown, int Total) Page(long start, int size)
    {
        IEnumerable<SandboxResource> stored = new SandboxFilter(store).Apply(store.All(type.Type), query.Filters);
        if (!HasGenerated)
        {
            List<SandboxResource> matching = [.. stored];
            Sort(matching);
            return Window(matching, start, size);
        }

        if (query.Filters.Keys.Any(static name => name != "site_id"))
        {
            // One after the other: what does not stand on the page is forgotten at once.
            return Window(stored.Concat(new SandboxFilter(store).Apply(store.Generated, query.Filters)), start, size);
        }

        List<SandboxResource> first = [.. stored];
        int total = first.Count + store.Generated.Count;
        List<SandboxResource> shown = [];
        for (long index = start; index < Math.Min(start + size, total); index++)
        {
            shown.Add(index < first.Count ? first[(int)index] : store.Generated[(int)index - first.Count]);
        }

        return (shown, total);
    }

    private static (List<SandboxResource> Shown, int Total) Window(IEnumerable<SandboxResource> matching, long start, int size)
    {
        List<SandboxResource> shown = [];
        int total = 0;
        foreach (SandboxResource resource in matching)
        {
            if (total++ >= start && shown.Count < size)
            {
                shown.Add(resource);
            }
        }

        return (shown, total);
    }

    private void Sort(List<SandboxResource> resources)
    {
        // From the last key to the first, because each sort keeps the order of equal ones.
        foreach (string key in query.Sort.Reverse())
        {
            string attribute = key.TrimStart('-');
            IEnumerable<SandboxResource> sorted = key.StartsWith('-')
                ? resources.OrderByDescending(resource => SortKey.Of(resource, attribute))
                : resources.OrderBy(resource => SortKey.Of(resource, attribute));
            List<SandboxResource> copy = [.. sorted];
            resources.Clear();
            resources.AddRange(copy);
        }
    }
}
