using System.Globalization;
using Spectre.Console;

namespace Kajabi.Cli.Output;

/// <summary>Measures text in cells of a terminal, of which some characters need two.</summary>
internal static class TextWidth
{
    /// <summary>Returns the number of cells.</summary>
    public static int Get(string text) => text.GetCellWidth();

    /// <summary>Returns the number of characters of a text that fit into a number of cells. No visible character is split.</summary>
    public static int GetLength(string text, int width)
    {
        int length = 0;
        while (length < text.Length)
        {
            int next = length + StringInfo.GetNextTextElementLength(text, length);
            if (Get(text[..next]) > width)
            {
                break;
            }

            length = next;
        }

        return length;
    }

    /// <summary>Returns the text with spaces up to a number of cells.</summary>
    public static string Pad(string text, int width) => text + new string(' ', Math.Max(width - Get(text), 0));
}
