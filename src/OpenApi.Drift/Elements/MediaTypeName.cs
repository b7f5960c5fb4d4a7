using System.Globalization;

namespace OpenApi.Drift.Elements;

/// <summary>Normalizes the names of media types: case and whitespace are not significant.</summary>
internal static class MediaTypeName
{
    public static string Normalize(string name)
    {
        string[] parts = [.. name.Split(';').Select(static part => part.Trim()).Where(static part => part.Length > 0)];
        string type = Lower(parts.FirstOrDefault() ?? string.Empty);

        // JSON is always UTF-8, so the charset is redundant.
        bool isJson = type == "application/json" || type.EndsWith("+json", StringComparison.Ordinal);
        IEnumerable<string> parameters = parts
            .Skip(1)
            .Select(Parameter)
            .Where(parameter => !isJson || parameter != "charset=utf-8")
            .Order(StringComparer.Ordinal);
        return string.Join(';', parameters.Prepend(type));
    }

    private static string Parameter(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            return Lower(text);
        }

        string name = Lower(text[..equals].TrimEnd());
        string value = text[(equals + 1)..].Trim().Trim('"');
        return $"{name}={(name == "charset" ? Lower(value) : value)}";
    }

    private static string Lower(string text) => text.ToLower(CultureInfo.InvariantCulture);
}
