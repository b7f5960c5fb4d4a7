using Kajabi.Areas.Internal;
using Kajabi.Cli.Operations;
using Kajabi.Diagnostics.Internal;
using Kajabi.JsonApi.Documents.Internal;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Spectre.Console;

namespace Kajabi.Cli.Output;

/// <summary>Describes what the OpenAPI document declares for a resource type.</summary>
/// <param name="resource">An empty resource of the type.</param>
/// <param name="operations">The operations of the type; null for a type that is only included in other resources.</param>
internal sealed class TypeDescription(Resource resource, ResourceOperations? operations) : ICommandResult
{
    private IReadOnlyList<JsonApiMember> Attributes => resource.Attributes.DeclaredMembers;

    private IReadOnlyList<RelationshipDescriptor> Relationships => resource.Relationships.DeclaredRelationships;

    private IReadOnlyList<FilteredAttribute> AttributeFilters => operations?.AttributeFilters ?? [];

    private IReadOnlyList<string> Commands =>
        [
            .. operations is null ? Array.Empty<string>() : ["get"],
            .. operations is { CanList: true } ? new[] { "list", "export" } : [],
            .. operations is { CanCreate: true } ? ["create"] : Array.Empty<string>(),
            .. operations is { CanUpdate: true } ? ["update"] : Array.Empty<string>(),
            .. operations is { CanDelete: true } ? ["delete"] : Array.Empty<string>(),
        ];

    public void WriteText(Terminal terminal)
    {
        IAnsiConsole console = terminal.CreateConsole();
        console.WriteLine($"{resource.Type}: {(operations is null ? "only included in other resources" : string.Join(", ", Commands))}");
        WriteTable(
            console,
            ["attribute", "value", "writable"],
            Attributes.Select(member => new[] { member.Name, GetValueType(member), IsWritable(member) ? "yes" : "no" })
        );
        if (CustomFields.AreDeclaredBy(resource))
        {
            console.WriteLine($"Custom fields are custom_1 to custom_{CustomFieldHandle.Last}.");
        }

        WriteTable(
            console,
            ["relationship", "type", "cardinality"],
            Relationships.Select(static one => new[] { one.Name, one.TargetType ?? "unknown", one.IsToMany ? "many" : "one" })
        );
        WriteNames(console, "includes", operations?.Includes);
        WriteTable(
            console,
            ["filtered attribute", "suffixes"],
            AttributeFilters.Select(static filter => new[] { filter.Name, string.Join(", ", filter.Suffixes) })
        );
        if (AttributeFilters is [var first, ..])
        {
            console.WriteLine($"The name of such a filter is the attribute and a suffix: --filter {first.Filters.First()}=<value>.");
        }

        WriteNames(
            console,
            AttributeFilters.Count == 0 ? "filters" : "other filters",
            operations
                ?.Filters.Except(AttributeFilters.SelectMany(static filter => filter.Filters))
                .Select(operations.DescribeFilter)
                .ToList()
        );
        WriteNames(console, "sorts", operations?.Sorts);
    }

    public void WriteJson(TextWriter text)
    {
        JObject description = new(
            new JProperty("type", resource.Type),
            new JProperty("commands", new JArray(Commands)),
            new JProperty(
                "attributes",
                new JArray(
                    Attributes.Select(member => new JObject(
                        new JProperty("name", member.Name),
                        new JProperty("value", GetValueType(member)),
                        new JProperty("writable", IsWritable(member))
                    ))
                )
            ),
            new JProperty(
                "relationships",
                new JArray(
                    Relationships.Select(static one => new JObject(
                        new JProperty("name", one.Name),
                        new JProperty("type", one.TargetType),
                        new JProperty("many", one.IsToMany)
                    ))
                )
            ),
            new JProperty("includes", new JArray(operations?.Includes ?? [])),
            new JProperty("filters", new JArray(operations?.Filters ?? [])),
            new JProperty(
                "attributeFilters",
                new JArray(
                    AttributeFilters.Select(static filter => new JObject(
                        new JProperty("attribute", filter.Name),
                        new JProperty("suffixes", new JArray(filter.Suffixes))
                    ))
                )
            ),
            new JProperty("sorts", new JArray(operations?.Sorts ?? []))
        );
        JsonLine.Write(text, Formatting.Indented, json => description.WriteTo(json));
    }

    private bool IsWritable(JsonApiMember member) => !member.IsReadOnly && operations is { CanCreate: true } or { CanUpdate: true };

    private string GetValueType(JsonApiMember member) =>
        resource.Attributes.Members.FindKind(member.Name) switch
        {
            JsonApiMemberKind.Boolean => "true or false",
            JsonApiMemberKind.DateTime => "time",
            JsonApiMemberKind.Date => "date",
            JsonApiMemberKind.Int64 => "whole number",
            JsonApiMemberKind.Decimal => "number",
            JsonApiMemberKind.StringList or JsonApiMemberKind.ObjectList => "list",
            JsonApiMemberKind.Object or JsonApiMemberKind.JsonApiObject => "JSON",
            _ => "text",
        };

    private static void WriteTable(IAnsiConsole console, string[] columns, IEnumerable<string[]> rows)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumns(columns);
        foreach (string[] row in rows)
        {
            table.AddRow([.. row.Select(static cell => new Text(cell))]);
        }

        if (table.Rows.Count > 0)
        {
            console.Write(table);
        }
    }

    private static void WriteNames(IAnsiConsole console, string title, IReadOnlyList<string>? names) =>
        console.WriteLine($"{title}: {(names is { Count: > 0 } ? string.Join(", ", names) : "none")}");
}
