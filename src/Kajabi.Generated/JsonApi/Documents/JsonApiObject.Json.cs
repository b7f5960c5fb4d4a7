using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <content>Reading and writing in one pass: declared members by ordinal, all others as raw JSON.</content>
public partial class JsonApiObject
{
    /// <summary>Gets whether the OpenAPI document declares every member.</summary>
    private protected virtual bool IsClosed => Members.Count > 0;

    internal virtual void ReadMember(int ordinal, ref JsonApiReader reader) =>
        throw new InvalidOperationException($"{GetType().Name} declares no member {ordinal}.");

    internal virtual void WriteMember(int ordinal, MemberWriter writer) =>
        throw new InvalidOperationException($"{GetType().Name} declares no member {ordinal}.");

    /// <summary>Reads the object that starts at the cursor.</summary>
    internal void ReadFrom(ref JsonApiReader reader)
    {
        MemberTable table = Members;
        PresenceLists marks = default;
        int ordinal = -1;
        while (reader.NextMember(table.Names, ref ordinal, out string? name))
        {
            if (ordinal >= 0)
            {
                ReadDeclared(ordinal, name, ref reader);
                _received.Set(ordinal);
            }
            else
            {
                ReadUndeclared(name, ref reader, ref marks);
            }
        }

        ApplyMarks(reader.Marks, marks);
    }

    internal void WriteTo(MemberWriter writer, JsonApiSerializationMode mode)
    {
        writer.Json.WriteStartObject();
        for (int ordinal = 0; ordinal < Members.Count; ordinal++)
        {
            bool isWritten =
                mode == JsonApiSerializationMode.Full
                    ? _received[ordinal] || _assigned[ordinal]
                    : _assigned[ordinal] && !Members[ordinal].IsReadOnly;
            if (isWritten)
            {
                WriteDeclared(ordinal, writer);
            }
        }

        WriteUndeclared(writer, mode);
        WriteMarks(writer);
        writer.Json.WriteEndObject();
    }

    private JToken? Get(string name)
    {
        if (_rawMembers is not null && _rawMembers.TryGetValue(name, out RawMember? raw))
        {
            return raw.Value.Token;
        }

        int ordinal = Members.IndexOf(name);
        if (ordinal < 0 || !(_received[ordinal] || _assigned[ordinal]))
        {
            return null;
        }

        using JTokenWriter json = new();
        WriteMember(ordinal, new MemberWriter(new TokenOutput(json)));
        return json.Token;
    }

    private void Set(string name, JToken? value)
    {
        int ordinal = Members.IndexOf(name);
        if (ordinal < 0)
        {
            (_rawMembers ??= [])[name] = new RawMember(new RawValue(value ?? JValue.CreateNull()), isAssigned: true);
            _owner?.Mark(_ordinalInOwner);
            return;
        }

        Replace(ordinal, name, RawJson.From(ParsedToken.Normalize((value ?? JValue.CreateNull()).DeepClone())));
        RawMember? other = _rawMembers?.GetValueOrDefault(name);

        // Last: an invalid value throws, and the previous value must not be sent instead.
        Mark(ordinal);
        if (other is not null && Get(name) is null or { Type: JTokenType.Null })
        {
            // The property cannot have the value, such as a list instead of a text. Null would delete the member.
            _rawMembers![name] = new RawMember(other.Value, isAssigned: true);
        }
    }

    private void Replace(int ordinal, string name, RawJson json)
    {
        using DocumentReader document = new();
        JsonApiReader reader = new(json, document);
        reader.Advance();
        ReadDeclared(ordinal, name, ref reader);
    }

    private void ReadDeclared(int ordinal, string name, ref JsonApiReader reader)
    {
        bool isContainer = reader.Token is JsonTokenType.StartObject or JsonTokenType.StartArray;
        if (isContainer)
        {
            reader.Document.Path.Enter(name);
        }

        ReadMember(ordinal, ref reader);
        if (isContainer)
        {
            reader.Document.Path.Leave();
        }

        if (!reader.HasRemainder)
        {
            // A duplicate member replaces the raw value of the first one.
            _rawMembers?.Remove(name);
            return;
        }

        reader.TakeRemainder(out RawJson? raw, out JsonApiObject? child);
        if (child is not null)
        {
            (child._owner, child._ordinalInOwner) = (this, ordinal);
        }

        if (raw is not null)
        {
            (_rawMembers ??= [])[name] = new RawMember(new RawValue(raw), isAssigned: false);
        }
        else
        {
            _rawMembers?.Remove(name);
        }
    }

    private void ReadUndeclared(string name, ref JsonApiReader reader, ref PresenceLists marks)
    {
        bool isList = PresenceLists.IsName(name);
        if (!isList && reader.Drift is not null && IsClosed && !CustomFieldHandle.IsName(name))
        {
            reader.Report(ContractDriftKind.UnknownMember, name);
        }

        // Lists are ignored where no marks are read: a response cannot set which members the application assigned.
        RawJson json = reader.Load();
        if (!isList || !marks.TryRead(name, json))
        {
            (_rawMembers ??= [])[name] = new RawMember(new RawValue(json), isAssigned: false);
        }
    }

    private void WriteDeclared(int ordinal, MemberWriter writer)
    {
        string name = Members[ordinal].Name;
        writer.Json.WritePropertyName(name);
        if (_rawMembers is not null && _rawMembers.TryGetValue(name, out RawMember? raw))
        {
            raw.Value.WriteTo(writer.Json);
        }
        else
        {
            WriteMember(ordinal, writer);
        }
    }

    private void WriteUndeclared(MemberWriter writer, JsonApiSerializationMode mode)
    {
        foreach ((string name, RawMember raw) in _rawMembers ?? [])
        {
            if (Members.IndexOf(name) < 0 && (mode == JsonApiSerializationMode.Full || raw.IsModified))
            {
                writer.Json.WritePropertyName(name);
                raw.Value.WriteTo(writer.Json);
            }
        }
    }
}
