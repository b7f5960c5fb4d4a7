using Kajabi.Contract.Compose.Model;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Compose;

/// <summary>Writes the query of an operation as OpenAPI parameters, sparse fieldsets of every type of the answer included.</summary>
internal static class QueryParameters
{
    public static IEnumerable<JObject> Of(OperationModel operation, QueryModelBuilder queries)
    {
        if (operation.Query is not { } query)
        {
            return [];
        }

        IEnumerable<string> fieldsets = query.Fieldsets is null
            ? []
            : queries.TypesInAnswers(operation.Primary!).Select(static type => type.WireType);
        return query.Properties.Select(Parameter).Concat(fieldsets.Select(Fieldset));
    }

    private static JObject Parameter(QueryPropertyModel property)
    {
        JObject written = new()
        {
            ["name"] = property.WireName,
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
            ["description"] = $"The members of `{type}` resources to send; all of them when left out.",
            ["style"] = "form",
            ["explode"] = false,
            ["schema"] = new JObject
            {
                ["type"] = "array",
                ["items"] = new JObject { ["type"] = "string" },
            },
        };
}
