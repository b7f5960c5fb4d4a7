namespace Kajabi.Contract.Drift.Comparison;

/// <summary>Steps of a JSON path as findings show it: <c>data[].attributes['first name']</c>.</summary>
internal static class JsonPath
{
    public const string Item = "[]";

    /// <summary>A property that is not declared by name.</summary>
    public const string Other = ".*";

    public static string Property(string name) =>
        name.Length > 0 && name.All(static character => char.IsLetterOrDigit(character) || character is '_' or '-' or '$' or '@' or ':')
            ? $".{name}"
            : $"['{name}']";

    public static string Pattern(string pattern) => $"./{pattern}/";

    /// <summary>A path as it stands in a finding.</summary>
    public static string Text(string path) => path.StartsWith('.') ? path[1..] : path;
}
