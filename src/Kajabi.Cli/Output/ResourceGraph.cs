namespace Kajabi.Cli.Output;

/// <summary>Follows the relationships of resources.</summary>
internal static class ResourceGraph
{
    /// <summary>Adds resources and all resources that are reachable from them, skipping those that were added before.</summary>
    public static void AddReachable(HashSet<Resource> reachable, IEnumerable<Resource> roots)
    {
        Queue<Resource> queue = new(roots.Where(reachable.Add));
        while (queue.TryDequeue(out Resource? resource))
        {
            foreach (Resource related in GetRelated(resource).Where(reachable.Add))
            {
                queue.Enqueue(related);
            }
        }
    }

    /// <summary>Returns the resources that the document contains for the relationships of a resource.</summary>
    public static IEnumerable<Resource> GetRelated(Resource resource) =>
        resource.Relationships.Present.SelectMany(static relationship => relationship.Resources);
}
