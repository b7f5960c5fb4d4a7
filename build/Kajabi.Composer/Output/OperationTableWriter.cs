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
    public IEnumerable<(string ResourceType, JObject Entry)> Write() =>
        ResourceOperationsModel
            .Find(model)
            .Select(operations =>
            {
                JObject entry = new() { ["type"] = "string", ["x-get"] = Operation(operations.Get) };
                Add(entry, "x-list", operations.List);
                Add(entry, "x-create", operations.Create);
                Add(entry, "x-update", operations.Update);
                Add(entry, "x-delete", operations.Delete);
                return (operations.Resource.ResourceType, entry);
            });

    private void Add(JObject entry, string name, OperationModel? operation)
    {
        if (operation is not null)
        {
            entry[name] = Operation(operation);
        }
    }

    private JObject Operation(OperationModel operation)
    {
        JObject written = new() { ["x-area"] = operation.Area, ["x-csharp-name"] = operation.Name };
        if (operation.IsPaged)
        {
            written["x-all-name"] = OperationNamer.OverAllPages(operation.Name);
        }

        if (operation.BodyType is not null)
        {
            written["x-body-type"] = operation.BodyType;
        }

        if (operation.FlattenedBody?.Owner is { } owner)
        {
            written["x-owner-literal"] = CSharpLiteral.From(owner.ApiName);
        }

        if (operation.Query is { } query)
        {
            List<QueryPropertyModel> required =
            [
                .. query.Properties.Where(static property => property is { IsRequired: true, Kind: "scalar" }),
            ];
            written["x-query"] = query.Name;
            written["x-required"] = new JArray(required.Select(static property => new JObject { ["x-csharp-name"] = property.Name }));
            written["x-filters"] = Literals(required.Select(static property => property.ApiName).Where(IsFilter).Select(FilterName));
            written["x-includes"] = Literals(Values(query, "Include"));
            written["x-sorts"] = Literals(Values(query, "Sort"));
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

    private static JArray Literals(IEnumerable<string> texts) =>
        new(texts.Select(static text => new JObject { ["x-literal"] = CSharpLiteral.From(text) }));
}
