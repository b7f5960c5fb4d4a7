using System.Text.RegularExpressions;
using Kajabi.Composer;
using Kajabi.Composer.Model;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Payloads;

/// <summary>Creates overlay actions that cover a deviation.</summary>
internal static partial class OverlaySuggestions
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
        return
        [
            new OverlayAction($"{GetPath(schema)}.type", reason, null),
            new OverlayAction(GetPath(schema), reason, new JObject { ["type"] = kinds.ToArray() is [var only] ? only : new JArray(kinds) }),
        ];
    }

    public static OverlayAction[] EnumValue(SchemaNode schema, string value) =>
        schema.Target.Parent is null ? [] : [new OverlayAction($"{GetPath(schema)}.enum", "Recorded documents contain the value.", value)];

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

    public static OverlayAction[] NotRequired(IEnumerable<SchemaNode> schemas, string name) =>
        [
            .. schemas
                .Where(static schema => schema.Target.Parent is not null)
                .Take(1)
                .Select(schema => new OverlayAction(
                    $"{GetPath(schema)}.required[?(@ == '{Quoted(name)}')]",
                    "Recorded documents omit the member.",
                    null
                )),
        ];

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
                    $"$.{relationship.Location.Path}",
                    "Recorded documents contain an array.",
                    new JObject { ["x-relationship"] = new JObject { ["many"] = true } }
                ),
            ]
            : [];

    private static string GetPath(SchemaNode schema) => $"$.{schema.Target.Path}";

    private static string Quoted(string name) => Quote().Replace(name, @"\$0");

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

    [GeneratedRegex(@"['\\]")]
    private static partial Regex Quote();
}
