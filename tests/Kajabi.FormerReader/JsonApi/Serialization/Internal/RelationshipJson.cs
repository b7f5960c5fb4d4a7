using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Reads relationships outside a resource, with the related resources that were serialized with them.</summary>
internal static class RelationshipJson
{
    public static void Read(RelationshipsObject relationships, JsonTokenReader cursor)
    {
        DocumentReader reader = new(cursor);
        relationships.ReadFrom(reader.Members);
        reader.ResolveStandalone(
            () => relationships.Present.Any(static one => one.IsReceived) ? [] : relationships.AllDeclared(),
            relationships
        );
    }

    public static void Read(Relationship relationship, JsonTokenReader cursor)
    {
        DocumentReader reader = new(cursor);
        relationship.ReadFrom(reader.Members);
        reader.ResolveStandalone(() => relationship.Linkage is null ? [relationship] : []);
    }

    /// <summary>Reads an untyped relationship: its linkage determines whether it is to-many.</summary>
    public static Relationship ReadUntyped(JsonTokenReader cursor)
    {
        JToken json = cursor.Load();
        Relationship relationship =
            (json as JObject)?["data"] is JArray ? new ToManyRelationship<Resource>() : new ToOneRelationship<Resource>();
        JsonTokenReader inner = new(new JTokenReader(json), cursor);
        inner.Advance();
        Read(relationship, inner);
        return relationship;
    }
}
