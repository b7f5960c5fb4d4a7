using System.Text.Json;

namespace Kajabi.JsonApi;

/// <content>Reading and writing.</content>
public partial class RelationshipsObject
{
    internal void ReadFrom(ref JsonApiReader reader)
    {
        RelationshipTable table = Table;
        _declared ??= new Relationship?[table.All.Count];
        int ordinal = -1;
        while (reader.NextMember(table.Names, ref ordinal, out string? name))
        {
            if (ordinal >= 0)
            {
                reader.Document.Path.Enter(name);
                (_declared[ordinal] ??= table.Create(ordinal)).ReadFrom(ref reader);
                reader.Document.Path.Leave();
            }
            else if (
                name == Relationship.RelatedResourcesName
                && reader is { Marks: not PresenceMarks.None, Token: JsonTokenType.StartArray }
            )
            {
                reader.Document.RelatedJson = reader.Load();
            }
            else
            {
                ReadUndeclared(name, ref reader);
            }
        }
    }

    /// <summary>Reads an undeclared relationship: only its linkage determines whether it is to-one or to-many.</summary>
    private void ReadUndeclared(string name, ref JsonApiReader reader)
    {
        if (Table.All.Count > 0)
        {
            reader.Report(ContractDriftKind.UnknownMember, name);
        }

        RawJson json = reader.Load();
        JsonApiReader inner = new(json, reader) { Drift = null };
        inner.Advance();
        inner.Document.Path.Enter(name);
        Undeclared(name, json.ToToken()).ReadFrom(ref inner);
        inner.Document.Path.Leave();
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
