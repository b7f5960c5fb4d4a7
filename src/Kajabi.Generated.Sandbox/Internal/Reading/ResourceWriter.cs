using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading;

/// <summary>Writes resources in the format of the API: with sparse fieldsets, and links instead of linkage in lists.</summary>
/// <param name="store">The data, to omit deleted resources.</param>
/// <param name="origin">The address of the sandbox, for links.</param>
/// <param name="query">The requested fields and includes.</param>
/// <param name="isList">Whether the response is a list.</param>
internal sealed class ResourceWriter(SandboxStore store, string origin, SandboxQuery query, bool isList)
{
    public JsonNode Write(SandboxResource resource)
    {
        string[]? fields = query.Fields.GetValueOrDefault(resource.Type);
        JsonObject attributes = [];
        foreach ((string name, JsonNode? value) in resource.Attributes)
        {
            if (fields is null || fields.Contains(name))
            {
                attributes[name] = value?.DeepClone();
            }
        }

        JsonObject written = new()
        {
            ["id"] = resource.Id,
            ["type"] = resource.Type,
            ["attributes"] = attributes,
        };
        SandboxType? type = SandboxType.Find(resource.Type);
        if (fields is null && type?.LinkedTo is { } linked && store.GetRelated(resource, linked).FirstOrDefault() is { } other)
        {
            written["links"] = new JsonObject { [linked] = $"{origin}/v1/{other.Type}/{other.Id}" };
        }

        if (resource.Relationships.Count > 0 && type is not { ShowsRelationships: false })
        {
            written["relationships"] = WriteRelationships(resource, type, fields);
        }

        return written;
    }

    public static JsonObject WriteIdentifier(string type, string id) => new() { ["id"] = id, ["type"] = type };

    private JsonObject WriteRelationships(SandboxResource resource, SandboxType? type, string[]? fields)
    {
        JsonObject written = [];
        foreach ((string name, SandboxRelationship relationship) in resource.Relationships)
        {
            // A sparse fieldset omits the linkage of other relationships, even when they are included.
            if (fields is null || fields.Contains(name))
            {
                written[name] = WriteRelationship(resource, type, name, relationship);
            }
        }

        return written;
    }

    private JsonObject WriteRelationship(SandboxResource resource, SandboxType? type, string name, SandboxRelationship relationship)
    {
        JsonObject written = [];
        bool isLinkOnly = isList && type is not null && type.LinksInLists.Contains(name) && !query.Include.Contains(name);
        if (!isLinkOnly)
        {
            IEnumerable<JsonNode> identifiers = relationship
                .Ids.Where(id => store.Find(relationship.TargetType, id) is not null)
                .Select(id => WriteIdentifier(relationship.TargetType, id));
            written["data"] = relationship.IsToMany ? new JsonArray([.. identifiers]) : identifiers.FirstOrDefault();
        }

        if (type is { LinksInLists.Length: > 0 } && relationship.IsToMany && name is "offers" or "tags")
        {
            written["links"] = new JsonObject { ["self"] = $"{origin}/v1/{resource.Type}/{resource.Id}/relationships/{name}" };
        }

        return written;
    }
}
