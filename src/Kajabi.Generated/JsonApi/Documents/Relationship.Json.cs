using System.Text.Json;
using Newtonsoft.Json;

namespace Kajabi.JsonApi;

/// <content>Reading and writing, including the linkage that Kajabi sends as <c>links.data</c>.</content>
public abstract partial class Relationship
{
    private const int DataOrdinal = 0;
    private const int LinksOrdinal = 1;
    private const int MetaOrdinal = 2;

    private static readonly Utf8NameTable s_names = new(["data", "links", "meta"]);

    private bool _isReceived;
    private bool _isLinkageInLinks;

    internal bool IsReceived => _isReceived;

    internal bool IsPresent => _isReceived || IsModified;

    // Identifiers that the application assigned without their resources stay without them.
    private bool HasResourcesToFind => Linkage?.Identifiers.Count > 0 && (!IsModified || _hasAssignedResources);

    internal void ReadFrom(ref JsonApiReader reader)
    {
        _isReceived = true;
        if (reader.Token != JsonTokenType.StartObject)
        {
            reader.ReportTypeMismatch(name: null);
            Rare.OtherJson = reader.Load();
            return;
        }

        int ordinal = -1;
        while (reader.NextMember(s_names, ref ordinal, out string? name))
        {
            ReadMember(ordinal, name, ref reader);
        }

        if (Linkage is null && Links?.FindRaw("data") is { } misplaced)
        {
            JsonApiReader inner = new(misplaced, reader) { Drift = null, Marks = PresenceMarks.None };
            inner.Advance();
            Linkage = Linkage.TryRead(ref inner, TargetType);
            _isLinkageInLinks = Linkage is not null;
        }

        if (HasResourcesToFind)
        {
            reader.Document.Linked.Add(this);
        }
    }

    internal void WriteTo(MemberWriter writer, JsonApiSerializationMode mode, IReadOnlyList<Resource>? related = null)
    {
        JsonOutput json = writer.Json;
        if (_rare?.OtherJson is { } otherJson && !IsModified && related is null)
        {
            json.WriteRaw(otherJson);
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
            _rare?.Additional?.WriteTo(json);
            WriteMarks(writer, related);
        }

        json.WriteEndObject();
    }

    private void ReadMember(int ordinal, string name, ref JsonApiReader reader)
    {
        reader.Document.Path.Enter(name);
        bool isRead = TryReadMember(ordinal, name, ref reader);
        reader.Document.Path.Leave();
        if (isRead)
        {
            return;
        }

        if (ordinal >= 0)
        {
            reader.ReportTypeMismatch(name);
        }
        else
        {
            reader.Report(ContractDriftKind.UnknownMember, name);
        }

        Rare.Add(name, reader.Load());
    }

    private bool TryReadMember(int ordinal, string name, ref JsonApiReader reader)
    {
        switch (ordinal, reader.Token)
        {
            case (DataOrdinal, _) when Linkage.TryRead(ref reader, TargetType) is { } linkage:
                Linkage = linkage;
                return true;
            case (LinksOrdinal, JsonTokenType.StartObject):
                Links = JsonApiObject.Read<Links>(ref reader);
                return true;
            case (MetaOrdinal, JsonTokenType.StartObject):
                Rare.Meta = JsonApiObject.Read<Meta>(ref reader);
                return true;
            default:
                return name.StartsWith('@') && TryReadMark(name, ref reader);
        }
    }
}
