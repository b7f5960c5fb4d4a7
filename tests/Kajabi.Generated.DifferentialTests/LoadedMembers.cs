using System.Buffers;
using Newtonsoft.Json;

namespace Kajabi.Tests;

/// <summary>
/// What the members contain that the former reader loaded as tokens before it read them: those that precede the type of their
/// resource, or whose resource has no type, undeclared relationships, and the objects of a list.
/// </summary>
/// <param name="HasDuplicates">Whether two members of one object have the same name.</param>
/// <param name="HasSpecialNames">Whether a name is empty or has characters that a path contains in brackets.</param>
internal readonly record struct LoadedMembers(bool HasDuplicates, bool HasSpecialNames)
{
    private static readonly SearchValues<char> s_special = SearchValues.Create(". '/\"[]()\t\n\r\f\b\\\u0085\u2028\u2029");

    private static readonly LoadedMembers s_none = new(false, false);

    /// <summary>Examines a document up to its first malformed token.</summary>
    public static LoadedMembers Find(string json)
    {
        using JsonTextReader reader = new(new StringReader(json.TrimStart('\uFEFF')))
        {
            DateParseHandling = DateParseHandling.None,
            MaxDepth = null,
        };
        Stack<OpenObject> objects = new([new OpenObject(null, isItem: false)]);
        LoadedMembers found = s_none;
        try
        {
            while (reader.Read())
            {
                found = found.With(Visit(reader, objects));
            }
        }
        catch (JsonReaderException)
        {
            // The rest is not read by any reader.
        }

        return objects.Aggregate(found, static (all, one) => all.With(one.Loaded));
    }

    private static LoadedMembers Visit(JsonReader reader, Stack<OpenObject> objects)
    {
        OpenObject current = objects.Peek();
        switch (reader.TokenType)
        {
            case JsonToken.StartObject:
                objects.Push(new OpenObject(current, reader.Path.EndsWith(']')));
                return s_none;
            case JsonToken.PropertyName:
                current.Add((string)reader.Value!);
                return s_none;
            case JsonToken.String when current.IsAtType:
                current.HasType = true;
                return current.Members;
            case JsonToken.EndObject:
                objects.Pop();
                objects.Peek().Include(current.Members);
                return current.Loaded;
            default:
                return s_none;
        }
    }

    private LoadedMembers With(LoadedMembers other) => new(HasDuplicates || other.HasDuplicates, HasSpecialNames || other.HasSpecialNames);

    private sealed class OpenObject(OpenObject? parent, bool isItem)
    {
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);
        private readonly string? _name = parent?._last;
        private string? _last;

        public LoadedMembers Members { get; private set; }

        public bool HasType { get; set; }

        public bool IsAtType => _last == "type" && !HasType;

        /// <summary>Gets the members if they were loaded independently of a type.</summary>
        public LoadedMembers Loaded =>
            (IsResource && !HasType) || (isItem && !IsResource) || parent?._name == "relationships" ? Members : s_none;

        private bool IsResource => _name is null or "data" or "included" or "payload";

        public void Add(string name)
        {
            _last = name;
            Include(new LoadedMembers(!_names.Add(name), name.Length == 0 || name.AsSpan().ContainsAny(s_special)));
        }

        public void Include(LoadedMembers members) => Members = Members.With(members);
    }
}
