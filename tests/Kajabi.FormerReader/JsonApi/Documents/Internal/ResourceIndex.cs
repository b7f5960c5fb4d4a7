namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>Indexes the resources of one document by type and id. The first resource with a type and id is stored.</summary>
internal sealed class ResourceIndex
{
    private readonly Dictionary<ResourceIdentifier, Resource> _resources = [];

    public int DuplicateCount { get; private set; }

    public Resource? Find(ResourceIdentifier identifier) => _resources.GetValueOrDefault(identifier);

    /// <summary>Adds a resource, unless the index contains one with the same type and id.</summary>
    /// <returns>The stored resource with this type and id.</returns>
    public Resource Add(Resource resource)
    {
        // A resource without an id is not created yet, and cannot be a duplicate.
        if (!resource.HasId || _resources.TryAdd(resource.Identifier, resource))
        {
            return resource;
        }

        DuplicateCount++;
        return _resources[resource.Identifier];
    }
}
