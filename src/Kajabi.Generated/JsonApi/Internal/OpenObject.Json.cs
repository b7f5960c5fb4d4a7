using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi;

/// <content>Reading and writing: one pass, declared members by ordinal, the rest kept as it stands.</content>
public partial class OpenObject
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
                    (_kept ??= [])[name] = new KeptMember(list, isAssigned: false);
                }

                continue;
            }

            if (ordinal < 0)
            {
                if (reader.Cursor.Drift is { } drift && IsClosed && !CustomFieldHandle.IsName(name))
                {
                    drift.Add(ContractDriftKind.UnknownMember, reader.Cursor);
                }

                (_kept ??= [])[name] = new KeptMember(reader.Cursor.Load(), isAssigned: false);
                continue;
            }

            ReadDeclared(ordinal, name, reader);
            _received.Set(ordinal);
        }

        ApplyMarks(reader.Cursor.Marks, marks);
    }

    internal void WriteTo(MemberWriter writer, JsonApiWriteMode mode)
    {
        writer.Json.WriteStartObject();
        for (int ordinal = 0; ordinal < Members.Count; ordinal++)
        {
            bool isWritten = mode == JsonApiWriteMode.Everything
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
        if (_kept is not null && _kept.TryGetValue(name, out KeptMember? kept))
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
            (_kept ??= [])[name] = new KeptMember(value ?? JValue.CreateNull(), isAssigned: true);
            _owner?.Mark(_ordinalInOwner);
            return;
        }

        JsonCursor cursor = new(new JTokenReader(value ?? JValue.CreateNull()));
        cursor.Advance();
        ReadDeclared(ordinal, name, new MemberReader(cursor));

        // Last: a value that is not JSON throws, and the one before it must not be sent in its place.
        Mark(ordinal);
    }

    private void ReadDeclared(int ordinal, string name, MemberReader reader)
    {
        ReadMember(ordinal, reader);
        if (reader.TryTakeChild(out OpenObject? child))
        {
            (child._owner, child._ordinalInOwner) = (this, ordinal);
        }

        if (reader.TryTakeMisfit(out JToken? misfit))
        {
            (_kept ??= [])[name] = new KeptMember(misfit, isAssigned: false);
        }
        else
        {
            // A repeated member replaces what was kept of the first.
            _kept?.Remove(name);
        }
    }

    private void WriteDeclared(int ordinal, MemberWriter writer)
    {
        string name = Members[ordinal].Name;
        writer.Json.WritePropertyName(name);
        if (_kept is not null && _kept.TryGetValue(name, out KeptMember? kept))
        {
            kept.Value.WriteTo(writer.Json);
        }
        else
        {
            WriteMember(ordinal, writer);
        }
    }

    private void WriteUndeclared(MemberWriter writer, JsonApiWriteMode mode)
    {
        foreach ((string name, KeptMember kept) in _kept ?? [])
        {
            if (Members.IndexOf(name) < 0 && (mode == JsonApiWriteMode.Everything || kept.IsAssigned))
            {
                writer.Json.WritePropertyName(name);
                kept.Value.WriteTo(writer.Json);
            }
        }
    }
}
