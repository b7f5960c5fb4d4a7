namespace Kajabi.Cli.Output;

/// <summary>
/// Decides where each resource that a root is related to is shown in full: once, where it is nearest to the root.
/// Everywhere else it is its type and id, so that the output grows with the document and not with its paths.
/// </summary>
internal sealed class ResourcePlacement
{
    private readonly Dictionary<Resource, Relationship> _nearest = [];
    private readonly HashSet<Resource> _shown;

    /// <param name="root">The resource that is shown with its related resources.</param>
    /// <param name="shown">The resources that were shown in full before and are not shown again; null where there are none.</param>
    public ResourcePlacement(Resource root, HashSet<Resource>? shown = null)
    {
        _shown = shown ?? [];
        Queue<Resource> queue = new([root]);
        while (queue.TryDequeue(out Resource? resource))
        {
            foreach (Relationship relationship in resource.Relationships.Present)
            {
                foreach (
                    Resource related in relationship.Resources.Where(related =>
                        related != root && !_shown.Contains(related) && _nearest.TryAdd(related, relationship)
                    )
                )
                {
                    queue.Enqueue(related);
                }
            }
        }

        _shown.Add(root);
    }

    /// <summary>Whether the resource is shown in full in this relationship, which is true once.</summary>
    public bool TryShow(Resource resource, Relationship relationship) =>
        _nearest.GetValueOrDefault(resource) == relationship && _shown.Add(resource);

    /// <summary>Whether the resource was shown in full already.</summary>
    public bool IsShown(Resource resource) => _shown.Contains(resource);
}
