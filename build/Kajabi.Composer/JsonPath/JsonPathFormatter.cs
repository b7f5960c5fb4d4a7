using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath;

/// <summary>Formats the query that selects one token of a document.</summary>
internal static partial class JsonPathFormatter
{
    /// <summary>Returns the path of a token or, if it is in a copy, the path of the original.</summary>
    public static string Format(JToken token)
    {
        List<JToken> tokens = [.. token.AncestorsAndSelf()];
        int copied = tokens.FindIndex(static one => one.Annotation<TokenOrigin>() is not null);
        return copied < 0 ? "$" + Steps(tokens) : tokens[copied].Annotation<TokenOrigin>()!.Path + Steps(tokens[..copied]);
    }

    private static string Steps(IEnumerable<JToken> innermostFirst) => string.Concat(innermostFirst.Reverse().Select(Step));

    private static string Step(JToken token) =>
        token switch
        {
            JProperty property when ShortName().IsMatch(property.Name) => $".{property.Name}",
            JProperty property => $"['{Escape(property.Name)}']",
            { Parent: JArray list } => string.Create(CultureInfo.InvariantCulture, $"[{list.IndexOf(token)}]"),
            _ => string.Empty,
        };

    private static string Escape(string name)
    {
        StringBuilder escaped = new();
        foreach (char unit in name)
        {
            _ = unit switch
            {
                '\'' or '\\' => escaped.Append('\\').Append(unit),
                _ when IsInvisible(unit) => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
                _ => escaped.Append(unit),
            };
        }

        return escaped.ToString();
    }

    // A message is printed on one line, in which these characters would be lost or could not be seen.
    private static bool IsInvisible(char unit) =>
        char.GetUnicodeCategory(unit)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex ShortName();
}
