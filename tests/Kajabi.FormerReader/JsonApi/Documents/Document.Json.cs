using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <content>Deserialization in one pass, with <c>included</c> before or after <c>data</c>, and serialization.</content>
public abstract partial class Document
{
    private const int MaxErrorTokens = 1000;

    private Dictionary<string, JToken>? _additional;
    private IReadOnlyList<Resource>? _receivedIncluded;

    /// <summary>Whether the whole JSON text may be the list that is otherwise under <c>data</c>.</summary>
    private protected virtual bool CanBeBareArray => false;

    /// <summary>Whether the document was read from a list without a document around it.</summary>
    private protected bool IsBareArray { get; private set; }

    /// <summary>The member with the primary data.</summary>
    private protected virtual string DataMember => "data";

    /// <summary>Reads the document at the cursor, whose current token is its first one.</summary>
    internal void ReadFrom(JsonTokenReader cursor)
    {
        DocumentReader reader = new(cursor);
        switch (cursor.Token)
        {
            case JsonToken.StartObject:
                while (cursor.NextMember(out string? name))
                {
                    ReadMember(name, reader);
                }

                break;
            case JsonToken.StartArray when CanBeBareArray:
                IsBareArray = true;
                ReadData(reader);
                break;
            default:
                throw cursor.Failure($"Expected a JSON:API document, a JSON object, and found {cursor.Token}");
        }

        reader.Resolve();
        Complete(reader);
        (_included, DuplicateResourceCount) = (reader.DistinctIncluded(), reader.DuplicateCount);
    }

    internal virtual void WriteTo(MemberWriter writer, JsonApiSerializationMode mode)
    {
        writer.Json.WriteStartObject();
        writer.HasAssignedRelationships =
            writer.Marks != PresenceMarks.None && RelatedResources.HaveAssignedRelationships([.. PrimaryData, .. _included ?? []]);
        WriteData(writer, mode);
        if (mode == JsonApiSerializationMode.Full)
        {
            WriteReceived(writer);
        }
        else if (Meta is { HasAssigned: true })
        {
            writer.Json.WritePropertyName("meta");
            Meta.WriteTo(writer, mode);
        }

        writer.Json.WriteEndObject();
    }

    /// <summary>Throws if the document has nothing that a write would send.</summary>
    /// <exception cref="ArgumentException">Nothing is assigned, or a related resource has no id.</exception>
    internal virtual void ThrowIfNothingToSend() { }

    /// <summary>Reads the value of <c>data</c> at the cursor.</summary>
    private protected abstract void ReadData(DocumentReader reader);

    private protected abstract void WriteData(MemberWriter writer, JsonApiSerializationMode mode);

    /// <summary>Rejects a document without a required member, after it was read completely.</summary>
    private protected virtual void Complete(DocumentReader reader) { }

    private protected void StoreMember(string name, DocumentReader reader) =>
        AdditionalMemberSet.Add(ref _additional, name, reader.Cursor.Load());

    private void ReadMember(string name, DocumentReader reader)
    {
        switch (name, reader.Cursor.Token)
        {
            case (_, _) when name == DataMember:
                ReadData(reader);
                break;
            case ("included", JsonToken.StartArray):
                _receivedIncluded = reader.ReadIncluded();
                break;
            case ("links", JsonToken.StartObject):
                Links = JsonApiObject.Read<Links>(reader.Members);
                break;
            case ("meta", JsonToken.StartObject):
                Meta = JsonApiObject.Read<Meta>(reader.Members);
                break;
            case ("jsonapi", JsonToken.StartObject):
                JsonApi = JsonApiObject.Read<JsonApiObject>(reader.Members);
                break;
            case ("errors", JsonToken.StartArray or JsonToken.StartObject):
                ThrowIfErrors(reader.Cursor);
                break;
            default:
                StoreMember(name, reader);
                break;
        }
    }

    /// <summary>
    /// Throws if the document contains errors, without loading them: the errors of a response are read from its body, up to a limit.
    /// The first tokens are read here, so that JSON that is malformed or nests too deeply is reported as such.
    /// </summary>
    private void ThrowIfErrors(JsonTokenReader cursor)
    {
        bool isList = cursor.Token == JsonToken.StartArray;
        int count = 0;
        for (int depth = 1; depth > 0 && count < MaxErrorTokens && cursor.Read(); count++)
        {
            depth += cursor.Token switch
            {
                JsonToken.StartArray or JsonToken.StartObject => 1,
                JsonToken.EndArray or JsonToken.EndObject => -1,
                _ => 0,
            };
        }

        if (count > 1)
        {
            throw new KajabiSerializationException("The document contains errors instead of data.", "errors") { HasErrors = true };
        }

        AdditionalMemberSet.Add(ref _additional, "errors", isList ? new JArray() : new JObject());
    }

    private void WriteReceived(MemberWriter writer)
    {
        // After the received resources, those that the application assigned to a relationship.
        IReadOnlyList<Resource> assigned = RelatedResources.Find([.. PrimaryData, .. _receivedIncluded ?? []]);
        if (_receivedIncluded is not null || assigned.Count > 0)
        {
            writer.Json.WritePropertyName("included");
            writer.Write([.. _receivedIncluded ?? [], .. assigned]);
        }

        writer.WriteIfAny("links", Links);
        writer.WriteIfAny("meta", Meta);
        writer.WriteIfAny("jsonapi", JsonApi);
        AdditionalMemberSet.Write(_additional, writer.Json);
    }
}
