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
    private const string IdentifierFailure = "Expected a resource identifier";

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
            using JsonTextReader reader = new(new StringReader(one.Text.TrimStart('\uFEFF')))
            {
                DateParseHandling = DateParseHandling.None,
                FloatParseHandling = FloatParseHandling.Decimal,
            };
            JToken unique = JToken.ReadFrom(reader);
            int members = CountMembers(one.Text.TrimStart('\uFEFF'));
            return members == CountMembers(unique.ToString()) ? null : one.With(unique.ToString(Formatting.None));
        }
        catch (JsonReaderException)
        {
            return null;
        }
    }

    /// <summary>
    /// Returns a result up to the first JSON that contains a member twice: both readers write it if the document contains a mark that
    /// is no list, or linkage of another type. The former reader lost one of them if they preceded the type; see WithoutDuplicates.
    /// </summary>
    private static string RemoveWrittenDuplicates(string result)
    {
        foreach (Match written in Written().Matches(result))
        {
            if (
                written.Groups["json"].Value.StartsWith('"')
                && HasDuplicates(JsonConvert.DeserializeObject<string>(written.Groups["json"].Value)!)
            )
            {
                return result[..written.Index];
            }
        }

        return result;
    }

    private static bool HasDuplicates(string json)
    {
        try
        {
            using JsonTextReader reader = new(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
            return CountMembers(json) != CountMembers(JToken.ReadFrom(reader).ToString());
        }
        catch (JsonReaderException)
        {
            return false;
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
        // The former reader reported linkage in links or in marks without the path to it.
        int failure = MisplacedLinkage().IsMatch(one.Text) ? result.IndexOf(IdentifierFailure, StringComparison.Ordinal) : -1;
        string text = failure < 0 ? result : result[..failure];

        text = RemoveWrittenDuplicates(text);

        // The former reader did not write names with special characters in brackets if they preceded the type of the resource.
        return UnsafeName().IsMatch(one.Text) ? Drift().Replace(text, "## drift\n") : text;
    }

    [GeneratedRegex("""new \w+\(|[\[,:]\s*,|:\s*[\]}]|\bundefined\b""")]
    private static partial Regex JavaScript();

    [GeneratedRegex(""""links"\s*:\s*\{[^{}]*"data"\s*:|"@resolved_by_type"\s*:"""")]
    private static partial Regex MisplacedLinkage();

    [GeneratedRegex("""(?:"(?:[^"\\]|\\.)*[^A-Za-z0-9_@"-](?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*[^A-Za-z0-9_@'-](?:[^'\\]|\\.)*')\s*:""")]
    private static partial Regex UnsafeName();

    [GeneratedRegex(@"^## [^\n]*written by[^\n]*\n(?<json>[^\n]*)", RegexOptions.Multiline)]
    private static partial Regex Written();

    [GeneratedRegex(@"## drift\n(?:(?!## ).*\n)*")]
    private static partial Regex Drift();
}
