namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>The resources of a document by type and id.</summary>
internal sealed class ResourceIndex
{
    // Documents contain few types, and most texts of a type are the same object, so comparing them is faster than a hash.
    private const int MaxTypesInList = 8;

    private readonly List<(string Type, Dictionary<string, Resource> ById)> _types = [];
    private Dictionary<string, Dictionary<string, Resource>>? _otherTypes;

    /// <summary>Gets the number of resources with the type and id of an earlier one.</summary>
    public int DuplicateCount { get; private set; }

    public Resource? Find(ResourceIdentifier identifier) =>
        identifier is { Type: { } type, Id: { } id } ? FindType(type)?.GetValueOrDefault(id) : null;

    /// <summary>Adds a resource and returns the one that represents its type and id, which is the first one.</summary>
    public Resource Add(Resource resource)
    {
        // A resource without an id is not created yet, and cannot be a duplicate.
        if (!resource.HasId)
        {
            return resource;
        }

        Dictionary<string, Resource> byId = FindType(resource.Type) ?? AddType(resource.Type);
        if (byId.TryAdd(resource.Id, resource))
        {
            return resource;
        }

        DuplicateCount++;
        return byId[resource.Id];
    }

    private Dictionary<string, Resource>? FindType(string type)
    {
        foreach ((string known, Dictionary<string, Resource> byId) in _types)
        {
            if (string.Equals(known, type, StringComparison.Ordinal))
            {
                return byId;
            }
        }

        return _otherTypes?.GetValueOrDefault(type);
    }

    private Dictionary<string, Resource> AddType(string type)
    {
        Dictionary<string, Resource> byId = new(StringComparer.Ordinal);
        if (_types.Count < MaxTypesInList)
        {
            _types.Add((type, byId));
        }
        else
        {
            (_otherTypes ??= new(StringComparer.Ordinal))[type] = byId;
        }

        return byId;
    }
}
