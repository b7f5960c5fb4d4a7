using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Reads relationships outside a resource, with the related resources that were serialized with them.</summary>
internal static class RelationshipJson
{
    public static void Read(RelationshipsObject relationships, ref JsonApiReader reader)
    {
        relationships.ReadFrom(ref reader);
        reader.Document.ResolveStandalone(
            reader,
            relationships.Present.Any(static one => one.IsReceived) ? [] : relationships.AllDeclared(),
            relationships
        );
    }

    public static void Read(Relationship relationship, ref JsonApiReader reader)
    {
        relationship.ReadFrom(ref reader);
        reader.Document.ResolveStandalone(reader, relationship.Linkage is null ? [relationship] : []);
    }

    /// <summary>Reads an untyped relationship: its linkage determines whether it is to-many.</summary>
    public static Relationship ReadUntyped(ref JsonApiReader reader)
    {
        RawJson json = reader.Load();
        Relationship relationship =
            (json.ToToken() as JObject)?["data"] is JArray ? new ToManyRelationship<Resource>() : new ToOneRelationship<Resource>();
        JsonApiReader inner = new(json, reader);
        inner.Advance();
        Read(relationship, ref inner);
        return relationship;
    }
}
