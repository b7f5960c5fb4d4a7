namespace Kajabi.Errors.Internal;

/// <summary>Prepares external text for a message: one line, at most 500 characters, without user info in URLs.</summary>
internal static class TextSanitizer
{
    private const int MaxLength = 500;

    public static string Sanitize(string text)
    {
        text = UserInfoRedactor.Redact(text);
        string source = text.Length > MaxLength ? $"{text[..MaxLength]}…" : text;
        return string.Create(
            source.Length,
            source,
            static (line, source) =>
            {
                for (int i = 0; i < source.Length; i++)
                {
                    line[i] = char.IsControl(source[i]) ? ' ' : source[i];
                }
            }
        );
    }
}
