using System.Globalization;
using System.Text;

namespace Kajabi.Contract.Compose;

/// <summary>
/// Writes C# string literals. The composed document contains every text that the generated code needs as a finished literal, so
/// that no template has to escape anything.
/// </summary>
internal static class CSharpLiteral
{
    /// <summary>Returns the regular string literal for a text, including the quotes.</summary>
    /// <param name="text">Any text, including invalid UTF-16.</param>
    public static string Of(string text)
    {
        StringBuilder literal = new StringBuilder(text.Length + 2).Append('"');
        char previous = '\0';
        foreach (char character in text)
        {
            // NSwag removes its marker for empty templates (__EMPTY-TEMPLATE__) from the generated code, also inside literals.
            bool isSecondUnderscore = character == '_' && previous == '_';
            if (IsPlain(character) && !isSecondUnderscore)
            {
                literal.Append(character);
            }
            else
            {
                literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            }

            previous = character;
        }

        return literal.Append('"').ToString();
    }

    // Everything else could end the literal, end the line, or display as something that it is not.
    private static bool IsPlain(char character) =>
        character is (>= ' ' and <= '~' and not ('"' or '\\')) || (character > '~' && char.IsLetterOrDigit(character));
}
