using Kajabi.Contract.Compose.Model;
using Kajabi.Contract.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Compose;

/// <summary>Gives an attribute its C# type, its reader and its schema in the composed document.</summary>
/// <param name="model">Takes the enums and nested classes that attributes need.</param>
/// <param name="findings">Takes what has no type.</param>
internal sealed class TypeMapper(ComposedModel model, FindingCollector findings)
{
    /// <summary>From here on, a schema that has a class gets no second one. Ours comes nowhere near.</summary>
    private const int MostOwnObjects = 2000;

    /// <summary>Objects that are nested deeper are read as objects without declared members.</summary>
    private const int MaxNesting = 64;

    private readonly Dictionary<JObject, string> _names = [];
    private readonly HashSet<JObject> _open = [];

    public MemberModel Type(string wireName, SchemaNode schema, string owner)
    {
        JObject composed = new() { ["description"] = schema.Description ?? string.Empty };
        (string type, string reader) = TypeOf(wireName, schema, owner, composed);
        string name = Naming.Member(wireName);
        if (schema.IsNullable)
        {
            composed["nullable"] = true;
        }

        composed["x-csharp-name"] = name;
        composed["x-csharp-type"] = type;
        composed["x-reader"] = reader;
        composed["x-read-only"] = schema.IsReadOnly;
        if (schema.IsReadOnly)
        {
            composed["readOnly"] = true;
        }

        if (schema.IsDeprecated)
        {
            composed["deprecated"] = true;
        }

        return new MemberModel(wireName, name, type, reader, composed);
    }

    /// <summary>Returns the properties of a schema that can have a C# name, and reports the others, which stay undeclared.</summary>
    /// <param name="schema">The schema of an object.</param>
    /// <param name="owner">The C# class, for the message.</param>
    public IEnumerable<KeyValuePair<string, SchemaNode>> NamedMembers(SchemaNode schema, string owner)
    {
        foreach (KeyValuePair<string, SchemaNode> property in schema.Properties)
        {
            if (Naming.Member(property.Key).Length > 0)
            {
                yield return property;
            }
            else
            {
                findings.Add(
                    Rule.NameWithoutIdentifier,
                    property.Value.Place,
                    $"`{property.Key}` of {owner} contains no letter or digit to name a property after."
                );
            }
        }
    }

    private (string Type, string Reader) TypeOf(string wireName, SchemaNode schema, string owner, JObject composed)
    {
        IReadOnlyList<string> kinds = schema.Kinds;
        if (schema.EnumValues is { Count: > 0 } values && kinds is ["string"])
        {
            return Enum(wireName, schema, owner, values, composed);
        }

        // An id is a string whatever the wire makes of it, so that it compares with every other id.
        bool isId = wireName == "id" || wireName.EndsWith("_id", StringComparison.Ordinal);
        switch (kinds)
        {
            case ["string"] when schema.Format == "date-time":
                return Plain(composed, "string", "DateTimeOffset?", "DateTime", "date-time");
            case ["string"] when schema.Format == "date":
                return Plain(composed, "string", "DateOnly?", "Date", "date");
            case ["string"]:
                return Plain(composed, "string", "string?", "String");
            case ["integer"] when !isId:
                return Plain(composed, "integer", "long?", "Int64", "int64");
            case ["number"]:
                return Plain(composed, "number", "decimal?", "Decimal");
            case ["boolean"]:
                return Plain(composed, "boolean", "bool?", "Boolean");
            case ["integer"]:
            case [_, _, ..] when kinds.Contains("string"):
                composed["x-wire-types"] = new JArray(kinds);
                return Plain(composed, "string", "string?", "String");
            case ["array"]:
                return List(wireName, schema, owner, composed);
            case ["object"]:
                return Object(wireName, schema, owner, composed);
            default:
                findings.Add(
                    Rule.UnsupportedSchema,
                    schema.Place,
                    $"`{wireName}` of {owner} has no single type that a property could have."
                );
                return Plain(composed, "object", "JsonApiObject?", "JsonApiObject");
        }
    }

    private (string Type, string Reader) Enum(
        string wireName,
        SchemaNode schema,
        string owner,
        IReadOnlyList<string> values,
        JObject composed
    )
    {
        string name = schema.Text("x-enum-name") ?? owner + Naming.Pascal(wireName);
        model.Enums[name] = new EnumModel(name, "enum", schema.Description ?? string.Empty, values) { Place = schema.Place };
        composed["type"] = "string";
        composed["enum"] = new JArray(values);
        return ($"{name}?", $"Enum<{name}>");
    }

    private (string Type, string Reader) List(string wireName, SchemaNode schema, string owner, JObject composed)
    {
        composed["type"] = "array";
        if (schema.Items is not { IsObject: true } items)
        {
            composed["items"] = new JObject { ["type"] = "string" };
            return ("IReadOnlyList<string>?", "StringList");
        }

        if (IsTooDeep(items, owner))
        {
            composed["items"] = Reference("JsonApiObject");
            return ("IReadOnlyList<JsonApiObject>?", "ObjectList<JsonApiObject>");
        }

        string name = AddObject(owner + Naming.Singular(Naming.Pascal(wireName)), items, schema.Description);
        composed["items"] = Reference(name);
        return ($"IReadOnlyList<{name}>?", $"ObjectList<{name}>");
    }

    private (string Type, string Reader) Object(string wireName, SchemaNode schema, string owner, JObject composed)
    {
        composed["type"] = "object";
        if (!schema.Properties.Any() || IsTooDeep(schema, owner))
        {
            return ("JsonApiObject?", "JsonApiObject");
        }

        string name = AddObject(owner + Naming.Pascal(wireName), schema, schema.Description);
        composed["x-object"] = name;
        return ($"{name}?", $"Object<{name}>");
    }

    private bool IsTooDeep(SchemaNode schema, string owner)
    {
        bool isTooDeep = _open.Count >= MaxNesting && !_names.ContainsKey(schema.Target);
        if (isTooDeep)
        {
            findings.Add(
                Rule.UnsupportedSchema,
                schema.Place,
                $"The objects below this one are nested more than {MaxNesting} levels deep in {owner[..Math.Min(owner.Length, 80)]}."
            );
        }

        return isTooDeep;
    }

    private string AddObject(string name, SchemaNode schema, string? descriptionOfMember)
    {
        // What contains itself has a class that does, and so has what refers to each other without end.
        if (
            _names.TryGetValue(schema.Target, out string? known) && (_open.Contains(schema.Target) || model.Objects.Count >= MostOwnObjects)
        )
        {
            return known;
        }

        _names[schema.Target] = name;
        _open.Add(schema.Target);
        IReadOnlyList<MemberModel> members = [.. NamedMembers(schema, name).Select(property => Type(property.Key, property.Value, name))];
        _open.Remove(schema.Target);
        model.Objects[name] = new ObjectModel(name, "object", schema.Description ?? descriptionOfMember, members);
        return name;
    }

    private static JObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    private static (string Type, string Reader) Plain(JObject composed, string kind, string type, string reader, string? format = null)
    {
        composed["type"] = kind;
        if (format is not null)
        {
            composed["format"] = format;
        }

        return (type, reader);
    }
}
