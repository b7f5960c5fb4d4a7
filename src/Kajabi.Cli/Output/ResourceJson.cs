using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Output;

/// <summary>
/// Writes a resource as one JSON object with its related resources nested in it. Each related resource is written in
/// full once, where it is nearest to the root. Everywhere else, and below <see cref="MaxDepth"/>, it is <c>{id,type}</c>.
/// </summary>
/// <param name="json">Receives the JSON.</param>
/// <param name="root">The resource.</param>
/// <param name="placement">Where its related resources are written in full; null to decide it for this resource alone.</param>
internal sealed class ResourceJson(JsonWriter json, Resource root, ResourcePlacement? placement = null)
{
    /// <summary>How many relations deep resources are written in full; a graph is wider than the includes that were asked for.</summary>
    public const int MaxDepth = 5;

    private static readonly JsonApiConverter s_converter = new();
    private static readonly JsonSerializer s_serializer = new();

    private readonly ResourcePlacement _placement = placement ?? new ResourcePlacement(root);

    /// <summary>Writes the resource.</summary>
    public void Write() => Write(root, depth: 0);

    /// <summary>Writes the relationships of the resource alone, as one object.</summary>
    public void WriteRelationships() => WritePresent(root, depth: 0);

    private void Write(Resource resource, int depth)
    {
        json.WriteStartObject();
        if (resource.HasId)
        {
            WriteMember("id", resource.Id);
        }

        WriteMember("type", resource.Type);
        json.WritePropertyName("attributes");
        WriteOpen(resource.Attributes);
        json.WritePropertyName("relationships");
        WritePresent(resource, depth);
        WriteOthers(resource);
        json.WriteEndObject();
    }

    /// <summary>Writes what the API sent beside the members of every resource, so that nothing is missing without a word.</summary>
    private void WriteOthers(Resource resource)
    {
        if (resource.Meta is { } meta)
        {
            json.WritePropertyName("meta");
            WriteOpen(meta);
        }

        foreach (
            (string name, JToken value) in resource.AdditionalMembers.Where(static member =>
                member.Key is not ("id" or "type" or "attributes" or "relationships" or "meta")
            )
        )
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }
    }

    private void WritePresent(Resource resource, int depth)
    {
        json.WriteStartObject();
        foreach (Relationship relationship in resource.Relationships.Present.Where(static one => one.State != RelationshipState.Absent))
        {
            json.WritePropertyName(relationship.Name);
            WriteRelationship(relationship, depth + 1);
        }

        json.WriteEndObject();
    }

    private void WriteRelationship(Relationship relationship, int depth)
    {
        if (relationship.State == RelationshipState.LinksOnly)
        {
            WriteLinksOnly(relationship);
        }
        else if (relationship.IsToMany)
        {
            json.WriteStartArray();
            foreach (RelatedResource related in RelatedResource.Of(relationship))
            {
                WriteRelated(relationship, related, depth);
            }

            json.WriteEndArray();
        }
        else if (relationship.State == RelationshipState.Empty)
        {
            json.WriteNull();
        }
        else
        {
            WriteRelated(relationship, RelatedResource.Of(relationship).First(), depth);
        }
    }

    private void WriteRelated(Relationship relationship, RelatedResource related, int depth)
    {
        if (related.Resource is { } resource && depth <= MaxDepth && _placement.TryShow(resource, relationship))
        {
            Write(resource, depth);
            return;
        }

        (string type, string? id) = related.Resource is { } known
            ? (known.Type, known.HasId ? known.Id : null)
            : (related.Identifier.Type, related.Identifier.Id);
        json.WriteStartObject();
        WriteMember("id", id);
        WriteMember("type", type);
        json.WriteEndObject();
    }

    private void WriteLinksOnly(Relationship relationship)
    {
        json.WriteStartObject();
        foreach (
            (string name, JsonApiObject? value) in new (string, JsonApiObject?)[]
            {
                ("links", relationship.Links),
                ("meta", relationship.Meta),
            }
        )
        {
            if (value is not null)
            {
                json.WritePropertyName(name);
                WriteOpen(value);
            }
        }

        json.WriteEndObject();
    }

    private void WriteOpen(JsonApiObject value) => s_converter.WriteJson(json, value, s_serializer);

    private void WriteMember(string name, string? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }
}
