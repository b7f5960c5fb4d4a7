using System.Text.RegularExpressions;

namespace Kajabi.Http.Network;

/// <summary>Removes the user name and password of addresses such as <c>http://user:password@proxy</c> from texts and exceptions.</summary>
internal static partial class UserInfoRedactor
{
    private const string Replacement = "${start}***${end}";

    /// <summary>Replaces the user information of each address in a text, whether plain, percent-encoded or JSON-escaped.</summary>
    public static string Redact(string text) => Address().Replace(text, Replacement);

    /// <summary>Returns whether an exception, or an inner one, contains user information.</summary>
    public static bool Contains(Exception exception) =>
        ExceptionCopy.Flatten(exception).Any(static inner => Address().IsMatch(inner.Message));

    /// <summary>Returns the same failure without user information; its stack trace is that of the caller.</summary>
    public static Exception Redact(Exception exception) => ExceptionCopy.Create(exception, Redact, Contains);

    // User information ends at the last "@" before a path, query, fragment or white space. In the percent-encoded form,
    // "level" is how often the address was encoded, because the password may contain delimiters that were encoded again.
    [GeneratedRegex(
        """
            (?<start> (?: : | \\u003a ) (?: \\?/ | \\u002f ){2} ) (?: (?!\\u002f) [^\s/?\#"<>] )+
                (?<end> @ | \\u0040 | &\#(?:64|x40); | &commat; )
            | (?<start> (?: : | %(?:25)*3a ) %(?<level>(?:25)*)2f %\k<level>2f ) (?: (?! %\k<level>(?:2f|3f|23) ) [^\s/?\#"<>&] )+
                (?<end> @ | %\k<level>40 )
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Address();
}
