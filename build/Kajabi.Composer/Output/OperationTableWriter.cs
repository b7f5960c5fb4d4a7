using Kajabi.Composer.Model;
using Kajabi.Composer.Naming;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Output;

/// <summary>Writes the table of the operations by resource type, for programs that know the type only at run time.</summary>
/// <param name="model">The model.</param>
internal sealed class OperationTableWriter(ComposedModel model)
{
    private const string FilterPrefix = "filter[";

    /// <summary>Returns an entry for each resource type.</summary>
    public IEnumerable<JObject> Write() =>
        ResourceOperationsModel
            .Find(model)
            .Select(operations =>
                CSharpExtension.Create(
                    new JObject
                    {
                        ["literal"] = CSharpLiteral.From(operations.Resource.ResourceType),
                        ["get"] = Operation(operations.Get),
                        ["list"] = Optional(operations.List),
                        ["create"] = Optional(operations.Create),
                        ["update"] = Optional(operations.Update),
                        ["delete"] = Optional(operations.Delete),
                    }
                )
            );

    private JObject? Optional(OperationModel? operation) => operation is null ? null : Operation(operation);

    private JObject Operation(OperationModel operation)
    {
        JObject written = new() { ["area"] = operation.Area, ["name"] = operation.Name };
        if (operation.IsPaged)
        {
            written["allName"] = OperationNamer.OverAllPages(operation.Name);
        }

        if (operation.BodyType is not null)
        {
            written["body"] = operation.BodyType;
        }

        if (operation.FlattenedBody?.Owner is { } owner)
        {
            written["owner"] = Literal(owner.ApiName);
        }

        if (operation.Query is { } query)
        {
            List<QueryPropertyModel> required =
            [
                .. query.Properties.Where(static property => property is { IsRequired: true, Kind: "scalar" }),
            ];
            written["query"] = query.Name;
            written["required"] = new JArray(required.Select(static property => new JObject { ["name"] = property.Name }));
            written["filters"] = Literals(required.Select(static property => property.ApiName).Where(IsFilter).Select(FilterName));
            written["includes"] = Literals(Values(query, "Include"));
            written["sorts"] = Literals(Values(query, "Sort"));
            written["attributeFilters"] = new JArray(
                (query.Filter?.Attributes ?? []).Select(static attribute => new JObject
                {
                    ["literal"] = CSharpLiteral.From(attribute.ApiName),
                    ["suffixes"] = Literals(
                        attribute.Comparisons.Select(comparison => FilterName(comparison.ApiName)[(attribute.ApiName.Length + 1)..])
                    ),
                })
            );
        }

        return written;
    }

    /// <summary>Returns the values of a property whose type is an enum or a list of one.</summary>
    private IEnumerable<string> Values(QueryModel query, string name)
    {
        string? type = query.Properties.FirstOrDefault(property => property.Name == name)?.Type;
        string? element = type?.Replace("IList<", string.Empty, StringComparison.Ordinal).TrimEnd('>', '?');
        return element is not null && model.Enums.TryGetValue(element, out EnumModel? values) ? values.Values : [];
    }

    private static bool IsFilter(string parameter) => parameter.StartsWith(FilterPrefix, StringComparison.Ordinal);

    private static string FilterName(string parameter) => parameter[FilterPrefix.Length..].TrimEnd(']');

    private static JArray Literals(IEnumerable<string> texts) => new(texts.Select(Literal));

    private static JObject Literal(string text) => new() { ["literal"] = CSharpLiteral.From(text) };
}
