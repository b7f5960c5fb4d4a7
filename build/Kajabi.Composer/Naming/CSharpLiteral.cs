using System.Globalization;
using System.Text;

namespace Kajabi.Composer.Naming;

/// <summary>
/// Creates C# string literals. The composed document contains each text of the generated code as a complete literal, so that templates do
/// not have to escape anything.
/// </summary>
internal static class CSharpLiteral
{
    /// <summary>Returns the regular string literal for a text, including the quotes.</summary>
    /// <param name="text">Any text, including invalid UTF-16.</param>
    public static string From(string text)
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

    // Other characters could end the literal or the line, or be displayed in a misleading way.
    private static bool IsPlain(char character) =>
        character is (>= ' ' and <= '~' and not ('"' or '\\')) || (character > '~' && char.IsLetterOrDigit(character));
}
