namespace Kajabi.Cli.Output;

/// <summary>
/// Replaces a character of text that a CI service would interpret as a command, because anyone can enter such text into a form. Commands
/// are <c>::error::</c> at the start of a line, and <c>##[...]</c> or <c>##vso[...]</c> anywhere.
/// </summary>
internal sealed class CommandFilter
{
    private const char Replacement = '\uFFFD';

    private bool _isLineStart = true;
    private bool _isAfterColon;
    private int _hashes;

    /// <summary>Filters a text.</summary>
    public static string Apply(string text)
    {
        CommandFilter filter = new();
        return string.Create(
            text.Length,
            (text, filter),
            static (filtered, state) =>
            {
                for (int index = 0; index < filtered.Length; index++)
                {
                    filtered[index] = state.filter.Next(state.text[index]);
                }
            }
        );
    }

    /// <summary>Returns the character to write instead of the next one.</summary>
    public char Next(char character)
    {
        bool isSecondColon = character == ':' && _isAfterColon;
        bool isBracket = character == '[' && _hashes >= 2;
        _isAfterColon = character == ':' && _isLineStart;
        _isLineStart = character is '\n' or '\r' || (_isLineStart && char.IsWhiteSpace(character));
        _hashes =
            character == '#' ? Math.Min(_hashes + 1, 2)
            : _hashes >= 2 && (char.IsLetterOrDigit(character) || character == '_') ? _hashes
            : 0;
        return isSecondColon || isBracket ? Replacement : character;
    }
}
