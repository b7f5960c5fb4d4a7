using System.Globalization;
using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Store;

/// <summary>All resources of one sandbox, in the order in which they were made.</summary>
/// <param name="time">Stamps what is made and changed.</param>
/// <param name="generatedContacts">How many contacts are computed rather than stored.</param>
internal sealed class SandboxStore(TimeProvider time, int generatedContacts = 0)
{
    // Ids of the real service are larger than 32 bits hold; so are those of what is made here.
    private long _nextId = 3_000_000_001;
    private readonly Dictionary<string, List<SandboxResource>> _byType = new(StringComparer.Ordinal);

    /// <summary>Held by a request while it reads or changes the data.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The contacts that are computed; those of <see cref="All"/> are stored.</summary>
    public GeneratedContacts Generated { get; } = new(generatedContacts);

    public string Now => time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public DateTimeOffset Time => time.GetUtcNow();

    public string NewId() => (_nextId++).ToString(CultureInfo.InvariantCulture);

    public IReadOnlyList<SandboxResource> All(string type) => _byType.TryGetValue(type, out List<SandboxResource>? all) ? all : [];

    public SandboxResource? Find(string type, string? id) =>
        All(type).FirstOrDefault(resource => resource.Id == id) ?? (type == "contacts" ? Generated.Find(id) : null);

    public SandboxResource Add(string type, string id, string attributes) => Add(type, id, (JsonObject)JsonNode.Parse(attributes)!);

    public SandboxResource Add(string type, string id, JsonObject attributes)
    {
        SandboxResource resource = new(type, id, attributes);
        if (!_byType.TryGetValue(type, out List<SandboxResource>? all))
        {
            _byType[type] = all = [];
        }

        all.Add(resource);
        return resource;
    }

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

    /// <summary>The resources at the other end of a relationship.</summary>
    public IEnumerable<SandboxResource> Related(SandboxResource resource, string relationship) =>
        resource.Relationships.TryGetValue(relationship, out SandboxRelationship? found)
            ? found.Ids.Select(id => Find(found.TargetType, id)).OfType<SandboxResource>()
            : [];

    /// <summary>The site of a resource, its own or that of what it belongs to.</summary>
    public string? SiteOf(SandboxResource resource)
    {
        if (resource.Relationships.TryGetValue("site", out SandboxRelationship? site))
        {
            return site.Ids.FirstOrDefault();
        }

        return ((string[])["contact", "customer", "order", "offer", "form"])
            .SelectMany(owner => Related(resource, owner))
            .Select(SiteOf)
            .FirstOrDefault(static id => id is not null);
    }
}
