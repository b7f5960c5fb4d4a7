using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <content>Reading and writing, including the linkage that Kajabi sends as <c>links.data</c>.</content>
public abstract partial class Relationship
{
    private Dictionary<string, JToken>? _additional;
    private JToken? _otherJson;
    private bool _isReceived;
    private bool _isLinkageInLinks;

    internal bool IsReceived => _isReceived;

    internal bool IsPresent => _isReceived || IsModified;

    // Identifiers that the application assigned without their resources stay without them.
    private bool HasResourcesToFind => Linkage?.Identifiers.Count > 0 && (!IsModified || _hasAssignedResources);

    internal void ReadFrom(MemberReader reader)
    {
        JsonTokenReader cursor = reader.Cursor;
        _isReceived = true;
        if (cursor.Token != JsonToken.StartObject)
        {
            cursor.Drift?.AddTypeMismatch(cursor);
            _otherJson = cursor.Load();
            return;
        }

        while (cursor.NextMember(out string? name))
        {
            ReadMember(name, reader);
        }

        if (Linkage is null && Links?["data"] is { } misplaced)
        {
            JsonTokenReader inner = new(new JTokenReader(misplaced));
            inner.Advance();
            Linkage = Linkage.TryRead(inner, TargetType);
            _isLinkageInLinks = Linkage is not null;
        }

        if (HasResourcesToFind)
        {
            reader.Linked.Add(this);
        }
    }

    internal void WriteTo(MemberWriter writer, JsonApiSerializationMode mode, IReadOnlyList<Resource>? related = null)
    {
        JsonWriter json = writer.Json;
        if (_otherJson is not null && !IsModified && related is null)
        {
            _otherJson.WriteTo(json);
            return;
        }

        json.WriteStartObject();
        if (Linkage is not null && (IsModified || !_isLinkageInLinks))
        {
            json.WritePropertyName("data");
            Linkage.Write(json);
        }

        if (mode == JsonApiSerializationMode.Full)
        {
            writer.WriteIfAny("links", Links);
            writer.WriteIfAny("meta", Meta);
            AdditionalMemberSet.Write(_additional, json);
            WriteMarks(writer, related);
        }

        json.WriteEndObject();
    }

    private void ReadMember(string name, MemberReader reader)
    {
        JsonTokenReader cursor = reader.Cursor;
        switch (name, cursor.Token)
        {
            case ("data", _) when Linkage.TryRead(cursor, TargetType) is { } linkage:
                Linkage = linkage;
                break;
            case ("links", JsonToken.StartObject):
                Links = JsonApiObject.Read<Links>(reader);
                break;
            case ("meta", JsonToken.StartObject):
                Meta = JsonApiObject.Read<Meta>(reader);
                break;
            case (['@', ..], _) when TryReadMark(name, reader):
                break;
            case ("data" or "links" or "meta", _):
                cursor.Drift?.AddTypeMismatch(cursor);
                AdditionalMemberSet.Add(ref _additional, name, cursor.Load());
                break;
            default:
                cursor.Drift?.Add(ContractDriftKind.UnknownMember, cursor);
                AdditionalMemberSet.Add(ref _additional, name, cursor.Load());
                break;
        }
    }
}
