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
        ResourceGraph.AddReachable(document, page);
        long remaining = document.Sum(GetSize) * MaxGrowth;
        foreach (Resource root in page)
        {
            remaining = SubtractSize(root, remaining);
            if (remaining < 0)
            {
                _shown = [];
                return;
            }
        }
    }

    /// <summary>Returns the placement of the related resources of one resource of the page.</summary>
    public ResourcePlacement GetPlacement(Resource root) => new(root, _shown);

    /// <summary>Subtracts the size of a resource with its related resources, each counted once.</summary>
    /// <returns>The remaining limit; negative if it is exceeded, even if not all resources were counted.</returns>
    private static long SubtractSize(Resource root, long limit)
    {
        HashSet<Resource> counted = [root];
        Queue<Resource> queue = new([root]);
        while (limit >= 0 && queue.TryDequeue(out Resource? resource))
        {
            limit -= GetSize(resource);
            foreach (Resource related in ResourceGraph.GetRelated(resource).Where(counted.Add))
            {
                queue.Enqueue(related);
            }
        }

        return limit;
    }

    private static long GetSize(Resource resource) =>
        1 + resource.Relationships.Present.Sum(static relationship => (long)relationship.Identifiers.Count);
}
