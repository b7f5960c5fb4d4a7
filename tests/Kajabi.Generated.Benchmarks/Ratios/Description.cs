using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Kajabi.Benchmarks.Ratios;

/// <summary>Formats the content of results, so that those of different contenders can be compared.</summary>
internal static class Description
{
    /// <summary>Returns values on one line.</summary>
    public static string Line(params object?[] values) => $"({string.Join('|', values.Select(Format))})";

    /// <summary>Returns lines as one text.</summary>
    public static string Text(IEnumerable<string> lines) => string.Join('\n', lines);

    /// <summary>Returns the values of a JSON text by their paths, because the order of members does not matter.</summary>
    public static string Json(string json)
    {
        using Newtonsoft.Json.JsonTextReader reader = new(new StringReader(json))
        {
            DateParseHandling = Newtonsoft.Json.DateParseHandling.None,
        };
        return Text(
            JToken
                .Load(reader)
                .SelectTokens("$..*")
                .OfType<JValue>()
                .Select(static value => Line(value.Path, value.Value))
                .Order(StringComparer.Ordinal)
        );
    }

    private static string Format(object? value) =>
        value switch
        {
            null => "null",
            DateTimeOffset time => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            string text => text,
            IEnumerable<string> lines => $"[{string.Join(',', lines)}]",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
