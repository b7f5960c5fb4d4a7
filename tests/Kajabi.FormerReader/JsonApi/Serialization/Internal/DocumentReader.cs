using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Reads the resources of one document, one object for each type and id, and links them at the end.</summary>
internal sealed class DocumentReader
{
    private readonly JsonTokenReader _cursor;
    private readonly ResourceIndex _index;
    private readonly List<Resource> _included;

    // Included resources that were read before their primary copy, which is merged into them.
    private readonly HashSet<Resource> _alsoPrimary = [];

    public DocumentReader(JsonTokenReader cursor)
        : this(cursor, new MemberReader(cursor), new ResourceIndex(), []) { }

    private DocumentReader(JsonTokenReader cursor, MemberReader members, ResourceIndex index, List<Resource> included)
    {
        _cursor = cursor;
        Members = members;
        _index = index;
        _included = included;
    }

    public JsonTokenReader Cursor => _cursor;

    public MemberReader Members { get; }

    public int DuplicateCount => _index.DuplicateCount;

    /// <summary>Reads a resource of the primary data and returns the object that represents its type and id.</summary>
    /// <param name="expected">Creates the expected class; null if any type is allowed.</param>
    /// <param name="received">Receives the resource as it was sent, in case another one with the same type and id replaces it.</param>
    public TResource ReadPrimary<TResource>(Func<TResource>? expected, List<TResource>? received = null)
        where TResource : Resource
    {
        Resource resource = Read(expected);
        received?.Add((TResource)resource);
        Resource first = AddOrMerge(resource);
        if (!ReferenceEquals(first, resource))
        {
            _alsoPrimary.Add(first);
        }

        return first as TResource
            ?? throw _cursor.Failure($"Expected {typeof(TResource).Name} and found another resource with the same type and id");
    }

    /// <summary>Reads a list of primary resources that starts at the cursor.</summary>
    public IReadOnlyList<TResource> ReadPrimaryList<TResource>(Func<TResource>? expected, List<TResource> received)
        where TResource : Resource
    {
        List<TResource> data = [];
        while (_cursor.NextItem())
        {
            data.Add(ReadPrimary(expected, received));
        }

        return data;
    }

    /// <summary>Reads a resource outside a document.</summary>
    public Resource ReadStandalone(Type type)
    {
        Func<Resource>? expected =
            type.IsAbstract || type == typeof(UnknownResource) ? null : () => (Resource)Activator.CreateInstance(type)!;
        Resource read = Read(expected);

        // The nested resources can refer back to the resource, and one of them can be another copy of it.
        Resource resource = _index.Add(read) is { } first && type.IsInstanceOfType(first) ? first : read;
        Resolve();
        ResolveByType(resource);
        return resource;
    }

    /// <summary>Links relationships outside a resource to the related resources that were serialized with them.</summary>
    /// <param name="withoutLinkage">The relationships to resolve by type, because they have no linkage.</param>
    /// <param name="assigned">The object whose own relationships exclude resources from that rule; null for a single one.</param>
    public void ResolveStandalone(Func<IEnumerable<Relationship>> withoutLinkage, RelationshipsObject? assigned = null)
    {
        if (Members.RelatedResources is { } json)
        {
            JsonTokenReader inner = new(new JTokenReader(json), _cursor, Relationship.RelatedResourcesName);
            inner.Advance();
            new DocumentReader(inner, new MemberReader(inner, Members.Linked), _index, _included).ReadIncluded();
        }

        Resolve();
        HashSet<ResourceIdentifier> related =
        [
            .. _included.SelectMany(static resource => GetIdentifiers(resource.Relationships)),
            .. assigned is null ? [] : GetIdentifiers(assigned),
        ];
        Resource[] candidates = [.. _included.Where(resource => !resource.HasId || !related.Contains(resource.Identifier))];
        foreach (Relationship relationship in candidates.Length == 0 ? [] : withoutLinkage())
        {
            relationship.ResolveByType(candidates);
        }
    }

    /// <summary>Reads a list of included resources that starts at the cursor, duplicates included.</summary>
    public IReadOnlyList<Resource> ReadIncluded()
    {
        List<Resource> received = [];
        while (_cursor.NextItem())
        {
            Resource resource = Read<Resource>(null);
            received.Add(resource);
            AddOrMerge(resource);
        }

        _included.AddRange(received);
        return received;
    }

    /// <summary>Links every relationship to the resources of the document.</summary>
    public void Resolve()
    {
        foreach (Relationship relationship in Members.Linked)
        {
            relationship.Resolve(_index);
        }
    }

    /// <summary>
    /// Links a single primary resource without received relationships to the included resources by their type: sparse fieldsets
    /// remove the linkage, but not the included resources.
    /// </summary>
    public void ResolveByType(Resource single)
    {
        if (_included.Count == 0 || single.HasResolvedByType || !single.HasNoReceivedRelationships)
        {
            return;
        }

        // Assigned relationships change which resources the rule selects, so what it selected before was written beside them.
        if (RelatedResources.HaveAssignedRelationships([single, .. _included]))
        {
            return;
        }

        // A resource in the linkage of another one is included because of it. A relationship to itself does not count.
        HashSet<ResourceIdentifier> related =
        [
            .. _included.SelectMany(static resource =>
                resource.RelatedIdentifiers.Where(identifier => !resource.HasId || resource.Identifier != identifier)
            ),
        ];
        Resource[] candidates = [.. DistinctIncluded().Where(resource => !resource.HasId || !related.Contains(resource.Identifier))];
        foreach (Relationship relationship in single.Relationships.AllDeclared())
        {
            relationship.ResolveByType(candidates);
        }
    }

    /// <summary>Returns the included resources without duplicates and without copies of primary resources.</summary>
    public IReadOnlyList<Resource> DistinctIncluded() =>
        DuplicateCount == 0
            ? _included
            :
            [
                .. _included.Where(resource =>
                    !resource.HasId || (ReferenceEquals(_index.Find(resource.Identifier), resource) && !_alsoPrimary.Contains(resource))
                ),
            ];

    /// <summary>Adds a resource to the index, or merges it into an earlier one with the same type and id.</summary>
    /// <returns>The resource that represents the type and id.</returns>
    private Resource AddOrMerge(Resource resource)
    {
        Resource first = _index.Add(resource);
        if (!ReferenceEquals(first, resource))
        {
            first.MergeFrom(resource, Members.Linked);
        }

        return first;
    }

    private Resource Read<TResource>(Func<TResource>? expected)
        where TResource : Resource
    {
        if (_cursor.Token != JsonToken.StartObject)
        {
            throw _cursor.Failure($"Expected a resource, a JSON object, and found {_cursor.Token}");
        }

        Resource? resource = null;
        string? id = null;
        List<(string Name, JToken Json)>? buffered = null;
        while (_cursor.NextMember(out string? name))
        {
            if (resource is not null && name != "type")
            {
                resource.ReadMember(name, this);
            }
            else if (name == "type" && _cursor.Token == JsonToken.String)
            {
                resource = ResourceTypes.Create((string)_cursor.Value!, expected, _cursor);
            }
            else if (name == "id" && _cursor.Token == JsonToken.String)
            {
                // The API writes the id first, so almost every resource takes this branch.
                id = (string)_cursor.Value!;
            }
            else
            {
                // Members before the type are buffered until the class is known.
                (buffered ??= []).Add((name, _cursor.Load()));
            }
        }

        resource ??= expected?.Invoke() ?? (Resource)new UnknownResource(string.Empty);
        if (id is not null && !resource.HasId)
        {
            resource.Id = id;
        }

        ReadBuffered(resource, buffered);
        return resource;
    }

    private void ReadBuffered(Resource resource, List<(string Name, JToken Json)>? buffered)
    {
        foreach ((string name, JToken json) in buffered ?? [])
        {
            JsonTokenReader inner = new(new JTokenReader(json), _cursor, name);
            inner.Advance();
            resource.ReadMember(name, new DocumentReader(inner, new MemberReader(inner, Members.Linked), _index, _included));
        }
    }

    private static IEnumerable<ResourceIdentifier> GetIdentifiers(RelationshipsObject relationships) =>
        relationships.Present.SelectMany(static relationship => relationship.Identifiers);
}
