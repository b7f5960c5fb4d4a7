using System.Globalization;
using System.Reflection;

namespace Kajabi.Cli.Endpoints;

/// <summary>Puts a request into the query object of its operation, by names on the wire.</summary>
internal static class QueryBinder
{
    // A parameter that takes a list has this after its name and is sent once for each value.
    private const string ListMark = "[]";

    /// <summary>Fills the query.</summary>
    /// <param name="query">The query of the operation.</param>
    /// <param name="request">What the user asked for.</param>
    /// <exception cref="UsageException">A filter is unknown to the operation, which would ignore it in silence.</exception>
    public static void Fill(KajabiQuery query, ReadRequest request)
    {
        foreach (IGrouping<string, string> filter in request.Filters)
        {
            string name = NameOnTheWire(query, filter.Key, request.Type);
            query.AdditionalParameters[name] = name.EndsWith(ListMark, StringComparison.Ordinal)
                ? filter.ToArray()
                : request.SingleFilter(filter.Key);
        }

        foreach (IGrouping<string, string> fields in request.Fields)
        {
            Add(query, $"fields[{fields.Key}]", string.Join(',', request.RequestedFieldsOf(fields.Key)));
        }

        Add(query, "include", request.Include.Count == 0 ? null : string.Join(',', request.Include));
        Add(query, "sort", request.Sort is { } sort ? string.Join(',', sort.Split(',', StringSplitOptions.TrimEntries)) : null);
        Add(query, "page[size]", request.PageSize?.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The names of the filters that a query declares, without <c>filter[]</c>.</summary>
    public static IReadOnlyList<string> FiltersOf(KajabiQuery query) =>
        [
            .. query
                .DeclaredParameters.Where(static declared => declared.StartsWith("filter[", StringComparison.Ordinal))
                .Select(static declared => declared["filter[".Length..declared.IndexOf(']', StringComparison.Ordinal)]),
        ];

    /// <summary>The values that a query declares for a property that takes a list of them; empty where it has no such property.</summary>
    public static IReadOnlyList<string> ValuesOf(Type query, string propertyName) =>
        query.GetProperty(propertyName)?.PropertyType.GetGenericArguments()[0] is { } value
            ?
            [
                .. value
                    .GetProperties(BindingFlags.Public | BindingFlags.Static)
                    .Where(property => property.PropertyType == value)
                    .Select(static property => property.GetValue(null)!.ToString()!),
            ]
            : [];

    private static void Add(KajabiQuery query, string name, string? value)
    {
        if (value is not null)
        {
            query.AdditionalParameters[name] = value;
        }
    }

    private static string NameOnTheWire(KajabiQuery query, string filter, string type)
    {
        string name = $"filter[{filter}]";
        if (query.DeclaredParameters.FirstOrDefault(declared => declared == name || declared == name + ListMark) is { } found)
        {
            return found;
        }

        IReadOnlyList<string> known = FiltersOf(query);
        throw new UsageException(
            known.Count == 0
                ? $"'{type}' has no filter here, and the API would ignore '{filter}' in silence. Leave --filter out."
                : $"'{type}' has no filter '{filter}', and the API would ignore it in silence and answer with everything. {DidYouMean.Suggest(filter, known)}"
        );
    }
}
