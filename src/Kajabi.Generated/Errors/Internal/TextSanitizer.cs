namespace Kajabi.Errors.Internal;

/// <summary>Makes a text that came from elsewhere fit to stand in a message: on one line, and not endless.</summary>
internal static class TextSanitizer
{
    private const int Longest = 500;

    public static string Of(string text)
    {
        text = UserInfoFilter.Sanitize(text);
        string shown = text.Length > Longest ? $"{text[..Longest]}…" : text;
        return string.Create(
            shown.Length,
            shown,
            static (line, shown) =>
            {
                for (int i = 0; i < shown.Length; i++)
                {
                    line[i] = char.IsControl(shown[i]) ? ' ' : shown[i];
                }
            }
        );
    }
}
