namespace Kajabi;

/// <summary>The resources of one document by identity: one object for each type and id, the first one that came.</summary>
internal sealed class ResourceIndex
{
    private readonly Dictionary<ResourceIdentifier, Resource> _resources = [];

    public int DuplicateCount { get; private set; }

    public Resource? Find(ResourceIdentifier identifier) => _resources.GetValueOrDefault(identifier);

    /// <summary>Adds a resource and gives the one that stands for its identity.</summary>
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
