using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Sandbox.Internal.Reading;

/// <summary>
/// The parsed query of a request, by JSON:API parameter family. Of a parameter that is sent several times, the last value counts; only
/// a parameter whose name ends in <c>[]</c> is a list.
/// </summary>
internal sealed class SandboxQuery
{
    private readonly IQueryCollection _query;

    public SandboxQuery(IQueryCollection query)
    {
        _query = query;
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in query)
        {
            string value = values.LastOrDefault() ?? string.Empty;
            switch (name.Split('[', 2))
            {
                case ["filter", [.. var filter, '[', ']']] when filter.EndsWith(']'):
                    Filters[$"{filter[..^1]}[]"] = string.Join(',', values.ToArray());
                    break;
                case ["filter", [.. var filter, ']']]:
                    Filters[filter] = value;
                    break;
                case ["fields", [.. var type, ']']]:
                    Fields[type] = ParseList(value);
                    break;
                case ["page", "number]"]:
                    PageNumber = ParsePage(name, value);
                    break;
                case ["page", "size]"]:
                    PageSize = ParsePage(name, value);
                    break;
                case ["include"]:
                    Include = ParseList(value);
                    break;
                case ["sort"]:
                    Sort = ParseList(value);
                    break;
                default:
                    OtherNames.Add(name);
                    break;
            }
        }
    }

    /// <summary>The filters by the name between the brackets, which ends in <c>[]</c> for lists.</summary>
    public Dictionary<string, string> Filters { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string[]> Fields { get; } = new(StringComparer.Ordinal);

    public string[] Include { get; } = [];

    public string[] Sort { get; } = [];

    public int? PageNumber { get; }

    public int? PageSize { get; }

    /// <summary>The names of parameters of no family.</summary>
    public List<string> OtherNames { get; } = [];

    /// <summary>The names of parameters of pages whose value is no number.</summary>
    public List<string> InvalidPages { get; } = [];

    /// <summary>
    /// The parameters that pagination links contain before the page number. Values are encoded, so that a link returns the same list;
    /// brackets of names are not, as in the API.
    /// </summary>
    public IEnumerable<string> Rest =>
        _query
            .Where(static pair => pair.Key != "page[number]")
            .SelectMany(static pair => pair.Value, static (pair, value) => $"{EncodeName(pair.Key)}={Encode(value ?? string.Empty)}");

    /// <summary>Returns the value of a filter; null if it is blank.</summary>
    public string? GetFilter(string name) =>
        Filters.TryGetValue(name, out string? value) && !string.IsNullOrWhiteSpace(value) ? value : null;

    /// <summary>Returns the positive integer that a filter contains; null for another value.</summary>
    public int? GetNumber(string name) => ParseNumber(GetFilter(name)) is > 0 and var number ? number : null;

    private int? ParsePage(string name, string value)
    {
        int? number = ParseNumber(value);
        if (number is null)
        {
            InvalidPages.Add(name);
        }

        return number;
    }

    private static string EncodeName(string name) =>
        Encode(name).Replace("%5B", "[", StringComparison.Ordinal).Replace("%5D", "]", StringComparison.Ordinal);

    private static string Encode(string text) => Uri.EscapeDataString(text);

    private static string[] ParseList(string value) =>
        value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int? ParseNumber(string? value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
