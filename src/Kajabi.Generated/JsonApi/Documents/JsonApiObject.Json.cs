using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <content>Reading and writing: one pass, declared members by ordinal, the rest kept as it stands.</content>
public partial class JsonApiObject
{
    /// <summary>Whether the contract means to list every member.</summary>
    private protected virtual bool IsClosed => Members.Count > 0;

    internal virtual void ReadMember(int ordinal, MemberReader reader) =>
        throw new InvalidOperationException($"{GetType().Name} declares no member {ordinal}.");

    internal virtual void WriteMember(int ordinal, MemberWriter writer) =>
        throw new InvalidOperationException($"{GetType().Name} declares no member {ordinal}.");

    /// <summary>Reads the object at the cursor, which stands on its start.</summary>
    internal void ReadFrom(MemberReader reader)
    {
        PresenceLists marks = default;
        while (reader.Cursor.NextMember(out string? name))
        {
            int ordinal = Members.IndexOf(name);
            if (ordinal < 0 && PresenceLists.IsName(name))
            {
                // Left out where no marks are read: a response cannot say what your code assigned.
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
        if (_rawMembers is not null && _rawMembers.TryGetValue(name, out RawMember? kept))
        {
            return kept.GetForCaller();
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

        // Last: a value that is not JSON throws, and the one before it must not be sent in its place.
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
            // A repeated member replaces what was kept of the first.
            _rawMembers?.Remove(name);
        }
    }

    private void WriteDeclared(int ordinal, MemberWriter writer)
    {
        string name = Members[ordinal].Name;
        writer.Json.WritePropertyName(name);
        if (_rawMembers is not null && _rawMembers.TryGetValue(name, out RawMember? kept))
        {
            kept.Value.WriteTo(writer.Json);
        }
        else
        {
            WriteMember(ordinal, writer);
        }
    }

    private void WriteUndeclared(MemberWriter writer, JsonApiSerializationMode mode)
    {
        foreach ((string name, RawMember kept) in _rawMembers ?? [])
        {
            if (Members.IndexOf(name) < 0 && (mode == JsonApiSerializationMode.Full || kept.IsModified))
            {
                writer.Json.WritePropertyName(name);
                kept.Value.WriteTo(writer.Json);
            }
        }
    }
}
