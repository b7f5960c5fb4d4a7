using Kajabi.Composer.Naming;
using Kajabi.Composer.Rules;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Model;

/// <summary>Builds the query objects with typed filters, paging, include, sort and sparse fieldsets.</summary>
/// <param name="root">The OpenAPI document after its overlay.</param>
/// <param name="model">The operations and resources. Enums are added to it.</param>
/// <param name="findings">Collects duplicate names.</param>
internal sealed class QueryModelBuilder(JObject root, ComposedModel model, FindingCollector findings)
{
    private const string FieldsPrefix = "fields[";

    public void BuildAll()
    {
        HashSet<ResourceModel> withFieldsets =
        [
            .. model
                .Operations.Where(static operation =>
                    operation.QueryParameters.Any(static parameter => IsFieldset(parameter) || (string?)parameter["name"] == "include")
                )
                .Select(static operation => operation.Primary)
                .OfType<ResourceModel>(),
        ];
        foreach (OperationModel operation in model.Operations)
        {
            bool hasFieldsets = operation is { Method: "get", Primary: { } primary } && withFieldsets.Contains(primary);
            if (operation.QueryParameters.Count > 0 || hasFieldsets || operation.Source[FilterStatement.Keyword] is not null)
            {
                operation.Query = Build(operation, hasFieldsets);
            }
        }
    }

    /// <summary>Returns the types that a response of this primary type can contain: itself and the types of its include paths.</summary>
    public IEnumerable<ResourceModel> TypesInResponses(ResourceModel primary)
    {
        HashSet<ResourceModel> types = [primary];
        foreach (string path in model.Enums.GetValueOrDefault($"{primary.Name}Include")?.Values ?? [])
        {
            ResourceModel? current = primary;
            foreach (string step in path.Split('.'))
            {
                string? target = current?.Relationships.GetValueOrDefault(step)?.TargetType;
                current = target is null ? null : model.Resources.GetValueOrDefault(target);
                if (current is not null)
                {
                    types.Add(current);
                }
            }
        }

        return types;
    }

    private static bool IsFieldset(JObject parameter) =>
        (string?)parameter["name"] is [.., ']'] name
        && name.StartsWith(FieldsPrefix, StringComparison.Ordinal)
        && name != $"{FieldsPrefix}]";

    private QueryModel Build(OperationModel operation, bool hasFieldsets)
    {
        string name = model.TypeNames.Add(
            $"{operation.Name}Query",
            "Parameters",
            operation,
            operation.Source,
            ProposedAction.Format(operation.Source, NameKeywords.Operation),
            findings
        );
        Dictionary<string, string> used = [];
        List<QueryPropertyModel> properties = [];

        // A query with fieldsets has a property for all of them.
        foreach (JObject parameter in operation.QueryParameters.Where(parameter => !hasFieldsets || !IsFieldset(parameter)))
        {
            QueryPropertyModel property = Property(operation, parameter);
            if (property.Name.Length == 0)
            {
                findings.Add(
                    ComposerRules.NameWithoutIdentifier,
                    parameter,
                    $"`{property.ApiName}` of {operation.Name} contains no letter or digit, so it has no C# name. "
                        + ProposedAction.Format(parameter, NameKeywords.Member)
                );
            }
            else if (ReservedMembers.IsReserved(ReservedMembers.Query, property.Name, name))
            {
                findings.Add(
                    ComposerRules.NameNeedsNumber,
                    parameter,
                    $"`{property.ApiName}` of {operation.Name} would be `{property.Name}`, which is reserved. "
                        + ProposedAction.Format(parameter, NameKeywords.Member)
                );
            }
            else if (!used.TryAdd(property.Name, property.ApiName))
            {
                findings.Add(
                    ComposerRules.NameNeedsNumber,
                    parameter,
                    $"`{property.ApiName}` and `{used[property.Name]}` of {operation.Name} would both be `{property.Name}`. "
                        + ProposedAction.Format(parameter, NameKeywords.Member)
                );
            }
            else
            {
                properties.Add(property);
            }
        }

        FilterModel? filter = new FilterModelBuilder(model, findings).Build(operation, properties);
        return new QueryModel(
            name,
            filter is null ? properties : [.. properties.Select(property => Forward(property, filter))],
            hasFieldsets ? $"{operation.Primary!.Name}Fieldsets" : null
        )
        {
            Filter = filter,
        };
    }

    /// <summary>Lets the property of a declared parameter forward to the attribute filter that sends it.</summary>
    private static QueryPropertyModel Forward(QueryPropertyModel property, FilterModel filter) =>
        property with
        {
            Forward = filter
                .Attributes.SelectMany(
                    static attribute => attribute.Comparisons,
                    static (attribute, comparison) => (comparison.Forward, Target: $"{attribute.Name}.{comparison.Name}")
                )
                .FirstOrDefault(one => one.Forward == property.Name)
                .Target,
        };

    private QueryPropertyModel Property(OperationModel operation, JObject parameter)
    {
        string apiName = (string)parameter["name"]!;
        SchemaNode schema = new(root, parameter["schema"] ?? new JObject(), parameter["schema"] ?? parameter);
        string name = (string?)parameter[NameKeywords.Member] ?? GetName(apiName);
        (string type, string kind) = MapType(operation, apiName, name, schema);
        return new QueryPropertyModel(
            apiName,
            name,
            type,
            kind,
            (bool?)parameter["required"] ?? false,
            (string?)parameter["description"] ?? schema.Description,
            QuerySchema.Create(model, type, kind)
        );
    }

    private (string Type, string Kind) MapType(OperationModel operation, string apiName, string name, SchemaNode schema)
    {
        string owner = operation.Primary?.Name ?? operation.Name;
        if (schema.IsArray)
        {
            string element = schema.Items is { EnumValues: { Count: > 0 } values } items
                ? AddEnum(items, apiName, owner, name, values)
                : "string";
            return ($"IList<{element}>", apiName.EndsWith("[]", StringComparison.Ordinal) ? "multi" : "csv");
        }

        string scalar = schema.Kinds switch
        {
            ["string"] when schema.EnumValues is { Count: > 0 } values => AddEnum(schema, apiName, owner, name, values),
            ["string"] when schema.Format == "date" => "DateOnly",
            ["string"] when schema.Format == "date-time" => "DateTimeOffset",
            ["integer"] => apiName.StartsWith("page[", StringComparison.Ordinal) ? "int" : "long",
            ["number"] => apiName.StartsWith("page[", StringComparison.Ordinal) ? "int" : "decimal",
            ["boolean"] => "bool",
            _ => "string",
        };
        return apiName.EndsWith("[]", StringComparison.Ordinal)
            ? ($"IList<{(model.Enums.ContainsKey(scalar) ? scalar : "string")}>", "multi")
            : (scalar + "?", "scalar");
    }

    private string AddEnum(SchemaNode schema, string apiName, string owner, string property, IReadOnlyList<string> values)
    {
        JToken location = schema.Location;
        (string name, string kind, string description) = apiName switch
        {
            "include" => ($"{owner}Include", "include-enum", $"The related resources that a response with {owner} resources can include."),
            "sort" => ($"{owner}Sort", "sort-enum", $"The sort orders of {owner} resources."),
            _ => (schema.Text(NameKeywords.Enum) ?? owner + property, "enum", $"The values of `{apiName}`."),
        };

        // The names of a resource type's own enums are already reserved together with the name of its class.
        if (kind == "enum" || !model.Resources.Values.Any(resource => resource.Name == owner))
        {
            name = model.TypeNames.Add(
                name,
                "Value",
                $"enum {name}",
                location,
                ProposedAction.Format(location, NameKeywords.Enum),
                findings
            );
        }

        model.AddEnum(new EnumModel(name, kind, description, values) { Location = location, Names = EnumModel.ReadNames(schema) });
        return name;
    }

    /// <summary>Returns the property name: <c>TitleContains</c> for <c>filter[title_cont]</c>.</summary>
    private static string GetName(string apiName)
    {
        string inner = apiName.StartsWith("filter[", StringComparison.Ordinal)
            ? apiName["filter".Length..].Replace("[]", string.Empty, StringComparison.Ordinal)
            : apiName;
        string name = CSharpName.Member(inner);
        return name switch
        {
            [.. var stem, 'C', 'o', 'n', 't'] => stem + "Contains",
            [.. var stem, 'E', 'q'] => stem + "Equals",
            [.. var stem, 'N', 'u', 'l', 'l'] => stem + "IsNull",
            _ => name,
        };
    }
}
