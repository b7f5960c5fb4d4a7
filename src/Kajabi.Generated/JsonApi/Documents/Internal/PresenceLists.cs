using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>
/// The names of the received and the assigned members of one object, serialized as additional members. JSON:API 1.1 allows
/// members that begin with an at sign everywhere and requires readers to ignore unknown ones.
/// </summary>
internal struct PresenceLists
{
    public const string AssignedName = "@assigned";
    public const string ReceivedName = "@received";

    private HashSet<string>? _assigned;
    private HashSet<string>? _received;

    public readonly bool IsEmpty => _assigned is null && _received is null;

    public static bool IsName(string name) => name is AssignedName or ReceivedName;

    /// <summary>Reads a list; returns false if the JSON is not a list of names.</summary>
    public bool TryRead(string name, RawJson raw)
    {
        if (raw.ToToken() is not JArray list || list.Any(static item => item.Type != JTokenType.String))
        {
            return false;
        }

        HashSet<string> names = [.. list.Select(static item => (string)item!)];
        (_assigned, _received) = name == AssignedName ? (names, _received) : (_assigned, names);
        return true;
    }

    public readonly bool IsModified(string name, PresenceMarks marks) => _assigned?.Contains(name) ?? marks == PresenceMarks.Assigned;

    public readonly bool IsPresent(string name, PresenceMarks marks) => _received?.Contains(name) ?? marks == PresenceMarks.Received;
}
