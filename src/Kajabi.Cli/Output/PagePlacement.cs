namespace Kajabi.Cli.Output;

/// <summary>
/// Decides where the resources of one page show shared related resources in full: with each of them, so that each can be used on its
/// own, or once per page if the output would otherwise become too large.
/// </summary>
internal sealed class PagePlacement
{
    /// <summary>The maximum size of the output, as a multiple of the size of the document.</summary>
    public const int MaxGrowth = 16;

    private readonly HashSet<Resource>? _shown;

    public PagePlacement(IReadOnlyList<Resource> page)
    {
        HashSet<Resource> document = [];
        foreach (Resource root in page)
        {
            Visit(root, document, long.MaxValue);
        }

        long remaining = document.Sum(GetSize) * MaxGrowth;
        foreach (Resource root in page)
        {
            remaining = Visit(root, [], remaining);
            if (remaining < 0)
            {
                _shown = [];
                return;
            }
        }
    }

    /// <summary>Returns the placement of the related resources of one resource of the page.</summary>
    public ResourcePlacement GetPlacement(Resource root) => new(root, _shown);

    /// <summary>Visits a resource and its related resources, skipping those that were visited before.</summary>
    /// <returns>The remaining limit; negative if the visit ended early.</returns>
    private static long Visit(Resource root, HashSet<Resource> visited, long limit)
    {
        Queue<Resource> queue = new();
        if (visited.Add(root))
        {
            queue.Enqueue(root);
        }

        while (limit >= 0 && queue.TryDequeue(out Resource? resource))
        {
            limit -= GetSize(resource);
            foreach (
                Resource related in resource
                    .Relationships.Present.SelectMany(static relationship => relationship.Resources)
                    .Where(visited.Add)
            )
            {
                queue.Enqueue(related);
            }
        }

        return limit;
    }

    private static long GetSize(Resource resource) =>
        1 + resource.Relationships.Present.Sum(static relationship => (long)relationship.Identifiers.Count);
}
