using System.Globalization;

namespace Kajabi.Composer.Naming;

/// <summary>
/// Creates the names of schemas and operations in the composed document. OpenAPI allows ASCII letters, digits, <c>.</c>, <c>-</c> and
/// <c>_</c> there; the generated code has the names of the extensions.
/// </summary>
internal static class DocumentName
{
    /// <param name="identifier">A C# identifier.</param>
    /// <returns>A different name for each identifier: an identifier contains no hyphen.</returns>
    public static string From(string identifier) =>
        string.Concat(
            identifier.Select(static character =>
                char.IsAscii(character) ? character.ToString() : string.Create(CultureInfo.InvariantCulture, $"-{(int)character:X4}")
            )
        );
}
