namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>The resources of one document by type and id: one object for each, the first one that was added.</summary>
internal sealed class ResourceIndex
{
    private readonly Dictionary<ResourceIdentifier, Resource> _resources = [];

    public int DuplicateCount { get; private set; }

    public Resource? Find(ResourceIdentifier identifier) => _resources.GetValueOrDefault(identifier);

    /// <summary>Adds a resource, unless there is one with its type and id.</summary>
    /// <returns>The resource with this type and id: the given one, or the one that was added before.</returns>
    public Resource Add(Resource resource)
    {
        // A resource that is still to be created has no identity to share.
        if (!resource.HasId || _resources.TryAdd(resource.Identifier, resource))
        {
            return resource;
        }

        DuplicateCount++;
        return _resources[resource.Identifier];
    }
}
