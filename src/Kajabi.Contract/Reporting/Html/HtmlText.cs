using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Reporting.Html;

/// <summary>Encodes text from documents as HTML.</summary>
internal static partial class HtmlText
{
    /// <summary>Returns the text on one line.</summary>
    public static string Line(string text) => WebUtility.HtmlEncode(ConsoleText.Line(text));

    /// <summary>Returns the text as code on one line, which can be wrapped after separators.</summary>
    public static string Code(string text) => $"<code>{Separator().Replace(Line(text), "$0<wbr>")}</code>";

    /// <summary>Returns a text whose code is between backticks.</summary>
    public static string WithCode(string text)
    {
        string[] parts = text.Split('`');
        StringBuilder html = new();
        for (int index = 0; index < parts.Length; index++)
        {
            html.Append(index % 2 == 1 ? Code(parts[index]) : Line(parts[index]));
        }

        return html.ToString();
    }

    /// <summary>Returns the text of an embedded file.</summary>
    public static string ReadAsset(string name)
    {
        using Stream stream = typeof(HtmlText).Assembly.GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"(?<=\w)[/.](?=\w)")]
    private static partial Regex Separator();
}
