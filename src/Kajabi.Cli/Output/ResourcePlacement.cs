namespace Kajabi.Cli.Output;

/// <summary>
/// Decides where each resource related to a root is shown in full: once, where it is nearest to the root. Otherwise only its type and id
/// are shown, so that the size of the output depends on the size of the document and not on the number of paths.
/// </summary>
internal sealed class ResourcePlacement
{
    private readonly Dictionary<Resource, Relationship> _nearest = [];
    private readonly HashSet<Resource> _shown;

    private ResourcePlacement() => _shown = [];

    /// <param name="root">The resource whose related resources are shown.</param>
    /// <param name="shown">Resources that were shown in full before and are not shown again; null for none.</param>
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

    /// <summary>Shows all related resources by type and id.</summary>
    public static ResourcePlacement CreateIdentifiersOnly() => new();

    /// <summary>Returns whether to show the resource in full in this relationship, and marks it as shown.</summary>
    public bool TryShow(Resource resource, Relationship relationship) =>
        _nearest.GetValueOrDefault(resource) == relationship && _shown.Add(resource);

    /// <summary>Whether the resource was already shown in full.</summary>
    public bool IsShown(Resource resource) => _shown.Contains(resource);
}
