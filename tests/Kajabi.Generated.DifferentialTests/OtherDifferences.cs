using System.Text;
using System.Text.RegularExpressions;
using Kajabi.Tests.Documents;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests;

/// <summary>
/// The differences between the readers that do not concern numbers. All are in text that is not JSON, or in reports of names that the
/// OpenAPI document cannot contain.
/// </summary>
internal static partial class OtherDifferences
{
    /// <summary>
    /// Returns whether a document contains JavaScript. The former reader read a missing value and constructors and wrote them
    /// again, which no JSON reader accepts; the SDK reads a missing value as null and rejects constructors.
    /// </summary>
    public static bool IsJavaScript(DocumentCase one) => JavaScript().IsMatch(one.Text);

    /// <summary>
    /// Returns a document without halves of surrogate pairs, which UTF-8 cannot contain: the former reader could keep them in a .NET
    /// string. Escaped halves are compared.
    /// </summary>
    public static DocumentCase ReplaceIn(DocumentCase one)
    {
        string valid = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(one.Text));
        return valid == one.Text ? one : one.With(valid);
    }

    /// <summary>
    /// Returns a document in which each member has its last value; null if it has no duplicate members. The former reader lost the
    /// others if the members preceded the type of their resource.
    /// </summary>
    public static DocumentCase? WithoutDuplicates(DocumentCase one)
    {
        try
        {
            using JsonTextReader reader = new(new StringReader(one.Text))
            {
                DateParseHandling = DateParseHandling.None,
                FloatParseHandling = FloatParseHandling.Decimal,
            };
            JToken unique = JToken.ReadFrom(reader);
            int members = CountMembers(one.Text);
            return members == CountMembers(unique.ToString()) ? null : one.With(unique.ToString(Formatting.None));
        }
        catch (JsonReaderException)
        {
            return null;
        }
    }

    private static int CountMembers(string json)
    {
        using JsonTextReader reader = new(new StringReader(json));
        int count = 0;
        while (reader.Read())
        {
            count += reader.TokenType == JsonToken.PropertyName ? 1 : 0;
        }

        return count;
    }

    /// <summary>Returns a result without what the readers are known to read differently.</summary>
    /// <param name="one">The document.</param>
    /// <param name="result">The result of a reader.</param>
    public static string Normalize(DocumentCase one, string result)
    {
        // The former reader reported misplaced linkage without the path to it.
        string text = MisplacedLinkage().IsMatch(one.Text) ? IdentifierLocation().Replace(result, "$1") : result;

        // A mark that is no list is an additional member, so that a changed object contains its name twice; see WithoutDuplicates.
        if (OtherMark().IsMatch(one.Text))
        {
            text = Changed().Replace(text, string.Empty);
        }

        // The former reader did not write names with special characters in brackets if they preceded the type of the resource.
        return UnsafeName().IsMatch(one.Text) ? Drift().Replace(text, "## drift\n") : text;
    }

    [GeneratedRegex("""new \w+\(|[\[,:]\s*[,\]}]|\bundefined\b""")]
    private static partial Regex JavaScript();

    [GeneratedRegex(""""links"\s*:\s*\{[^{}]*"data"\s*:"""")]
    private static partial Regex MisplacedLinkage();

    [GeneratedRegex("""(Expected a resource identifier[^\n]*? and found \w+), at [^\n]*""")]
    private static partial Regex IdentifierLocation();

    [GeneratedRegex("""(?:"(?:[^"\\]|\\.)*[^A-Za-z0-9_@"-](?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*[^A-Za-z0-9_@'-](?:[^'\\]|\\.)*')\s*:""")]
    private static partial Regex UnsafeName();

    [GeneratedRegex(""""@(?:received|assigned)"\s*:\s*[^\s\[]"""")]
    private static partial Regex OtherMark();

    [GeneratedRegex(@"## (?:rejected changes|changed)[\s\S]*")]
    private static partial Regex Changed();

    [GeneratedRegex(@"## drift\n(?:(?!## ).*\n)*")]
    private static partial Regex Drift();
}
