using Newtonsoft.Json;

namespace Kajabi.JsonApi;

/// <content>Reading and writing of the presence marks.</content>
public partial class JsonApiObject
{
    /// <summary>Gets whether an object that is deserialized on its own counts as assigned.</summary>
    internal virtual bool IsChange => true;

    /// <summary>Gets whether a write would send at least one member.</summary>
    internal bool HasMembersToSend =>
        (_rawMembers?.Any(member => member.Value.IsModified && Members.IndexOf(member.Key) < 0) ?? false)
        || Enumerable.Range(0, Members.Count).Any(ordinal => _assigned[ordinal] && !Members[ordinal].IsReadOnly);

    /// <summary>Applies the presence marks to the members that were read, which all count as received before.</summary>
    private void ApplyMarks(PresenceMarks marks, in PresenceLists lists)
    {
        if (marks == PresenceMarks.None || (marks == PresenceMarks.Received && lists.IsEmpty))
        {
            return;
        }

        BitSet present = _received;
        (_received, _assigned) = (default, default);
        for (int ordinal = 0; ordinal < Members.Count; ordinal++)
        {
            string name = Members[ordinal].Name;
            if (present[ordinal] && lists.IsPresent(name, marks))
            {
                _received.Set(ordinal);
            }

            if (present[ordinal] && lists.IsModified(name, marks))
            {
                _assigned.Set(ordinal);
            }
        }

        foreach (string name in AdditionalMembers.ToList())
        {
            _rawMembers![name] = new RawMember(_rawMembers[name].Value, lists.IsModified(name, marks));
        }
    }

    /// <summary>Writes the names of the received and the assigned members if they differ from the default.</summary>
    private void WriteMarks(MemberWriter writer)
    {
        if (writer.Marks == PresenceMarks.None || (writer.Marks == PresenceMarks.Received && !HasAssigned))
        {
            return;
        }

        List<string> present =
        [
            .. DeclaredMembers.Select(static member => member.Name).Where(name => IsPresent(name) || IsModified(name)),
            .. AdditionalMembers,
        ];
        List<string> assigned = [.. present.Where(IsModified)];
        List<string> received = [.. present.Where(IsPresent)];
        bool isAssignedByDefault = writer.Marks == PresenceMarks.Assigned;
        if (assigned.Count != (isAssignedByDefault ? present.Count : 0))
        {
            WriteNames(writer.Json, PresenceLists.AssignedName, assigned);
        }

        if (received.Count != (isAssignedByDefault ? 0 : present.Count))
        {
            WriteNames(writer.Json, PresenceLists.ReceivedName, received);
        }
    }

    private static void WriteNames(JsonWriter json, string list, List<string> names)
    {
        json.WritePropertyName(list);
        json.WriteStartArray();
        foreach (string name in names)
        {
            json.WriteValue(name);
        }

        json.WriteEndArray();
    }
}
