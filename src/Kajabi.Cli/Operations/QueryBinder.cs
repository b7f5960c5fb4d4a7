using System.Globalization;

namespace Kajabi.Cli.Operations;

/// <summary>Sets the query parameters of an operation by their names in the URL.</summary>
internal static class QueryBinder
{
    // The name of a list parameter ends with this. The parameter is sent once for each value.
    private const string ListSuffix = "[]";

    /// <summary>Sets the parameters of the query.</summary>
    /// <param name="query">The query of the operation.</param>
    /// <param name="request">The requested resources and fields.</param>
    /// <exception cref="UsageException">
    /// The operation does not support a filter and would silently ignore it, or a filter cannot have its value.
    /// </exception>
    public static void Bind(KajabiQuery query, ReadRequest request)
    {
        foreach (IGrouping<string, string> filter in request.Filters)
        {
            string name = GetParameterName(query, filter.Key, request.Type);
            foreach (string value in filter)
            {
                FilterValue.Validate(filter.Key, value, query.GetValueKind(name));
            }

            query.AdditionalParameters[name] = name.EndsWith(ListSuffix, StringComparison.Ordinal)
                ? filter.ToArray()
                : request.GetSingleFilter(filter.Key);
        }

        foreach (IGrouping<string, string> fields in request.Fields)
        {
            Add(query, $"fields[{fields.Key}]", string.Join(',', request.GetRequestedFields(fields.Key)));
        }

        Add(query, "include", request.Include.Count == 0 ? null : string.Join(',', request.Include));
        Add(query, "sort", request.Sort is { } sort ? string.Join(',', sort.Split(',', StringSplitOptions.TrimEntries)) : null);
        Add(query, "page[size]", request.PageSize?.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Returns the names of the filters that a query supports, without <c>filter[]</c>.</summary>
    public static IReadOnlyList<string> GetFilters(KajabiQuery query) =>
        [
            .. query
                .DeclaredParameters.Where(static declared => declared.StartsWith("filter[", StringComparison.Ordinal))
                .Select(static declared => declared["filter[".Length..declared.IndexOf(']', StringComparison.Ordinal)]),
        ];

    private static void Add(KajabiQuery query, string name, string? value)
    {
        if (value is not null)
        {
            query.AdditionalParameters[name] = value;
        }
    }

    private static string GetParameterName(KajabiQuery query, string filter, string type)
    {
        string name = $"filter[{filter}]";
        if (query.DeclaredParameters.FirstOrDefault(declared => declared == name || declared == name + ListSuffix) is { } found)
        {
            return found;
        }

        IReadOnlyList<string> known = GetFilters(query);
        throw new UsageException(
            known.Count == 0
                ? $"'{type}' has no filters here, and the API would silently ignore '{filter}'. Omit --filter."
                : $"'{type}' has no filter '{filter}', and the API would silently ignore it and return all "
                    + $"resources. {DidYouMean.Suggest(filter, known)}"
        );
    }
}
