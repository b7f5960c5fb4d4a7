using Kajabi.Contract.Compose.Model;
using Kajabi.Contract.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Compose;

/// <summary>Makes the query objects: filters and paging typed, include, sort and sparse fieldsets by what the types allow.</summary>
/// <param name="root">The contract after its overlay.</param>
/// <param name="model">The operations and resources; takes the enums.</param>
/// <param name="findings">Takes names that two parameters would share.</param>
internal sealed class QueryModelBuilder(JObject root, ComposedModel model, FindingCollector findings)
{
    private const string FieldsPrefix = "fields[";

    public void LiftAll()
    {
        HashSet<ResourceModel> withFieldsets =
        [
            .. model
                .Operations.Where(static operation =>
                    operation.QueryParameters.Any(static parameter => IsFields(parameter) || (string?)parameter["name"] == "include")
                )
                .Select(static operation => operation.Primary)
                .OfType<ResourceModel>(),
        ];
        foreach (OperationModel operation in model.Operations)
        {
            bool hasFieldsets = operation is { Method: "get", Primary: { } primary } && withFieldsets.Contains(primary);
            if (operation.QueryParameters.Count > 0 || hasFieldsets)
            {
                operation.Query = Lift(operation, hasFieldsets);
            }
        }
    }

    /// <summary>The types that an answer of this primary type can hold: itself and all that its include paths lead to.</summary>
    public IEnumerable<ResourceModel> TypesInAnswers(ResourceModel primary)
    {
        HashSet<ResourceModel> types = [primary];
        foreach (string path in model.Enums.GetValueOrDefault($"{primary.Name}Include")?.Values ?? [])
        {
            ResourceModel? at = primary;
            foreach (string step in path.Split('.'))
            {
                string? target = at?.Relationships.GetValueOrDefault(step)?.TargetType;
                at = target is null ? null : model.Resources.GetValueOrDefault(target);
                if (at is not null)
                {
                    types.Add(at);
                }
            }
        }

        return types;
    }

    private static bool IsFields(JObject parameter) =>
        ((string?)parameter["name"])?.StartsWith(FieldsPrefix, StringComparison.Ordinal) == true;

    private QueryModel Lift(OperationModel operation, bool hasFieldsets)
    {
        string name = $"{operation.Name}Query";
        Dictionary<string, string> taken = [];
        List<QueryPropertyModel> properties = [];
        foreach (JObject parameter in operation.QueryParameters.Where(static parameter => !IsFields(parameter)))
        {
            QueryPropertyModel property = Property(operation, parameter);
            if (property.Name.Length == 0)
            {
                findings.Add(
                    Rule.NameWithoutIdentifier,
                    parameter,
                    $"`{property.WireName}` of {operation.Name} contains no letter or digit to name a property after."
                );
            }
            else if (NameChecker.IsReservedInQuery(property.Name, name))
            {
                findings.Add(
                    Rule.NameNeedsNumber,
                    parameter,
                    $"`{property.WireName}` of {operation.Name} would be `{property.Name}`, which is taken."
                );
            }
            else if (!taken.TryAdd(property.Name, property.WireName))
            {
                findings.Add(
                    Rule.NameNeedsNumber,
                    parameter,
                    $"`{property.WireName}` and `{taken[property.Name]}` of {operation.Name} would both be `{property.Name}`."
                );
            }
            else
            {
                properties.Add(property);
            }
        }

        return new QueryModel(name, properties, hasFieldsets ? $"{operation.Primary!.Name}Fieldsets" : null);
    }

    private QueryPropertyModel Property(OperationModel operation, JObject parameter)
    {
        string wireName = (string)parameter["name"]!;
        SchemaNode schema = new(root, parameter["schema"] ?? new JObject());
        string name = (string?)parameter["x-csharp-name"] ?? NameOf(wireName);
        (string type, string kind) = TypeOf(operation, wireName, name, schema);
        return new QueryPropertyModel(
            wireName,
            name,
            type,
            kind,
            (bool?)parameter["required"] ?? false,
            (string?)parameter["description"] ?? schema.Description,
            SchemaOf(type, kind)
        );
    }

    private (string Type, string Kind) TypeOf(OperationModel operation, string wireName, string name, SchemaNode schema)
    {
        string owner = operation.Primary?.Name ?? operation.Name;
        if (schema.IsArray)
        {
            string element = schema.Items is { EnumValues: { Count: > 0 } values } items
                ? AddEnum(items.Place, items.Text("x-enum-name"), wireName, owner, name, values)
                : "string";
            return ($"IList<{element}>", wireName.EndsWith("[]", StringComparison.Ordinal) ? "multi" : "csv");
        }

        string scalar = schema.Kinds switch
        {
            ["string"] when schema.EnumValues is { Count: > 0 } values => AddEnum(
                schema.Place,
                schema.Text("x-enum-name"),
                wireName,
                owner,
                name,
                values
            ),
            ["string"] when schema.Format == "date" => "DateOnly",
            ["string"] when schema.Format == "date-time" => "DateTimeOffset",
            ["integer"] => wireName.StartsWith("page[", StringComparison.Ordinal) ? "int" : "long",
            ["number"] => wireName.StartsWith("page[", StringComparison.Ordinal) ? "int" : "decimal",
            ["boolean"] => "bool",
            _ => "string",
        };
        return wireName.EndsWith("[]", StringComparison.Ordinal) ? ($"IList<{scalar}>", "multi") : (scalar + "?", "scalar");
    }

    /// <summary>The schema that a C# type stands for: page numbers are integers whatever the contract calls them.</summary>
    private JObject SchemaOf(string type, string kind)
    {
        string scalar = type.Replace("IList<", string.Empty, StringComparison.Ordinal).TrimEnd('>', '?');
        JObject schema = scalar switch
        {
            "int" => new JObject { ["type"] = "integer", ["format"] = "int32" },
            "long" => new JObject { ["type"] = "integer", ["format"] = "int64" },
            "decimal" => new JObject { ["type"] = "number" },
            "bool" => new JObject { ["type"] = "boolean" },
            "DateOnly" => new JObject { ["type"] = "string", ["format"] = "date" },
            "DateTimeOffset" => new JObject { ["type"] = "string", ["format"] = "date-time" },
            _ when model.Enums.TryGetValue(scalar, out EnumModel? values) && values.Kind != "sort-enum" => new JObject
            {
                ["type"] = "string",
                ["enum"] = new JArray(values.Values),
            },
            _ => new JObject { ["type"] = "string" },
        };
        return kind == "scalar" ? schema : new JObject { ["type"] = "array", ["items"] = schema };
    }

    private string AddEnum(JToken place, string? given, string wireName, string owner, string property, IReadOnlyList<string> values)
    {
        (string name, string kind, string description) = wireName switch
        {
            "include" => ($"{owner}Include", "include-enum", $"What an answer about {owner} resources can include."),
            "sort" => ($"{owner}Sort", "sort-enum", $"What {owner} resources can be sorted by."),
            _ => (given ?? owner + property, "enum", $"The values of `{wireName}`."),
        };
        IReadOnlyList<string> known = model.Enums.GetValueOrDefault(name)?.Values ?? [];
        model.Enums[name] = (model.Enums.GetValueOrDefault(name) ?? new EnumModel(name, kind, description, []) { Place = place }) with
        {
            Values = [.. known.Union(values)],
        };
        return name;
    }

    /// <summary><c>filter[title_cont]</c> to <c>TitleContains</c>, <c>page[size]</c> to <c>PageSize</c>.</summary>
    private static string NameOf(string wireName)
    {
        string inner = wireName.StartsWith("filter[", StringComparison.Ordinal)
            ? wireName["filter".Length..].Replace("[]", string.Empty, StringComparison.Ordinal)
            : wireName;
        string name = Naming.Member(inner);
        return name switch
        {
            [.. var stem, 'C', 'o', 'n', 't'] => stem + "Contains",
            [.. var stem, 'E', 'q'] => stem + "Equals",
            [.. var stem, 'N', 'u', 'l', 'l'] => stem + "IsNull",
            _ => name,
        };
    }
}
