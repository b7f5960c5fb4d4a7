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
                    Fields[rest.TrimEnd(']')] = List(value);
                    break;
                case ["page", "number]"]:
                    PageNumber = Number(value);
                    break;
                case ["page", "size]"]:
                    PageSize = Number(value);
                    break;
                case ["include"]:
                    Include = List(value);
                    break;
                case ["sort"]:
                    Sort = List(value);
                    break;
            }
        }

        // The parameters that pagination links repeat.
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

    public IReadOnlyList<string> Rest { get; }

    private static string[] List(string value) => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int? Number(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
