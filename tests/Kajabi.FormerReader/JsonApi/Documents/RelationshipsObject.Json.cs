using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <content>Reading and writing.</content>
public partial class RelationshipsObject
{
    internal void ReadFrom(MemberReader reader)
    {
        while (reader.Cursor.NextMember(out string? name))
        {
            if (
                name == Relationship.RelatedResourcesName
                && reader.Cursor is { Marks: not PresenceMarks.None, Token: JsonToken.StartArray }
            )
            {
                reader.RelatedResources = reader.Cursor.Load();
                continue;
            }

            int ordinal = Table.IndexOf(name);
            if (ordinal >= 0)
            {
                Slot(ordinal).ReadFrom(reader);
                continue;
            }

            // Only the linkage of an undeclared relationship determines whether it is to-one or to-many.
            if (Table.All.Count > 0)
            {
                reader.Cursor.Drift?.Add(ContractDriftKind.UnknownMember, reader.Cursor);
            }

            JToken json = reader.Cursor.Load();
            JsonTokenReader inner = new(new JTokenReader(json), reader.Cursor) { Drift = null };
            inner.Advance();
            Undeclared(name, json).ReadFrom(new MemberReader(inner, reader.Linked));
        }
    }

    internal void WriteTo(MemberWriter writer, JsonApiSerializationMode mode, IReadOnlyList<Resource>? related = null)
    {
        writer.Json.WriteStartObject();
        foreach (Relationship relationship in Present)
        {
            if (mode == JsonApiSerializationMode.Full ? relationship.IsPresent : relationship.IsModified)
            {
                writer.Json.WritePropertyName(relationship.Name);
                relationship.WriteTo(writer, mode);
            }
        }

        if (related?.Count > 0)
        {
            writer.Json.WritePropertyName(Relationship.RelatedResourcesName);
            writer.Write(related);
        }

        writer.Json.WriteEndObject();
    }
}
