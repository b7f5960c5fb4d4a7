using System.Text.RegularExpressions;
using Kajabi.Contract.Compose;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Payloads;

/// <summary>The overlay actions that would make the contract cover a departure.</summary>
internal static partial class Suggest
{
    public static OverlayAction[] Null(SchemaNode schema) =>
        schema.Target.Parent is null
            ? []
            : [new OverlayAction(PathOf(schema), "Recorded documents hold null.", new JObject { ["nullable"] = true })];

    public static OverlayAction[] Type(SchemaNode schema, string kind)
    {
        if (schema.Target.Parent is null || schema.Target["type"] is not { } type)
        {
            return [];
        }

        // A number covers the integers that were declared before.
        IEnumerable<string> declared = type is JArray list ? list.Values<string>().OfType<string>() : [(string)type!];
        IEnumerable<string> kinds = declared.Where(known => kind != "number" || known != "integer").Append(kind);
        string reason = $"Recorded documents hold a value of type {kind}.";
        return
        [
            new OverlayAction($"{PathOf(schema)}.type", reason, null),
            new OverlayAction(PathOf(schema), reason, new JObject { ["type"] = kinds.ToArray() is [var only] ? only : new JArray(kinds) }),
        ];
    }

    public static OverlayAction[] EnumValue(SchemaNode schema, string value) =>
        schema.Target.Parent is null ? [] : [new OverlayAction($"{PathOf(schema)}.enum", "Recorded documents hold the value.", value)];

    public static OverlayAction[] Member(SchemaNode schema, JProperty member) =>
        schema.Target.Parent is null
            ? []
            :
            [
                new OverlayAction(
                    PathOf(schema),
                    "Recorded documents show it and the contract does not declare it.",
                    new JObject { ["properties"] = new JObject { [member.Name] = SchemaOf(member.Value) } }
                ),
            ];

    public static OverlayAction[] NotRequired(IEnumerable<SchemaNode> schemas, string name) =>
        [
            .. schemas
                .Where(static schema => schema.Target.Parent is not null)
                .Take(1)
                .Select(schema => new OverlayAction(
                    $"{PathOf(schema)}.required[?(@ == '{Quoted(name)}')]",
                    "Recorded documents leave it out.",
                    null
                )),
        ];

    public static OverlayAction[] ResourceType(string type) =>
        [
            new OverlayAction(
                "$.components",
                "Recorded documents hold resources of this type.",
                new JObject
                {
                    ["x-resources"] = new JObject
                    {
                        [type] = new JObject
                        {
                            ["description"] = $"A resource of type `{type}`. The contract declares no attributes for it.",
                        },
                    },
                }
            ),
        ];

    /// <summary>That the resource of one operation has another type than its path says.</summary>
    public static OverlayAction[] TypeOf(SchemaNode? resource, string type) =>
        resource is { Target.Parent: not null }
            ? [new OverlayAction(PathOf(resource), "Recorded documents show this type.", new JObject { ["x-resource-type"] = type })]
            : [];

    /// <param name="relationships">The schemas that declare relationships of the resource.</param>
    /// <param name="name">The relationship.</param>
    /// <param name="type">Where it leads; null when no document says.</param>
    /// <param name="isMany">Whether it leads to a list.</param>
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
            ["description"] = $"Leads to `{type}`.",
            ["x-relationship"] = hint,
        };
        return
        [
            new OverlayAction(
                PathOf(schema),
                "Recorded documents show it and the contract does not declare it.",
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
                    "Recorded documents show a list.",
                    new JObject { ["x-relationship"] = new JObject { ["many"] = true } }
                ),
            ]
            : [];

    private static string PathOf(SchemaNode schema) => $"$.{schema.Target.Path}";

    private static string Quoted(string name) => Quote().Replace(name, @"\$0");

    private static JObject SchemaOf(JToken value)
    {
        const string Description = "Shown in recorded documents.";
        return JsonKind.Of(value) switch
        {
            // What null stands for no document says; text is what most attributes are.
            "null" => new JObject { ["type"] = new JArray("string", "null"), ["description"] = Description },
            "array" => new JObject
            {
                ["type"] = "array",
                ["description"] = Description,
                ["items"] =
                    value.FirstOrDefault() is JObject
                        ? new JObject { ["type"] = "object" }
                        : new JObject { ["type"] = value.HasValues ? JsonKind.Of(value.First!) : "string" },
            },
            var kind => new JObject { ["type"] = kind, ["description"] = Description },
        };
    }

    [GeneratedRegex(@"['\\]")]
    private static partial Regex Quote();
}
