namespace OpenApi.Drift.Comparison;

/// <summary>Formats segments of a JSON path for findings: <c>data[].attributes['first name']</c>.</summary>
internal static class ValuePath
{
    public const string Item = "[]";

    /// <summary>An undeclared property.</summary>
    public const string Other = ".*";

    public static string Property(string name) =>
        name.Length > 0 && name.All(static character => char.IsLetterOrDigit(character) || character is '_' or '-' or '$' or '@' or ':')
            ? $".{name}"
            : $"['{name}']";

    /// <summary>Returns the segment of the same value, if a discriminator identifies it as a subtype.</summary>
    public static string Subtype(string property, string value) => $"[{property}={value}]";

    public static string Pattern(string pattern) => $"./{pattern}/";

    /// <summary>Returns a path for a finding.</summary>
    public static string Text(string path) => path.StartsWith('.') ? path[1..] : path;
}
