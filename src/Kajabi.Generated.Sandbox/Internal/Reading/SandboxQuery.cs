using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Sandbox.Internal.Reading;

/// <summary>The parsed query of a request, by JSON:API parameter family.</summary>
internal sealed class SandboxQuery
{
    public SandboxQuery(IQueryCollection query)
    {
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in query)
        {
            string value = values.LastOrDefault() ?? string.Empty;
            switch (name.Split('[', 2))
            {
                case ["filter", var rest]:
                    Filters[rest.TrimEnd('[', ']')] = string.Join(',', values.ToArray());
                    break;
                case ["fields", var rest]:
                    Fields[rest.TrimEnd(']')] = ParseList(value);
                    break;
                case ["page", "number]"]:
                    PageNumber = ParseNumber(value);
                    break;
                case ["page", "size]"]:
                    PageSize = ParseNumber(value);
                    break;
                case ["include"]:
                    Include = ParseList(value);
                    break;
                case ["sort"]:
                    Sort = ParseList(value);
                    break;
            }
        }

        Rest =
        [
            .. query
                .Where(static pair => pair.Key != "page[number]")
                .SelectMany(static pair => pair.Value, static (pair, value) => $"{pair.Key}={value}"),
        ];
    }

    public Dictionary<string, string> Filters { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string[]> Fields { get; } = new(StringComparer.Ordinal);

    public string[] Include { get; } = [];

    public string[] Sort { get; } = [];

    public int? PageNumber { get; }

    public int? PageSize { get; }

    /// <summary>The parameters that pagination links contain before the page number.</summary>
    public IReadOnlyList<string> Rest { get; }

    private static string[] ParseList(string value) =>
        value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int? ParseNumber(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
