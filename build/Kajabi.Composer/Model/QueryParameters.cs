using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Model;

/// <summary>Creates the OpenAPI parameters of a query, including sparse fieldsets for each type that a response can contain.</summary>
internal static class QueryParameters
{
    public static IEnumerable<JObject> Create(OperationModel operation, QueryModelBuilder queries)
    {
        if (operation.Query is not { } query)
        {
            return [];
        }

        IEnumerable<string> fieldsets = query.Fieldsets is null
            ? []
            : queries.TypesInResponses(operation.Primary!).Select(static type => type.ResourceType);
        return query.Properties.Concat(query.Filter?.Parameters ?? []).Select(Parameter).Concat(fieldsets.Select(Fieldset));
    }

    private static JObject Parameter(QueryPropertyModel property)
    {
        JObject written = new()
        {
            ["name"] = property.ApiName,
            ["in"] = "query",
            ["required"] = property.IsRequired,
            ["description"] = property.Description ?? string.Empty,
            ["schema"] = property.Schema.DeepClone(),
        };
        if (property.Kind != "scalar")
        {
            (written["style"], written["explode"]) = ("form", property.Kind == "multi");
        }

        return written;
    }

    private static JObject Fieldset(string type) =>
        new()
        {
            ["name"] = $"fields[{type}]",
            ["in"] = "query",
            ["description"] = $"The fields of `{type}` resources to return. Default: all fields.",
            ["style"] = "form",
            ["explode"] = false,
            ["schema"] = new JObject
            {
                ["type"] = "array",
                ["items"] = new JObject { ["type"] = "string" },
            },
        };
}
