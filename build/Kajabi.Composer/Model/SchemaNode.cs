using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;

namespace Kajabi.Composer.Model;

/// <summary>A schema with its reference resolved: the keywords of the target, overridden by those beside the reference.</summary>
internal sealed class SchemaNode
{
    /// <summary>The maximum length of a chain of references.</summary>
    public const int MaxReferences = 100;

    /// <summary>The extension with the reason of <c>deprecated: true</c>, which is the warning of the compiler.</summary>
    public const string DeprecationReasonKeyword = "x-deprecation-reason";

    private readonly JObject _root;
    private readonly JObject _own;

    // The schema, the schemas that it only wraps, and the target: keywords of an earlier one apply.
    private readonly List<JObject> _layers = [];
    private readonly JObject _target;
    private readonly bool _hasNullAlternative;

    /// <param name="root">The document.</param>
    /// <param name="schema">The schema: an object, or true or false.</param>
    /// <param name="location">The location for messages; null for the schema itself.</param>
    public SchemaNode(JObject root, JToken schema, JToken? location = null)
    {
        _root = root;
        Location = location ?? schema;
        _own = schema as JObject ?? [];
        _target = Follow(root, _own);
        _layers.Add(_own);
        while (SchemaWrapper.Unwrap(_target) is { } wrapped && _layers.Count < MaxReferences)
        {
            _layers.AddRange([_target, .. wrapped.Annotations]);
            _hasNullAlternative |= wrapped.AllowsNull;
            _target = Follow(root, wrapped.Content);
            _layers.Add(wrapped.Content);
        }

        _layers.Add(_target);
    }

    /// <summary>Gets the location of the schema, for messages.</summary>
    public JToken Location { get; }

    /// <summary>Gets the target of the reference, or the schema itself.</summary>
    public JObject Target => _target;

    public string? Description => Text("description");

    public string? Format => Text("format");

    public bool IsReadOnly => Flag("readOnly");

    public bool IsDeprecated => Flag("deprecated");

    public string? DeprecationReason => Text(DeprecationReasonKeyword);

    public bool IsObject => Kinds.Contains("object") || _target["properties"] is not null;

    public bool IsArray => Kinds.Contains("array");

    public bool IsNullable => _hasNullAlternative || Flag("nullable") || TypeNames().Contains("null");

    /// <summary>Gets the allowed JSON types without null; see <see cref="IsNullable"/>.</summary>
    public IReadOnlyList<string> Kinds => [.. TypeNames().Where(static kind => kind != "null")];

    public IReadOnlyList<string> EnumValues =>
        [
            .. Values()
                .OfType<JValue>()
                .Where(static value => value.Type != JTokenType.Null)
                .Select(static value => value.Value as string ?? CanonicalJson.Format(value))
                .Distinct(),
        ];

    public IEnumerable<KeyValuePair<string, SchemaNode>> Properties =>
        (_target["properties"] as JObject ?? [])
            .Properties()
            .Select(property => KeyValuePair.Create(property.Name, new SchemaNode(_root, property.Value)));

    public SchemaNode? Items => _target["items"] is JObject items ? new SchemaNode(_root, items) : null;

    public IReadOnlyList<SchemaNode> Alternatives =>
        [.. (_target["anyOf"] as JArray ?? _target["oneOf"] as JArray ?? []).Select(alternative => new SchemaNode(_root, alternative))];

    public JToken? this[string keyword] => _layers.Select(layer => layer[keyword]).FirstOrDefault(static value => value is not null);

    public SchemaNode? Property(string name) => _target["properties"]?[name] is JObject property ? new SchemaNode(_root, property) : null;

    public string? Text(string keyword) => (string?)(this[keyword] as JValue);

    private static JObject Follow(JObject root, JObject schema)
    {
        HashSet<JObject> seen = [];
        JObject current = schema;
        while (current["$ref"] is JValue { Value: string reference } && seen.Count < MaxReferences && seen.Add(current))
        {
            current = Resolve(root, reference) as JObject ?? [];
        }

        return current;
    }

    /// <summary>Returns the target of a reference in the same document, or null.</summary>
    internal static JToken? Resolve(JObject root, string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return null;
        }

        JToken? current = root;
        foreach (string step in Uri.UnescapeDataString(reference[2..]).Split('/'))
        {
            string name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            current = current is JArray list
                ? int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < list.Count
                    ? list[index]
                    : null
                : (current as JObject)?[name];
        }

        return current;
    }

    private bool Flag(string keyword) => this[keyword] is JValue { Value: true };

    private IEnumerable<string> TypeNames() =>
        _target["type"] switch
        {
            JArray list => list.Values<string>().OfType<string>(),
            JValue { Value: string one } => [one],
            _ => Values().Select(TypeOf).OfType<string>().Distinct(),
        };

    private IEnumerable<JToken> Values() => _target["const"] is { } constant ? [constant] : _target["enum"] as JArray ?? [];

    private static string? TypeOf(JToken value) =>
        value.Type switch
        {
            JTokenType.String => "string",
            JTokenType.Integer => "integer",
            JTokenType.Float => "number",
            JTokenType.Boolean => "boolean",
            JTokenType.Array => "array",
            JTokenType.Object => "object",
            JTokenType.Null => "null",
            _ => null,
        };
}
