using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading;

/// <summary>Finds the resources of one page: first the stored ones, then the generated contacts.</summary>
/// <param name="store">The data.</param>
/// <param name="type">The resource type.</param>
/// <param name="query">The filters and the sort order.</param>
internal sealed class ResourceQueryExecutor(SandboxStore store, SandboxType type, SandboxQuery query)
{
    private readonly string? _siteId = query.Filters.GetValueOrDefault("site_id");

    /// <summary>
    /// Whether the sort order is supported. Generated contacts are not in memory, so they can only be sorted by creation time.
    /// </summary>
    public bool CanSort => query.Sort.Length == 0 || !HasGenerated || (IsSortedByCreation && !HasOtherFilters);

    private bool IsSortedByCreation => query.Sort is ["created_at"] or ["-created_at"];

    private bool HasOtherFilters => query.Filters.Keys.Any(static name => name != "site_id");

    private bool HasGenerated =>
        type.Type == "contacts" && store.Generated.Count > 0 && _siteId is null or KajabiSandboxOptions.GeneratedSiteId;

    /// <summary>Returns the resources of a page, and the total count.</summary>
    public (List<SandboxResource> Resources, int Total) GetPage(long start, int size)
    {
        IEnumerable<SandboxResource> stored = new SandboxFilter(store).Apply(store.GetAll(type.Type), query.Filters);
        if (!HasGenerated)
        {
            return GetPage(Sort(stored), start, size);
        }

        if (HasOtherFilters)
        {
            // Enumerated one by one, so that only the resources of the page stay in memory.
            return GetPage(stored.Concat(new SandboxFilter(store).Apply(store.Generated, query.Filters)), start, size);
        }

        List<SandboxResource> storedList = [.. stored];
        if (IsSortedByCreation)
        {
            CreationOrder order = new(storedList, store.Generated, isDescending: query.Sort is ["-created_at"]);
            return (order.GetPage(start, size), order.Count);
        }

        int total = storedList.Count + store.Generated.Count;
        List<SandboxResource> resources = [];
        for (long index = start; index < Math.Min(start + size, total); index++)
        {
            resources.Add(index < storedList.Count ? storedList[(int)index] : store.Generated[(int)index - storedList.Count]);
        }

        return (resources, total);
    }

    private static (List<SandboxResource> Resources, int Total) GetPage(IEnumerable<SandboxResource> matching, long start, int size)
    {
        List<SandboxResource> resources = [];
        int total = 0;
        foreach (SandboxResource resource in matching)
        {
            if (total++ >= start && resources.Count < size)
            {
                resources.Add(resource);
            }
        }

        return (resources, total);
    }

    private IEnumerable<SandboxResource> Sort(IEnumerable<SandboxResource> resources) =>
        // From the last key to the first, because the sort is stable.
        Enumerable
            .Reverse(query.Sort)
            .Aggregate(
                resources,
                static (sorted, key) =>
                    key.StartsWith('-')
                        ? sorted.OrderByDescending(resource => SortKey.Create(resource, key.TrimStart('-')))
                        : sorted.OrderBy(resource => SortKey.Create(resource, key))
            );
}
