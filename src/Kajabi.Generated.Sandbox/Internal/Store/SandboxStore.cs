using System.Globalization;
using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Store;

/// <summary>All resources of a sandbox, in the order of their creation.</summary>
/// <param name="time">The clock of timestamps.</param>
/// <param name="generatedContacts">The number of generated contacts.</param>
internal sealed class SandboxStore(TimeProvider time, int generatedContacts = 0)
{
    // A billion ids after it cannot be used up, and the largest one would have no next one.
    private const long MaxReservedId = long.MaxValue - 1_000_000_000;

    /// <summary>The relationships to the owner of a resource, which has a site.</summary>
    public static readonly string[] Owners = ["contact", "customer", "order", "offer", "form", "blog"];

    // Ids of the service exceed 32 bits, so these do too.
    private long _nextId = 3_000_000_001;
    private readonly Dictionary<string, List<SandboxResource>> _byType = new(StringComparer.Ordinal);

    /// <summary>The lock for reading and changing the data.</summary>
    public Lock SyncRoot { get; } = new();

    /// <summary>The generated contacts, which <see cref="GetAll"/> does not contain.</summary>
    public GeneratedContacts Generated { get; } = new(generatedContacts);

    /// <summary>How long searches do not see a new contact or customer.</summary>
    public TimeSpan SearchDelay { get; init; }

    /// <summary>Whether attributes that the API does not have are rejected.</summary>
    public bool IsStrict { get; init; }

    /// <summary>The types that have resources.</summary>
    public IEnumerable<string> Types => _byType.Keys;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The current time in the format of the API.</summary>
    public string Timestamp => FormatTime(Now);

    /// <summary>Formats a time like the API.</summary>
    public static string FormatTime(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public string CreateId() => (_nextId++).ToString(CultureInfo.InvariantCulture);

    /// <summary>Makes sure that <see cref="CreateId"/> does not return an id that a test has chosen.</summary>
    public void ReserveId(string id)
    {
        if (
            long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            && number >= _nextId
            && number <= MaxReservedId
        )
        {
            _nextId = number + 1;
        }
    }

    /// <summary>The resources of all types, without the generated contacts.</summary>
    public IEnumerable<SandboxResource> All => _byType.Values.SelectMany(static all => all);

    public IReadOnlyList<SandboxResource> GetAll(string type) => _byType.TryGetValue(type, out List<SandboxResource>? all) ? all : [];

    public SandboxResource? Find(string type, string? id) =>
        GetAll(type).FirstOrDefault(resource => resource.Id == id) ?? (type == "contacts" ? Generated.Find(id) : null);

    public SandboxResource Add(string type, string id, string attributes) => Add(type, id, (JsonObject)JsonNode.Parse(attributes)!);

    public SandboxResource Add(string type, string id, JsonObject attributes)
    {
        SandboxResource resource = new(type, id, attributes);
        AddExisting(resource);
        return resource;
    }

    public void AddExisting(SandboxResource resource)
    {
        if (!_byType.TryGetValue(resource.Type, out List<SandboxResource>? all))
        {
            _byType[resource.Type] = all = [];
        }

        all.Add(resource);
    }

    /// <summary>
    /// Adds a copy with a new id beside a resource, with the same attributes except the e-mail address, which is unique. A list has them
    /// beside each other, whatever its order and filters.
    /// </summary>
    public SandboxResource InsertCopy(SandboxResource resource)
    {
        SandboxResource copy = resource.Clone(CreateId());
        if (copy.GetText("email") is { } email)
        {
            copy.Attributes["email"] = $"copy-{copy.Id}.{email}";
        }

        List<SandboxResource> all = _byType[resource.Type];
        all.Insert(all.IndexOf(resource) + 1, copy);
        return copy;
    }

    /// <summary>Returns a store with other data, and the same clock and settings.</summary>
    public SandboxStore CreateCopy(StoreState state)
    {
        SandboxStore copy = new(time, Generated.Count) { SearchDelay = SearchDelay, IsStrict = IsStrict };
        copy.Restore(state);
        return copy;
    }

    public StoreState Capture() => new StoreState([.. All], _nextId).Copy();

    public void Restore(StoreState state) => Set(state.Copy().Resources, state.NextId);

    /// <summary>
    /// Replaces the data by resources that are not copied, so that nothing else may use the state afterwards. Ids are not used again:
    /// deliveries and disabled webhooks have them.
    /// </summary>
    public void Replace(StoreState state) => Set(state.Resources, Math.Max(state.NextId, _nextId));

    public void Remove(SandboxResource resource)
    {
        _byType[resource.Type].Remove(resource);
        foreach (
            SandboxRelationship relationship in _byType
                .Values.SelectMany(static all => all)
                .SelectMany(static other => other.Relationships.Values)
        )
        {
            if (relationship.TargetType == resource.Type)
            {
                relationship.Ids.Remove(resource.Id);
            }
        }
    }

    /// <summary>Returns the related resources.</summary>
    public IEnumerable<SandboxResource> GetRelated(SandboxResource resource, string relationship) =>
        resource.Relationships.TryGetValue(relationship, out SandboxRelationship? found)
            ? found.Ids.Select(id => Find(found.TargetType, id)).OfType<SandboxResource>()
            : [];

    /// <summary>Returns the id of the site of a resource or of its owner. Loaded resources can own each other.</summary>
    public string? GetSiteId(SandboxResource resource)
    {
        // Most resources have a site. Lists ask for that of each resource, so this one needs no search, which allocates.
        if (resource.Relationships.TryGetValue("site", out SandboxRelationship? own))
        {
            return own.Ids.FirstOrDefault();
        }

        // In breadth, so that the site of the nearest owner is found. An owner whose site is empty has none, whatever its own owners have.
        HashSet<SandboxResource> visited = [resource];
        Queue<SandboxResource> owners = new(visited);
        while (owners.TryDequeue(out SandboxResource? owner))
        {
            if (owner.Relationships.TryGetValue("site", out SandboxRelationship? site) && site.Ids is [var id, ..])
            {
                return id;
            }

            foreach (SandboxResource next in site is null ? Owners.SelectMany(name => GetRelated(owner, name)).Where(visited.Add) : [])
            {
                owners.Enqueue(next);
            }
        }

        return null;
    }

    private void Set(IReadOnlyList<SandboxResource> resources, long nextId)
    {
        _byType.Clear();
        foreach (SandboxResource resource in resources)
        {
            AddExisting(resource);
        }

        _nextId = nextId;
    }
}
