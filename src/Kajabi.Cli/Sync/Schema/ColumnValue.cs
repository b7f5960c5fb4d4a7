using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Sync.Schema;

/// <summary>Converts the JSON value of an attribute to the value of a column.</summary>
internal static class ColumnValue
{
    /// <returns>The value; null for null, and for a value of another type, which only the raw JSON contains.</returns>
    public static object? Create(JToken? value, ColumnType type) =>
        value switch
        {
            null or { Type: JTokenType.Null } => null,
            _ when type == ColumnType.Json || (type == ColumnType.Text && value is not JValue) => value.ToString(Formatting.None),
            JValue { Value: { } scalar } => Convert(scalar, type),
            _ => null,
        };

    private static object? Convert(object value, ColumnType type)
    {
        string text = System.Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return type switch
        {
            ColumnType.Boolean => value as bool?,
            ColumnType.Integer => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
                ? number
                : null,
            ColumnType.Number => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
                ? number
                : null,
            ColumnType.Time => DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out DateTimeOffset time
            )
                ? time.UtcDateTime
                : null,
            ColumnType.Date => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out DateOnly date) ? date : null,
            _ => text,
        };
    }
}
