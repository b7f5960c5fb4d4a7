using System.Text.RegularExpressions;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>Validates e-mail addresses.</summary>
internal static partial class EmailAddress
{
    /// <summary>Returns whether a text has the form of an e-mail address: a name and a domain with a dot.</summary>
    public static bool IsValid(string text) => Pattern().IsMatch(text);

    [GeneratedRegex(@"\A[^@\s]+@[^@\s.]+(\.[^@\s.]+)+\z")]
    private static partial Regex Pattern();
}
