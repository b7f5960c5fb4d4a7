using System.Globalization;

namespace Kajabi.Cli.Output;

/// <summary>Finds included resources that no primary resource leads to, so that no output can show them.</summary>
internal static class UnlinkedResources
{
    /// <summary>Counts them by type.</summary>
    /// <returns>A text such as <c>2 offers, 1 customers</c>; null when there are none.</returns>
    public static string? Describe(Document document)
    {
        HashSet<Resource> reached = [.. document.PrimaryData];
        Queue<Resource> queue = new(reached);
        while (queue.TryDequeue(out Resource? resource))
        {
            foreach (
                Resource related in resource
                    .Relationships.Present.SelectMany(static relationship => relationship.Resources)
                    .Where(reached.Add)
            )
            {
                queue.Enqueue(related);
            }
        }

        string[] counts =
        [
            .. document
                .Included.Where(resource => !reached.Contains(resource))
                .GroupBy(static resource => resource.Type)
                .Select(static type => string.Create(CultureInfo.InvariantCulture, $"{type.Count()} {type.Key}")),
        ];
        return counts.Length > 0 ? string.Join(", ", counts) : null;
    }
}
