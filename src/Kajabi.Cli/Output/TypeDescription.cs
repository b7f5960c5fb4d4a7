using Kajabi.Cli.Endpoints;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Spectre.Console;

namespace Kajabi.Cli.Output;

/// <summary>What the contract declares about a resource type, for people and for programs.</summary>
/// <param name="resource">A resource of the type without content.</param>
/// <param name="endpoint">The operations of the type; null for a type that is only included in others.</param>
internal sealed class TypeDescription(Resource resource, Endpoint? endpoint)
{
    private IReadOnlyList<JsonApiMember> Attributes => resource.Attributes.DeclaredMembers;

    private IReadOnlyList<RelationshipDescriptor> Relationships => resource.Relationships.DeclaredRelationships;

    private IReadOnlyList<string> Commands =>
        [
            .. endpoint is null ? Array.Empty<string>() : ["get"],
            .. endpoint is { IsListed: true } ? new[] { "list", "export" } : [],
            .. endpoint?.Create is null ? Array.Empty<string>() : ["create"],
            .. endpoint?.Update is null ? Array.Empty<string>() : ["update"],
            .. endpoint?.Delete is null ? Array.Empty<string>() : ["delete"],
        ];

    public void WriteTo(IAnsiConsole console)
    {
        console.WriteLine($"{resource.Type}: {(endpoint is null ? "only included in other resources" : string.Join(", ", Commands))}");
        WriteTable(
            console,
            ["attribute", "value", "writable"],
            Attributes.Select(member => new[] { member.Name, ValueOf(member), IsWritable(member) ? "yes" : "no" })
        );
        if (CustomFieldName.IsDeclaredBy(resource))
        {
            console.WriteLine($"Custom fields are custom_1 to custom_{CustomFieldName.Last}.");
        }

        WriteTable(
            console,
            ["relationship", "type", "holds"],
            Relationships.Select(static one => new[] { one.Name, one.TargetType ?? "unknown", one.IsToMany ? "many" : "one" })
        );
        WriteNames(console, "includes", endpoint?.Includes);
        WriteNames(console, "filters", endpoint?.Filters);
        WriteNames(console, "sorts", endpoint?.Sorts);
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
                        new JProperty("value", ValueOf(member)),
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
            new JProperty("includes", new JArray(endpoint?.Includes ?? [])),
            new JProperty("filters", new JArray(endpoint?.Filters ?? [])),
            new JProperty("sorts", new JArray(endpoint?.Sorts ?? []))
        );
        text.Write(description.ToString(Formatting.Indented).ReplaceLineEndings("\n"));
        text.Write('\n');
    }

    private bool IsWritable(JsonApiMember member) => !member.IsReadOnly && (endpoint?.Create ?? endpoint?.Update) is not null;

    private string ValueOf(JsonApiMember member)
    {
        Type type = resource.Attributes.GetType().GetProperty(member.PropertyName)!.PropertyType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => "text",
            _ when type == typeof(bool) => "true or false",
            _ when type == typeof(DateTimeOffset) || type == typeof(DateTime) => "time",
            _ when type == typeof(DateOnly) => "date",
            _ when type == typeof(long) || type == typeof(int) => "whole number",
            _ when type == typeof(decimal) || type == typeof(double) => "number",
            _ when type.IsValueType => "text",
            _ when typeof(System.Collections.IEnumerable).IsAssignableFrom(type) && !typeof(JToken).IsAssignableFrom(type) => "list",
            _ => "JSON",
        };
    }

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
