using System.Globalization;

namespace Kajabi.Cli.Endpoints;

/// <summary>Puts a request into the query object of its operation, by names on the wire.</summary>
internal static class WireQuery
{
    private const string PageNumber = "page[number]";

    /// <summary>Fills the query.</summary>
    /// <param name="query">The query, which may hold typed values already.</param>
    /// <param name="request">What the user asked for.</param>
    /// <param name="typed">The filters that the query already holds as typed values.</param>
    /// <exception cref="WrongUseException">A filter is unknown to the operation, which would ignore it in silence.</exception>
    public static TQuery Fill<TQuery>(TQuery query, ReadRequest request, params IReadOnlyList<string> typed)
        where TQuery : KajabiQuery
    {
        foreach (string filter in request.Filters.Select(static values => values.Key))
        {
            RefuseUnknown(query, filter, request.Type);
            if (!typed.Contains(filter))
            {
                Add(query, $"filter[{filter}]", request.SingleFilter(filter));
            }
        }

        foreach (IGrouping<string, string> fields in request.Fields)
        {
            Add(query, $"fields[{fields.Key}]", string.Join(',', request.FieldsOf(fields.Key)));
        }

        Add(query, "include", request.Include.Count == 0 ? null : string.Join(',', request.Include));
        Add(query, "sort", request.Sort);
        Add(query, "page[size]", request.PageSize?.ToString(CultureInfo.InvariantCulture));
        return query;
    }

    /// <summary>Turns to a page; the first one is what the API gives unasked.</summary>
    public static void TurnTo(KajabiQuery query, long page)
    {
        if (page > 1)
        {
            query.Additional[PageNumber] = page.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static void Add(KajabiQuery query, string name, string? value)
    {
        if (value is not null)
        {
            query.Additional[name] = value;
        }
    }

    private static void RefuseUnknown(KajabiQuery query, string filter, string type)
    {
        List<string> known = [.. query.DeclaredParameters
            .Where(static name => name.StartsWith("filter[", StringComparison.Ordinal))
            .Select(static name => name["filter[".Length..name.IndexOf(']', StringComparison.Ordinal)])];
        if (known.Contains(filter))
        {
            return;
        }

        throw new WrongUseException(known.Count == 0
            ? $"'{type}' has no filter in this command, and the API would ignore '{filter}' in silence. Leave --filter out."
            : $"'{type}' has no filter '{filter}', and the API would ignore it in silence and answer with everything. {Spelling.Advice(filter, known)}");
    }
}
