namespace Kajabi.Cli.Output;

/// <summary>
/// Decides how often the resources of one page show a resource that they share: with each of them, so that each can be
/// used without the others, or once on the page, where showing it each time would multiply the document.
/// </summary>
internal sealed class PagePlacement
{
    /// <summary>How many times larger than the document the page may become.</summary>
    public const int MaxGrowth = 16;

    private readonly HashSet<Resource>? _shown;

    public PagePlacement(IReadOnlyList<Resource> page)
    {
        HashSet<Resource> document = [];
        foreach (Resource root in page)
        {
            Visit(root, document, long.MaxValue);
        }

        long rest = document.Sum(Size) * MaxGrowth;
        foreach (Resource root in page)
        {
            rest = Visit(root, [], rest);
            if (rest < 0)
            {
                _shown = [];
                return;
            }
        }
    }

    /// <summary>The placement of the resources that one resource of the page is related to.</summary>
    public ResourcePlacement PlacementOf(Resource root) => new(root, _shown);

    /// <summary>Visits a resource and everything that it is related to, except what was visited.</summary>
    /// <returns>What is left of the limit; negative when the visit ended early.</returns>
    private static long Visit(Resource root, HashSet<Resource> visited, long limit)
    {
        Queue<Resource> queue = new();
        if (visited.Add(root))
        {
            queue.Enqueue(root);
        }

        while (limit >= 0 && queue.TryDequeue(out Resource? resource))
        {
            limit -= Size(resource);
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

    private static long Size(Resource resource) =>
        1 + resource.Relationships.Present.Sum(static relationship => (long)relationship.Identifiers.Count);
}
