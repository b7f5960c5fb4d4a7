using System.Globalization;

namespace Kajabi.Cli.Output;

/// <summary>Finds included resources that are not reachable from the primary data, so that the output cannot show them.</summary>
internal static class UnlinkedResources
{
    /// <summary>Counts the resources by type.</summary>
    /// <returns>A text such as <c>2 offers, 1 customers</c>; null if there are none.</returns>
    public static string? Describe(Document document)
    {
        HashSet<Resource> reachable = [];
        ResourceGraph.AddReachable(reachable, document.PrimaryData);
        string[] counts =
        [
            .. document
                .Included.Where(resource => !reachable.Contains(resource))
                .GroupBy(static resource => resource.Type)
                .Select(static type => string.Create(CultureInfo.InvariantCulture, $"{type.Count()} {type.Key}")),
        ];
        return counts.Length > 0 ? string.Join(", ", counts) : null;
    }
}
