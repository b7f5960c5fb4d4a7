using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <content>Reading and writing in one pass: declared members by ordinal, all others as raw JSON.</content>
public partial class JsonApiObject
{
    /// <summary>Gets whether the OpenAPI document declares every member.</summary>
    private protected virtual bool IsClosed => Members.Count > 0;

    internal virtual void ReadMember(int ordinal, MemberReader reader) =>
        throw new InvalidOperationException($"{GetType().Name} declares no member {ordinal}.");

    internal virtual void WriteMember(int ordinal, MemberWriter writer) =>
        throw new InvalidOperationException($"{GetType().Name} declares no member {ordinal}.");

    /// <summary>Reads the object that starts at the cursor.</summary>
    internal void ReadFrom(MemberReader reader)
    {
        PresenceLists marks = default;
        while (reader.Cursor.NextMember(out string? name))
        {
            int ordinal = Members.IndexOf(name);
            if (ordinal < 0 && PresenceLists.IsName(name))
            {
                // Ignored where no marks are read: a response cannot set which members the application assigned.
                JToken list = reader.Cursor.Load();
                if (!marks.TryRead(name, list))
                {
                    (_rawMembers ??= [])[name] = new RawMember(list, isAssigned: false);
                }

                continue;
            }

            if (ordinal < 0)
            {
                if (reader.Cursor.Drift is { } drift && IsClosed && !CustomFieldHandle.IsName(name))
                {
                    drift.Add(ContractDriftKind.UnknownMember, reader.Cursor);
                }

                (_rawMembers ??= [])[name] = new RawMember(reader.Cursor.Load(), isAssigned: false);
                continue;
            }

            ReadDeclared(ordinal, name, reader);
            _received.Set(ordinal);
        }

        ApplyMarks(reader.Cursor.Marks, marks);
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
            return raw.GetForCaller();
        }

        int ordinal = Members.IndexOf(name);
        if (ordinal < 0 || !(_received[ordinal] || _assigned[ordinal]))
        {
            return null;
        }

        using JTokenWriter json = new();
        WriteMember(ordinal, new MemberWriter(json));
        return json.Token;
    }

    private void Set(string name, JToken? value)
    {
        int ordinal = Members.IndexOf(name);
        if (ordinal < 0)
        {
            (_rawMembers ??= [])[name] = new RawMember(value ?? JValue.CreateNull(), isAssigned: true);
            _owner?.Mark(_ordinalInOwner);
            return;
        }

        JsonTokenReader cursor = new(new JTokenReader(value ?? JValue.CreateNull()));
        cursor.Advance();
        ReadDeclared(ordinal, name, new MemberReader(cursor));

        // Last: an invalid value throws, and the previous value must not be sent instead.
        Mark(ordinal);
    }

    private void ReadDeclared(int ordinal, string name, MemberReader reader)
    {
        ReadMember(ordinal, reader);
        if (reader.TryTakeChild(out JsonApiObject? child))
        {
            (child._owner, child._ordinalInOwner) = (this, ordinal);
        }

        if (reader.TryTakeMismatchedValue(out JToken? mismatched))
        {
            (_rawMembers ??= [])[name] = new RawMember(mismatched, isAssigned: false);
        }
        else
        {
            // A duplicate member replaces the raw value of the first one.
            _rawMembers?.Remove(name);
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
