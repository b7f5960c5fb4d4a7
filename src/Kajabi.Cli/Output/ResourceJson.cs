using Kajabi.Cli.Export.Anonymization;
using Kajabi.JsonApi.Serialization.Internal;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Output;

/// <summary>
/// Writes a resource as one JSON object with nested related resources. Each related resource is written in full once, where it is nearest
/// to the root. Otherwise, and below <see cref="MaxDepth"/>, it is <c>{id,type}</c>.
/// </summary>
/// <param name="json">The output.</param>
/// <param name="root">The resource.</param>
/// <param name="placement">Where related resources are written in full; null to decide it for this resource only.</param>
/// <param name="anonymizer">Replaces personal data; null to write the data as it is.</param>
internal sealed class ResourceJson(
    JsonWriter json,
    Resource root,
    ResourcePlacement? placement = null,
    ResourceAnonymizer? anonymizer = null
)
{
    /// <summary>The maximum depth at which related resources are written in full. The graph can be deeper than the include paths.</summary>
    public const int MaxDepth = 5;

    private readonly ResourcePlacement _placement = placement ?? new ResourcePlacement(root);

    /// <summary>Writes the resource.</summary>
    public void Write() => Write(root, depth: 0);

    /// <summary>Writes only the relationships of the resource, as one object.</summary>
    public void WriteRelationships() => WriteRelationships(root, depth: 0);

    private void Write(Resource resource, int depth)
    {
        json.WriteStartObject();
        if (resource.HasId)
        {
            WriteId(resource.Id);
        }

        WriteType(resource.Type);
        json.WritePropertyName("attributes");
        WriteAttributes(resource);
        json.WritePropertyName("relationships");
        WriteRelationships(resource, depth);
        WriteAdditionalMembers(resource);
        json.WriteEndObject();
    }

    /// <summary>Writes meta and additional members of the resource, so that the output is complete.</summary>
    private void WriteAdditionalMembers(Resource resource)
    {
        if (resource.Meta is { } meta)
        {
            json.WritePropertyName("meta");
            WriteUnknown(resource.Type, "meta", meta);
        }

        foreach (
            (string name, JToken value) in resource.AdditionalMembers.Where(member =>
                member.Key is not ("id" or "type" or "attributes" or "relationships" or "meta")
                && (anonymizer is null || member.Key != "links")
            )
        )
        {
            json.WritePropertyName(anonymizer?.CreateName(name) ?? name);
            (anonymizer?.ReplaceUnknown(resource.Type, name, value) ?? value).WriteTo(json);
        }
    }

    private void WriteRelationships(Resource resource, int depth)
    {
        json.WriteStartObject();
        foreach (Relationship relationship in resource.Relationships.Present.Where(static one => one.State != RelationshipState.Absent))
        {
            json.WritePropertyName(anonymizer?.GetRelationshipName(resource, relationship.Name) ?? relationship.Name);
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
            foreach (RelatedResource related in RelatedResource.GetAll(relationship))
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
            WriteRelated(relationship, RelatedResource.GetAll(relationship).First(), depth);
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
        WriteId(id);
        WriteType(type);
        json.WriteEndObject();
    }

    private void WriteLinksOnly(Relationship relationship)
    {
        json.WriteStartObject();
        if (anonymizer is not null)
        {
            if (relationship.Links is { } links && ResourceAnonymizer.GetLinks(links) is { Count: > 0 } kept)
            {
                json.WritePropertyName("links");
                kept.WriteTo(json);
            }

            json.WriteEndObject();
            return;
        }

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
                WriteObject(value);
            }
        }

        json.WriteEndObject();
    }

    private void WriteAttributes(Resource resource)
    {
        if (anonymizer is null)
        {
            WriteObject(resource.Attributes);
            return;
        }

        json.WriteStartObject();
        foreach ((string name, JToken? value) in anonymizer.GetAttributes(resource, AttributeFormatter.GetNames(resource.Attributes)))
        {
            json.WritePropertyName(name);
            (value ?? JValue.CreateNull()).WriteTo(json);
        }

        json.WriteEndObject();
    }

    private void WriteUnknown(string type, string name, JsonApiObject value)
    {
        if (anonymizer is null)
        {
            WriteObject(value);
            return;
        }

        JObject members = new(AttributeFormatter.GetNames(value).Select(member => new JProperty(member, value[member])));
        anonymizer.ReplaceUnknown(type, name, members).WriteTo(json);
    }

    private void WriteObject(JsonApiObject value) => JsonApiValue.Write(new TokenOutput(json), value);

    private void WriteId(string? id)
    {
        json.WritePropertyName("id");
        json.WriteValue(anonymizer is null ? id : anonymizer.GetId(id));
    }

    private void WriteType(string type)
    {
        json.WritePropertyName("type");
        json.WriteValue(anonymizer?.GetResourceType(type) ?? type);
    }
}
