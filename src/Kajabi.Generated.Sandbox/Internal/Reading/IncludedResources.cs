using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Reading.Filters;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading;

/// <summary>The resources of the include paths of a request, without duplicates.</summary>
/// <param name="store">The data.</param>
/// <param name="query">The paths, and the filters on the included resources of a customer.</param>
/// <param name="isList">Whether the response is a list, which does not have these filters.</param>
internal sealed class IncludedResources(SandboxStore store, SandboxQuery query, bool isList)
{
    /// <summary>The filters on the included resources of a single customer.</summary>
    public static IReadOnlyList<string> CustomerFilters { get; } =
    ["products_search", "products_page", "products_per", "offers_search", "offers_page", "offers_per"];

    public void AddTo(JsonObject document, ResourceWriter writer, IReadOnlyList<SandboxResource> primary)
    {
        if (query.Include.Length == 0)
        {
            return;
        }

        List<SandboxResource> included = [];
        HashSet<(string, string)> identifiers = [];
        foreach (string path in query.Include)
        {
            List<SandboxResource> current = [.. primary];
            foreach (string step in path.Split('.'))
            {
                current = [.. current.SelectMany(resource => GetRelated(resource, step)).Distinct()];
                included.AddRange(current.Where(resource => identifiers.Add((resource.Type, resource.Id))));
            }
        }

        document["included"] = new JsonArray([.. included.Select(writer.Write)]);
    }

    private IEnumerable<SandboxResource> GetRelated(SandboxResource resource, string relationship)
    {
        IEnumerable<SandboxResource> related = store.GetRelated(resource, relationship);
        if (isList || resource.Type != "customers")
        {
            return related;
        }

        if (query.GetFilter($"{relationship}_search") is { } text)
        {
            related = related.Where(one =>
                FilterValue.Contains(one.GetText("title"), text)
                || (one.Type == "offers" && FilterValue.Contains(one.GetText("internal_title"), text))
            );
        }

        // The service does not document its default; without a size, all of them are on the first page.
        int size = query.GetNumber($"{relationship}_per") ?? int.MaxValue;
        long start = ((query.GetNumber($"{relationship}_page") ?? 1) - 1L) * size;
        return related.Where((_, index) => index >= start && index - start < size);
    }
}
