using System.Globalization;

namespace Kajabi.Query.Internal;

/// <summary>Writes the values of attribute filters that the API would ignore or misread if they were invalid.</summary>
internal static class FilterValueWriter
{
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public static void AddText(this QueryWriter writer, string name, string? value)
    {
        if (value is not null && string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException($"{name} is blank, and the API would ignore it and return everything. Set null for no filter.");
        }

        writer.Add(name, value);
    }

    /// <summary>Adds a list as one comma-separated parameter; null is omitted.</summary>
    /// <exception cref="ArgumentException">The list is empty, or a value is blank or has a comma.</exception>
    public static void AddValues<T>(this QueryWriter writer, string name, IList<T>? values)
    {
        if (values is null)
        {
            return;
        }

        if (values.Count == 0)
        {
            throw new ArgumentException($"{name} has no values, and the API would return everything. Set null for no filter.");
        }

        List<string> texts = [.. values.Select(Format)];
        if (texts.Exists(static text => string.IsNullOrWhiteSpace(text) || text.Contains(',', StringComparison.Ordinal)))
        {
            throw new ArgumentException($"{name} has a value that is blank or has a comma, which separates the values. Remove it.");
        }

        writer.Add(name, texts);
    }

    private static string Format<T>(T value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            DateTimeOffset time => Iso8601.Format(time),
            DateOnly date => date.ToString(Iso8601.DateFormat, CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value?.ToString() ?? string.Empty,
        };
}
