using System.Text.Json;

namespace Kajabi.JsonApi;

/// <content>Deserialization in one pass, with <c>included</c> before or after <c>data</c>, and serialization.</content>
public abstract partial class Document
{
    private const int MaxErrorTokens = 1000;

    private static readonly Utf8NameTable s_names = new(["data", "included", "links", "meta", "jsonapi", "errors"]);

    private AdditionalMemberSet? _additional;
    private IReadOnlyList<Resource>? _receivedIncluded;

    /// <summary>Whether the whole JSON text may be the list that is otherwise under <c>data</c>.</summary>
    private protected virtual bool CanBeBareArray => false;

    /// <summary>Whether the document was read from a list without a document around it.</summary>
    private protected bool IsBareArray { get; private set; }

    /// <summary>The member with the primary data.</summary>
    private protected virtual string DataMember => "data";

    /// <summary>Reads the document at the cursor, whose current token is its first one.</summary>
    internal void ReadFrom(ref JsonApiReader reader)
    {
        switch (reader.Token)
        {
            case JsonTokenType.StartObject:
                int ordinal = -1;
                while (reader.NextMember(s_names, ref ordinal, out string? name))
                {
                    reader.Document.Path.Enter(name);
                    ReadMember(name, ref reader);
                    reader.Document.Path.Leave();
                }

                break;
            case JsonTokenType.StartArray when CanBeBareArray:
                IsBareArray = true;
                ReadData(ref reader);
                break;
            default:
                throw reader.Failure($"Expected a JSON:API document, a JSON object, and found {reader.TokenName}");
        }

        reader.Document.Resolve();
        Complete(reader);
        (_included, DuplicateResourceCount) = (reader.Document.DistinctIncluded(), reader.Document.DuplicateCount);
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
    private protected abstract void ReadData(ref JsonApiReader reader);

    private protected abstract void WriteData(MemberWriter writer, JsonApiSerializationMode mode);

    /// <summary>Rejects a document without a required member, after it was read completely.</summary>
    private protected virtual void Complete(in JsonApiReader reader) { }

    private protected void StoreMember(string name, ref JsonApiReader reader) =>
        AdditionalMemberSet.Add(ref _additional, name, reader.Load());

    private void ReadMember(string name, ref JsonApiReader reader)
    {
        switch (name, reader.Token)
        {
            case (_, _) when name == DataMember:
                ReadData(ref reader);
                break;
            case ("included", JsonTokenType.StartArray):
                _receivedIncluded = reader.Document.ReadIncluded(ref reader);
                break;
            case ("links", JsonTokenType.StartObject):
                Links = JsonApiObject.Read<Links>(ref reader);
                break;
            case ("meta", JsonTokenType.StartObject):
                Meta = JsonApiObject.Read<Meta>(ref reader);
                break;
            case ("jsonapi", JsonTokenType.StartObject):
                JsonApi = JsonApiObject.Read<JsonApiObject>(ref reader);
                break;
            case ("errors", JsonTokenType.StartArray or JsonTokenType.StartObject):
                ThrowIfErrors(ref reader);
                break;
            default:
                StoreMember(name, ref reader);
                break;
        }
    }

    private void ThrowIfErrors(ref JsonApiReader reader)
    {
        bool isList = reader.Token == JsonTokenType.StartArray;
        int count = 0;
        for (int depth = 1; depth > 0 && count < MaxErrorTokens && reader.Read(); count++)
        {
            depth += reader.Token switch
            {
                JsonTokenType.StartArray or JsonTokenType.StartObject => 1,
                JsonTokenType.EndArray or JsonTokenType.EndObject => -1,
                _ => 0,
            };
        }

        if (count > 1)
        {
            throw new KajabiSerializationException("The document contains errors instead of data.", "errors") { HasErrors = true };
        }

        AdditionalMemberSet.Add(ref _additional, "errors", new RawJson(isList ? "[]"u8.ToArray() : "{}"u8.ToArray()));
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
        _additional?.WriteTo(writer.Json);
    }
}
