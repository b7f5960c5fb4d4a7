using System.Text.RegularExpressions;

namespace OpenApi.Documents.Elements;

/// <summary>Checks the keys of mappings of an OpenAPI document.</summary>
internal static partial class ElementKey
{
    // See RFC 9110, section 5.6.2.
    private const string Token = "[-!#$%&'*+.^_`|~0-9A-Za-z]+";

    /// <summary>Returns whether a key of <c>responses</c> is a status code, a range, <c>default</c> or an extension.</summary>
    public static bool IsStatusCode(string key) => StatusCode().IsMatch(key) || key.StartsWith("x-", StringComparison.Ordinal);

    /// <summary>Returns whether a text is a media type or a range of them, with or without parameters.</summary>
    public static bool IsMediaType(string key) => MediaType().IsMatch(key);

    [GeneratedRegex(@"\A(default|[1-5]([0-9]{2}|XX))\z")]
    private static partial Regex StatusCode();

    [GeneratedRegex($@"\A{Token}/{Token}(\s*;\s*{Token}=({Token}|""[^""\\]*""))*\z")]
    private static partial Regex MediaType();
}
