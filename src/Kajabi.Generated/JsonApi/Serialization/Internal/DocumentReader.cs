using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Reads the resources of one document, one object for each identity, and links them at the end.</summary>
internal sealed class DocumentReader
{
    private readonly JsonTokenReader _cursor;
    private readonly ResourceIndex _index;
    private readonly List<Resource> _included;

    // Included resources that came before the primary copy, which is merged into them.
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
    /// <param name="expected">Makes the expected class; null where any type may stand.</param>
    /// <param name="received">Receives the resource as it was read, in case it is a duplicate of another one.</param>
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
            ?? throw _cursor.Failure($"Expected {typeof(TResource).Name} and found another resource under the same type and id");
    }

    /// <summary>Reads a list of primary resources, which starts at the cursor.</summary>
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

    /// <summary>Reads a resource that stands by itself, outside any document.</summary>
    public Resource ReadAlone(Type type)
    {
        Func<Resource>? expected =
            type.IsAbstract || type == typeof(UnknownResource) ? null : () => (Resource)Activator.CreateInstance(type)!;
        Resource read = Read(expected);

        // The related resources nested in it may relate back to it, and one of them may be another copy of it.
        Resource resource = _index.Add(read) is { } first && type.IsInstanceOfType(first) ? first : read;
        Resolve();
        ResolveByType(resource);
        return resource;
    }

    /// <summary>Links relationships that were read on their own to the related resources that were stored with them.</summary>
    /// <param name="withoutLinkage">The relationships to resolve by type, because they have no linkage.</param>
    public void ResolveAlone(Func<IEnumerable<Relationship>> withoutLinkage)
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
            .. _included.SelectMany(static resource => resource.Relationships.Present).SelectMany(static one => one.Identifiers),
        ];
        Resource[] candidates = [.. _included.Where(resource => !resource.HasId || !related.Contains(resource.Identifier))];
        foreach (Relationship relationship in candidates.Length == 0 ? [] : withoutLinkage())
        {
            relationship.ResolveByType(candidates);
        }
    }

    /// <summary>Reads a list of included resources, which starts at the cursor, as it came.</summary>
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
    /// Links a single primary resource that came without any relationship: sparse fieldsets drop the linkage and
    /// leave the included resources, which then belong to it by their type.
    /// </summary>
    public void ResolveByType(Resource single)
    {
        if (_included.Count == 0 || single.NamesResolvedByType || !single.HasNoReceivedRelationships)
        {
            return;
        }

        // What another resource relates to is there because of that resource. A relation to itself says nothing.
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

    /// <summary>The included resources without duplicates and without copies of primary resources, whichever came first.</summary>
    public IReadOnlyList<Resource> DistinctIncluded() =>
        DuplicateCount == 0
            ? _included
            :
            [
                .. _included.Where(resource =>
                    !resource.HasId || (ReferenceEquals(_index.Find(resource.Identifier), resource) && !_alsoPrimary.Contains(resource))
                ),
            ];

    /// <summary>Adds a resource to the index, or merges it into the one that was read before with the same type and id.</summary>
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
        List<(string Name, JToken Json)>? early = null;
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
                // The API writes the id first, so this is the way of almost every resource.
                id = (string)_cursor.Value!;
            }
            else
            {
                // What stands before the type waits until the class is known.
                (early ??= []).Add((name, _cursor.Load()));
            }
        }

        resource ??= expected?.Invoke() ?? (Resource)new UnknownResource(string.Empty);
        if (id is not null && !resource.HasId)
        {
            resource.Id = id;
        }

        Replay(resource, early);
        return resource;
    }

    private void Replay(Resource resource, List<(string Name, JToken Json)>? early)
    {
        foreach ((string name, JToken json) in early ?? [])
        {
            JsonTokenReader inner = new(new JTokenReader(json), _cursor, name);
            inner.Advance();
            resource.ReadMember(name, new DocumentReader(inner, new MemberReader(inner, Members.Linked), _index, _included));
        }
    }
}
