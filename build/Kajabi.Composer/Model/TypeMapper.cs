using Kajabi.Composer.Naming;
using Kajabi.Composer.Rules;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Model;

/// <summary>Determines the C# type, the reader and the composed schema of an attribute.</summary>
/// <param name="model">The model to add enums and nested classes to.</param>
/// <param name="findings">Collects the unsupported schemas.</param>
internal sealed class TypeMapper(ComposedModel model, FindingCollector findings)
{
    /// <summary>
    /// The number of objects above which a shared schema has only one class. Our OpenAPI document is far below it.
    /// </summary>
    private const int MaxSeparateObjects = 2000;

    /// <summary>The maximum nesting. Objects below it have no declared members.</summary>
    private const int MaxNesting = 64;

    private readonly Dictionary<JObject, string> _names = [];
    private readonly HashSet<JObject> _open = [];

    public MemberModel Type(string apiName, SchemaNode schema, string owner)
    {
        JObject composed = [];
        if (schema.Description is { } description)
        {
            composed["description"] = description;
        }

        (string type, string reader) = MapType(apiName, schema, owner, composed);
        string name = schema.Text(NameKeywords.Member) ?? CSharpName.Member(apiName);
        if (schema.IsNullable)
        {
            // OpenAPI 3.0 ignores `nullable` without a `type` beside it.
            foreach (JToken typed in composed["anyOf"]?.AsEnumerable() ?? [composed])
            {
                typed["nullable"] = true;
            }
        }

        if (schema.IsReadOnly)
        {
            composed["readOnly"] = true;
        }

        if (schema.IsDeprecated)
        {
            composed["deprecated"] = true;
        }

        return new MemberModel(apiName, name, type, reader, composed, schema.Location, schema.DeprecationReason);
    }

    /// <summary>Returns the properties of a schema that have a C# name, and reports the others.</summary>
    /// <param name="schema">The schema of an object.</param>
    /// <param name="owner">The C# class, for the message.</param>
    public IEnumerable<KeyValuePair<string, SchemaNode>> NamedMembers(SchemaNode schema, string owner)
    {
        foreach (KeyValuePair<string, SchemaNode> property in schema.Properties)
        {
            if (CSharpName.Member(property.Key).Length > 0 || property.Value.Text(NameKeywords.Member) is not null)
            {
                yield return property;
            }
            else
            {
                findings.Add(
                    ComposerRules.NameWithoutIdentifier,
                    property.Value.Location,
                    $"`{property.Key}` of {owner} contains no letter or digit, so it has no C# name. "
                        + ProposedAction.Format(property.Value.Location, NameKeywords.Member)
                );
            }
        }
    }

    private (string Type, string Reader) MapType(string apiName, SchemaNode schema, string owner, JObject composed)
    {
        IReadOnlyList<string> kinds = schema.Kinds;
        if (schema.EnumValues is { Count: > 0 } values && kinds is ["string"])
        {
            return Enum(apiName, schema, owner, values, composed);
        }

        // Ids are always strings, even if the JSON type is a number, so that they can be compared with other ids.
        bool isId = apiName == "id" || apiName.EndsWith("_id", StringComparison.Ordinal);
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
                return Plain(composed, "integer", "string?", "String");
            case [_, _, ..] when kinds.Contains("string"):
                composed["anyOf"] = new JArray(kinds.Distinct().Select(Alternative));
                return ("string?", "String");
            case ["array"]:
                return List(apiName, schema, owner, composed);
            case ["object"]:
                return Object(apiName, schema, owner, composed);
            default:
                findings.Add(
                    ComposerRules.UnsupportedSchema,
                    schema.Location,
                    $"`{apiName}` of {owner} has no single type, so its property cannot be typed."
                );
                return Plain(composed, "object", "JsonApiObject?", "JsonApiObject");
        }
    }

    private (string Type, string Reader) Enum(
        string apiName,
        SchemaNode schema,
        string owner,
        IReadOnlyList<string> values,
        JObject composed
    )
    {
        string preferred = schema.Text(NameKeywords.Enum) ?? owner + CSharpName.Pascal(apiName);
        string name = model.TypeNames.Add(
            preferred,
            "Value",
            $"enum {preferred}",
            schema.Location,
            ProposedAction.Format(schema.Location, NameKeywords.Enum),
            findings
        );
        model.AddEnum(
            new EnumModel(name, "enum", schema.Description ?? string.Empty, values)
            {
                Location = schema.Location,
                Names = EnumModel.ReadNames(schema),
            }
        );
        composed["type"] = "string";
        composed["enum"] = new JArray(values);
        return ($"{name}?", $"Enum<{name}>");
    }

    private (string Type, string Reader) List(string apiName, SchemaNode schema, string owner, JObject composed)
    {
        composed["type"] = "array";
        if (schema.Items is not { IsObject: true } items)
        {
            composed["items"] = new JObject { ["type"] = "string" };
            return ("IReadOnlyList<string>?", "StringList");
        }

        if (IsTooDeep(items, owner))
        {
            composed["items"] = ComponentReference.Create("JsonApiObject");
            return ("IReadOnlyList<JsonApiObject>?", "ObjectList<JsonApiObject>");
        }

        string name = AddObject(owner + CSharpName.Singular(CSharpName.Pascal(apiName)), items, schema.Description);
        composed["items"] = ComponentReference.Create(name);
        return ($"IReadOnlyList<{name}>?", $"ObjectList<{name}>");
    }

    private (string Type, string Reader) Object(string apiName, SchemaNode schema, string owner, JObject composed)
    {
        composed["type"] = "object";
        if (!schema.Properties.Any() || IsTooDeep(schema, owner))
        {
            return ("JsonApiObject?", "JsonApiObject");
        }

        string name = AddObject(owner + CSharpName.Pascal(apiName), schema, schema.Description);
        composed["allOf"] = new JArray(ComponentReference.Create(name));
        return ($"{name}?", $"Object<{name}>");
    }

    private bool IsTooDeep(SchemaNode schema, string owner)
    {
        bool isTooDeep = _open.Count >= MaxNesting && !_names.ContainsKey(schema.Target);
        if (isTooDeep)
        {
            findings.Add(
                ComposerRules.UnsupportedSchema,
                schema.Location,
                $"The objects in this schema are nested more than {MaxNesting} levels deep in {owner[..Math.Min(owner.Length, 80)]}."
            );
        }

        return isTooDeep;
    }

    private string AddObject(string name, SchemaNode schema, string? memberDescription)
    {
        // Recursive schemas share one class.
        if (
            _names.TryGetValue(schema.Target, out string? known)
            && (_open.Contains(schema.Target) || model.Objects.Count >= MaxSeparateObjects)
        )
        {
            return known;
        }

        name = model.TypeNames.Add(
            schema.Text(NameKeywords.Class) ?? name,
            "Object",
            schema.Target,
            schema.Location,
            ProposedAction.Format(schema.Location, NameKeywords.Class),
            findings
        );
        _names[schema.Target] = name;
        _open.Add(schema.Target);
        IReadOnlyList<MemberModel> members = [.. NamedMembers(schema, name).Select(property => Type(property.Key, property.Value, name))];
        _open.Remove(schema.Target);
        model.Objects[name] = new ObjectModel(name, "object", schema.Description ?? memberDescription, members);
        return name;
    }

    private static JObject Alternative(string kind) =>
        kind == "array" ? new JObject { ["type"] = kind, ["items"] = new JObject() } : new JObject { ["type"] = kind };

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
