using Kajabi.Sandbox.Internal.Reading.Filters;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading;

/// <summary>Applies filters to resources. Unknown filters and blank values have no effect, as in the service.</summary>
/// <param name="store">The data, for filters on related resources.</param>
internal sealed class SandboxFilter(SandboxStore store)
{
    public IEnumerable<SandboxResource> Apply(
        string type,
        IEnumerable<SandboxResource> resources,
        IReadOnlyDictionary<string, string> filters
    ) =>
        filters
            .Where(static filter => !string.IsNullOrWhiteSpace(filter.Value))
            .Select(filter => ListFilters.Find(type, filter.Key) is { } found ? found(store, filter.Value) ?? MatchNothing : null)
            .OfType<Func<SandboxResource, bool>>()
            .Aggregate(
                IsSearch(filters) ? resources.Where(resource => !IsHidden(resource)) : resources,
                static (left, isMatch) => left.Where(isMatch)
            );

    private static bool MatchNothing(SandboxResource resource) => false;

    private static bool IsSearch(IReadOnlyDictionary<string, string> filters) =>
        filters.Keys.Any(static name => name is "search" or "name_or_email" || name.EndsWith("_contains", StringComparison.Ordinal));

    /// <summary>Whether searches do not see a resource yet.</summary>
    private bool IsHidden(SandboxResource resource) =>
        store.SearchDelay > TimeSpan.Zero
        && resource.Type is "contacts" or "customers"
        && store.Now - FilterValue.GetTime(resource, "created_at") < store.SearchDelay;
}
