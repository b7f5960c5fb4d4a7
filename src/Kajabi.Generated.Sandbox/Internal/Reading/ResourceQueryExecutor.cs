using Kajabi.Sandbox.Internal.Reading.Filters;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading;

/// <summary>Finds the resources of one page, generated contacts included.</summary>
/// <param name="store">The data.</param>
/// <param name="type">The resource type.</param>
/// <param name="query">The filters and the sort order.</param>
internal sealed class ResourceQueryExecutor(SandboxStore store, SandboxType type, SandboxQuery query)
{
    private readonly string? _siteId = query.GetFilter("site_id");

    // The service ignores sort orders that it does not have.
    private readonly string[] _sort = [.. query.Sort.Where(type.CanSortBy)];

    /// <summary>
    /// Whether the sort order is supported. Generated contacts are not in memory, so they can only be sorted by creation time.
    /// </summary>
    public bool CanSort => !HasGenerated || _sort is [] or ["created_at"] or ["-created_at"];

    private bool HasOtherFilters =>
        query.Filters.Keys.Any(name =>
            name != "site_id" && query.GetFilter(name) is not null && ListFilters.Find(type.Type, name) is not null
        );

    private bool HasGenerated =>
        type.Type == "contacts" && store.Generated.Count > 0 && _siteId is null or KajabiSandboxOptions.GeneratedSiteId;

    /// <summary>Returns the resources of a page, and the total count.</summary>
    public (List<SandboxResource> Resources, int Total) GetPage(long start, int size)
    {
        IEnumerable<SandboxResource> stored = Filter(store.GetAll(type.Type));
        if (!HasGenerated)
        {
            return GetPage(Sort(stored), start, size);
        }

        bool isDescending = _sort is not ["created_at"];
        if (HasOtherFilters)
        {
            // Enumerated one by one, so that only the resources of the page stay in memory.
            return GetPage(CreationOrder.Merge(stored, store.Generated, Filter, isDescending), start, size);
        }

        CreationOrder order = new(stored, store.Generated, isDescending);
        return (order.GetPage(start, size), order.Count);
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

    private IEnumerable<SandboxResource> Filter(IEnumerable<SandboxResource> resources) =>
        new SandboxFilter(store).Apply(type.Type, resources, query.Filters);

    private IEnumerable<SandboxResource> Sort(IEnumerable<SandboxResource> resources) =>
        // From the last key to the first, because the sort is stable.
        Enumerable
            .Reverse(_sort)
            .Aggregate(
                type.IsNewestFirst ? CreationOrder.SortDescending(resources) : resources,
                static (sorted, key) =>
                    key.StartsWith('-')
                        ? sorted.OrderByDescending(resource => SortKey.Create(resource, key.TrimStart('-')))
                        : sorted.OrderBy(resource => SortKey.Create(resource, key))
            );
}
