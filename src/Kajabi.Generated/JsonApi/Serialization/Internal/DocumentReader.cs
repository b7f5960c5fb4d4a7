using System.Text.Json;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Reads the resources of one document, one object for each type and id, and links them at the end.</summary>
internal sealed class DocumentReader(DriftCollector? drift = null, PresenceMarks marks = PresenceMarks.None) : IDisposable
{
    private readonly List<Resource> _included = [];

    // Included resources that were read before their primary copy, which is merged into them.
    private HashSet<Resource>? _alsoPrimary;

    public DriftCollector? Drift => drift;

    public PresenceMarks Marks => marks;

    /// <summary>Gets the steps to the object that is being read.</summary>
    public PathStack Path { get; } = new();

    /// <summary>Gets the strings that occur several times.</summary>
    public StringCache Strings { get; } = new();

    /// <summary>Gets the list that collects the identifiers of one relationship.</summary>
    public List<ResourceIdentifier> Identifiers { get; } = [];

    /// <summary>Gets the resources by type and id.</summary>
    public ResourceIndex Index { get; } = new();

    /// <summary>Gets the relationships with linkage, which are resolved after the document is read.</summary>
    public LinkedRelationships Linked { get; } = new();

    /// <summary>
    /// Gets or sets the related resources that were serialized with relationships outside a resource; null if there are none.
    /// </summary>
    public RawJson? RelatedJson { get; set; }

    public int DuplicateCount => Index.DuplicateCount;

    public void Dispose()
    {
        Strings.Dispose();
        Index.Dispose();
        Linked.Dispose();
    }

    /// <summary>Reads a resource of the primary data and returns the object that represents its type and id.</summary>
    /// <param name="reader">The position in the document.</param>
    /// <param name="expected">Creates the expected class; null if any type is allowed.</param>
    /// <param name="received">Receives the resource as it was sent, in case another one with the same type and id replaces it.</param>
    public TResource ReadPrimary<TResource>(ref JsonApiReader reader, Func<TResource>? expected, List<TResource>? received = null)
        where TResource : Resource
    {
        Resource resource = Read(ref reader, expected);
        received?.Add((TResource)resource);
        Resource first = AddOrMerge(resource);
        if (!ReferenceEquals(first, resource))
        {
            (_alsoPrimary ??= []).Add(first);
        }

        return first as TResource
            ?? throw reader.Failure($"Expected {typeof(TResource).Name} and found another resource with the same type and id");
    }

    /// <summary>Reads a list of primary resources that starts at the current token.</summary>
    public List<TResource> ReadPrimaryList<TResource>(ref JsonApiReader reader, Func<TResource>? expected, List<TResource> received)
        where TResource : Resource
    {
        List<TResource> data = [];
        while (reader.NextItem())
        {
            Path.Enter(data.Count);
            data.Add(ReadPrimary(ref reader, expected, received));
            Path.Leave();
        }

        return data;
    }

    /// <summary>Reads a resource outside a document.</summary>
    public Resource ReadStandalone(ref JsonApiReader reader, Type type)
    {
        Func<Resource>? expected =
            type.IsAbstract || type == typeof(UnknownResource)
                ? null
                : () => (Resource?)JsonApiClass.Create(type) ?? throw JsonApiValue.NotSupported(type);
        Resource read = Read(ref reader, expected);

        // The nested resources can refer back to the resource, and one of them can be another copy of it.
        Resource resource = Index.Add(read) is { } first && type.IsInstanceOfType(first) ? first : read;
        Resolve();
        ResolveByType(resource);
        return resource;
    }

    /// <summary>Links relationships outside a resource to the related resources that were serialized with them.</summary>
    /// <param name="reader">The reader of the relationships.</param>
    /// <param name="withoutLinkage">The relationships to resolve by type, because they have no linkage.</param>
    /// <param name="assigned">The object whose own relationships exclude resources from that rule; null for a single one.</param>
    public void ResolveStandalone(in JsonApiReader reader, IEnumerable<Relationship> withoutLinkage, RelationshipsObject? assigned = null)
    {
        if (RelatedJson is { } json)
        {
            JsonApiReader inner = new(json, reader);
            inner.Advance();
            Path.Enter(Relationship.RelatedResourcesName);
            ReadIncluded(ref inner);
            Path.Leave();
        }

        Resolve();
        HashSet<ResourceIdentifier> related =
        [
            .. _included.SelectMany(static resource => GetIdentifiers(resource.Relationships)),
            .. assigned is null ? [] : GetIdentifiers(assigned),
        ];
        Resource[] candidates = [.. _included.Where(resource => !resource.HasId || !related.Contains(resource.Identifier))];
        foreach (Relationship relationship in candidates.Length == 0 ? [] : withoutLinkage)
        {
            relationship.ResolveByType(candidates);
        }
    }

    /// <summary>Reads a list of included resources that starts at the current token, duplicates included.</summary>
    public IReadOnlyList<Resource> ReadIncluded(ref JsonApiReader reader)
    {
        List<Resource> received = [];
        while (reader.NextItem())
        {
            Path.Enter(received.Count);
            Resource resource = Read<Resource>(ref reader, null);
            Path.Leave();
            received.Add(resource);
            AddOrMerge(resource);
        }

        _included.AddRange(received);
        return received;
    }

    /// <summary>Links every relationship to the resources of the document.</summary>
    public void Resolve()
    {
        foreach (Relationship relationship in Linked.Items)
        {
            relationship.Resolve(Index);
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
                    !resource.HasId
                    || (ReferenceEquals(Index.Find(resource.Identifier), resource) && _alsoPrimary?.Contains(resource) != true)
                ),
            ];

    /// <summary>Adds a resource to the index, or merges it into an earlier one with the same type and id.</summary>
    /// <returns>The resource that represents the type and id.</returns>
    private Resource AddOrMerge(Resource resource)
    {
        Resource first = Index.Add(resource);
        if (!ReferenceEquals(first, resource))
        {
            first.MergeFrom(resource, Linked);
        }

        return first;
    }

    private static Resource Read<TResource>(ref JsonApiReader reader, Func<TResource>? expected)
        where TResource : Resource
    {
        if (reader.Token != JsonTokenType.StartObject)
        {
            throw reader.Failure($"Expected a resource, a JSON object, and found {reader.TokenName}");
        }

        Resource? resource = null;
        string? id = null;
        List<(int Ordinal, string Name, RawJson Json)>? buffered = null;
        int ordinal = -1;
        while (reader.NextMember(ResourceMember.Names, ref ordinal, out string? name))
        {
            if (resource is not null && ordinal != ResourceMember.Type)
            {
                resource.ReadMember(ordinal, name, ref reader);
            }
            else if (ordinal == ResourceMember.Type && reader.Token == JsonTokenType.String)
            {
                resource = ResourceTypes.Create(expected, ref reader);
            }
            else if (ordinal == ResourceMember.Id && reader.Token == JsonTokenType.String)
            {
                // The API writes the id first, so almost every resource takes this branch.
                id = reader.GetText();
            }
            else
            {
                // Members before the type are buffered until the class is known.
                (buffered ??= []).Add((ordinal, name, reader.Load()));
            }
        }

        resource ??= expected?.Invoke() ?? (Resource)new UnknownResource(string.Empty);
        if (id is not null && !resource.HasId)
        {
            resource.Id = id;
        }

        if (buffered is not null)
        {
            foreach ((int position, string name, RawJson json) in buffered)
            {
                JsonApiReader inner = new(json, reader);
                inner.Advance();
                resource.ReadMember(position, name, ref inner);
            }
        }

        return resource;
    }

    private static IEnumerable<ResourceIdentifier> GetIdentifiers(RelationshipsObject relationships) =>
        relationships.Present.SelectMany(static relationship => relationship.Identifiers);
}
