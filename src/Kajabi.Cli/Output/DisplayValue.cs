using System.Globalization;
using Kajabi.JsonApi.Documents.Internal;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Output;

/// <summary>Formats values for a summary or a table: on one line, with short times.</summary>
internal static class DisplayValue
{
    private const char Ellipsis = '…';

    private static readonly char[] s_wordEnds = [' ', ',', '.', ';', ':', '!', '?'];

    /// <summary>Returns an attribute on one line; null if it is null, absent, empty or JSON.</summary>
    public static string? GetText(Resource resource, string attribute) =>
        resource.Attributes[attribute] is JObject || resource.Attributes[attribute] is JArray { Count: 0 }
            ? null
            : Shorten(resource, attribute, AttributeFormatter.GetText(resource.Attributes, attribute));

    /// <summary>Returns a column on one line; empty if the resource has no value.</summary>
    public static string GetCell(Resource resource, string column) =>
        resource.Attributes.IsPresent(column)
            ? Shorten(resource, column, AttributeFormatter.GetText(resource.Attributes, column)) ?? string.Empty
            : TerminalSanitizer.Sanitize(ResourceColumn.GetValue(resource, column)?.ToString() ?? string.Empty);

    /// <summary>Returns at most a number of terminal cells of a text. It ends between two words if there are several.</summary>
    public static string Truncate(string text, int width)
    {
        if (TextWidth.Get(text) <= width)
        {
            return text;
        }

        int end = TextWidth.GetLength(text, Math.Max(width - 1, 0));
        int space = s_wordEnds.Contains(text[end]) ? end : text.LastIndexOf(' ', end);
        return text[..(space > 0 ? space : end)].TrimEnd(s_wordEnds) + Ellipsis;
    }

    private static string? Shorten(Resource resource, string attribute, string? text)
    {
        string line = string.Join(' ', (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length == 0)
        {
            return null;
        }

        // A time contains no space, and other text may look like one.
        return
            resource.Attributes.Members.FindKind(attribute) == JsonApiMemberKind.DateTime
            && DateTimeOffset.TryParse(line, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)
            : line;
    }
}
