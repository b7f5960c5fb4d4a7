using Kajabi.Composer.JsonPath;
using Kajabi.Composer.Model;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Payloads;

/// <summary>Creates overlay actions that cover a deviation.</summary>
internal static class OverlaySuggestions
{
    public static OverlayAction[] Null(SchemaNode schema) =>
        schema.Target.Parent is null
            ? []
            : [new OverlayAction(GetPath(schema), "Recorded documents contain null.", new JObject { ["nullable"] = true })];

    public static OverlayAction[] Type(SchemaNode schema, string kind)
    {
        if (schema.Target.Parent is null || schema.Target["type"] is not { } type)
        {
            return [];
        }

        // A number includes the integers that are declared.
        IEnumerable<string> declared = type is JArray list ? list.Values<string>().OfType<string>() : [(string)type!];
        IEnumerable<string> kinds = declared.Where(known => kind != "number" || known != "integer").Append(kind);
        string reason = $"Recorded documents contain a value of type {kind}.";
        OverlayAction update = new(
            GetPath(schema),
            reason,
            new JObject { ["type"] = kinds.ToArray() is [var only] ? only : new JArray(kinds) }
        );

        // An update appends to a list, but replaces a string.
        return type is JArray ? [new OverlayAction(JsonPathFormatter.Format(type), reason, null), update] : [update];
    }

    public static OverlayAction[] EnumValue(SchemaNode schema, string value) =>
        schema.Target.Parent is null
            ? []
            : [new OverlayAction(JsonPathFormatter.Format(schema.Target["enum"]!), "Recorded documents contain the value.", value)];

    public static OverlayAction[] Member(SchemaNode schema, JProperty member) =>
        schema.Target.Parent is null
            ? []
            :
            [
                new OverlayAction(
                    GetPath(schema),
                    "Recorded documents contain the member, but the OpenAPI document does not declare it.",
                    new JObject { ["properties"] = new JObject { [member.Name] = CreateSchema(member.Value) } }
                ),
            ];

    /// <summary>Replaces the list of required members, because an overlay cannot remove single strings from a list.</summary>
    public static OverlayAction[] NotRequired(IEnumerable<SchemaNode> schemas, string name)
    {
        const string Reason = "Recorded documents omit the member.";
        if (schemas.FirstOrDefault(static schema => schema.Target.Parent is not null) is not { } schema)
        {
            return [];
        }

        JArray required = (JArray)schema["required"]!;
        JArray others = new(required.Where(item => (string?)item != name));
        return
        [
            new OverlayAction(JsonPathFormatter.Format(required), Reason, null),
            new OverlayAction(JsonPathFormatter.Format(required.Parent!.Parent!), Reason, new JObject { ["required"] = others }),
        ];
    }

    public static OverlayAction[] ResourceType(string type) =>
        [
            new OverlayAction(
                "$.components",
                "Recorded documents contain resources of this type.",
                new JObject
                {
                    ["x-resources"] = new JObject
                    {
                        [type] = new JObject
                        {
                            ["description"] = $"A resource of type `{type}`. The OpenAPI document declares no attributes for it.",
                        },
                    },
                }
            ),
        ];

    /// <summary>Sets the type of the resource of an operation, if it differs from the path.</summary>
    public static OverlayAction[] SetResourceType(SchemaNode? resource, string type) =>
        resource is { Target.Parent: not null }
            ? [new OverlayAction(GetPath(resource), "Recorded documents contain this type.", new JObject { ["x-resource-type"] = type })]
            : [];

    /// <param name="relationships">The schemas that declare relationships of the resource.</param>
    /// <param name="name">The relationship.</param>
    /// <param name="type">The target type; null if it is unknown.</param>
    /// <param name="isMany">Whether the relationship is to-many.</param>
    public static OverlayAction[] Relationship(IReadOnlyList<SchemaNode> relationships, string name, string? type, bool isMany)
    {
        if (relationships.FirstOrDefault(static schema => schema.Target.Parent is not null) is not { } schema || type is null)
        {
            return [];
        }

        JObject hint = isMany ? new JObject { ["type"] = type, ["many"] = true } : new JObject { ["type"] = type };
        JObject declared = new()
        {
            ["type"] = "object",
            ["description"] = $"A relationship to `{type}`.",
            ["x-relationship"] = hint,
        };
        return
        [
            new OverlayAction(
                GetPath(schema),
                "Recorded documents contain the member, but the OpenAPI document does not declare it.",
                new JObject { ["properties"] = new JObject { [name] = declared } }
            ),
        ];
    }

    /// <param name="relationship">The schema of the relationship.</param>
    public static OverlayAction[] ToMany(SchemaNode? relationship) =>
        relationship is { Location.Parent: not null }
            ?
            [
                new OverlayAction(
                    JsonPathFormatter.Format(relationship.Location),
                    "Recorded documents contain an array.",
                    new JObject { ["x-relationship"] = new JObject { ["many"] = true } }
                ),
            ]
            : [];

    private static string GetPath(SchemaNode schema) => JsonPathFormatter.Format(schema.Target);

    private static JObject CreateSchema(JToken value)
    {
        const string Description = "Found in recorded documents.";
        return JsonKind.FromValue(value) switch
        {
            // The type of a null value is unknown. Most attributes are strings.
            "null" => new JObject { ["type"] = new JArray("string", "null"), ["description"] = Description },
            "array" => new JObject
            {
                ["type"] = "array",
                ["description"] = Description,
                ["items"] =
                    value.FirstOrDefault() is JObject
                        ? new JObject { ["type"] = "object" }
                        : new JObject { ["type"] = value.HasValues ? JsonKind.FromValue(value.First!) : "string" },
            },
            var kind => new JObject { ["type"] = kind, ["description"] = Description },
        };
    }
}
