using Newtonsoft.Json;

namespace Kajabi.Cli.Output;

/// <summary>
/// Writes a resource as one JSON object with its related resources nested in it. A resource that stands above
/// itself on the same path, and every related one below <see cref="MaxDepth"/>, is written as <c>{id,type}</c>.
/// </summary>
internal sealed class ResourceJson(JsonWriter json)
{
    /// <summary>How many relations deep resources are written in full; a graph is wider than the includes that were asked for.</summary>
    public const int MaxDepth = 5;

    private static readonly JsonApiConverter s_converter = new();
    private static readonly JsonSerializer s_serializer = new();

    private readonly List<Resource> _path = [];

    public void Write(Resource resource)
    {
        _path.Add(resource);
        json.WriteStartObject();
        if (resource.HasId)
        {
            WriteMember("id", resource.Id);
        }

        WriteMember("type", resource.Type);
        json.WritePropertyName("attributes");
        WriteOpen(resource.Attributes);
        json.WritePropertyName("relationships");
        WritePresent(resource);
        json.WriteEndObject();
        _path.RemoveAt(_path.Count - 1);
    }

    /// <summary>Writes the relationships of a resource alone, as one object.</summary>
    public void WriteRelationships(Resource resource)
    {
        _path.Add(resource);
        WritePresent(resource);
        _path.RemoveAt(_path.Count - 1);
    }

    private void WritePresent(Resource resource)
    {
        json.WriteStartObject();
        foreach (Relationship relationship in resource.Relationships.Present.Where(static one => one.State != RelationshipState.Absent))
        {
            json.WritePropertyName(relationship.Name);
            WriteRelationship(relationship);
        }

        json.WriteEndObject();
    }

    private void WriteRelationship(Relationship relationship)
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
                WriteRelated(related);
            }

            json.WriteEndArray();
        }
        else if (relationship.State == RelationshipState.Empty)
        {
            json.WriteNull();
        }
        else
        {
            WriteRelated(RelatedResource.Of(relationship).First());
        }
    }

    private void WriteRelated(RelatedResource related)
    {
        if (related.Resource is { } resource && _path.Count <= MaxDepth && !_path.Contains(resource))
        {
            Write(resource);
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
        foreach ((string name, OpenObject? value) in new (string, OpenObject?)[] { ("links", relationship.Links), ("meta", relationship.Meta) })
        {
            if (value is not null)
            {
                json.WritePropertyName(name);
                WriteOpen(value);
            }
        }

        json.WriteEndObject();
    }

    private void WriteOpen(OpenObject value) => s_converter.WriteJson(json, value, s_serializer);

    private void WriteMember(string name, string? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }
}
