using System.Globalization;
using System.Text.RegularExpressions;
using Kajabi.Tests.Documents;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests;

/// <summary>
/// The differences between the readers that do not concern numbers. All are in text that is not JSON, in members with the same name,
/// in marks that no serializer writes, or in the location of reports.
/// </summary>
internal static partial class OtherDifferences
{
    /// <summary>
    /// Returns whether a document is not compared: it contains a constructor of JavaScript, which the former reader wrote again
    /// and the SDK rejects, or it is a number or literal with more text directly after it, which both reject for different reasons, or it
    /// is a delivery that Newtonsoft.Json takes for a time, which the former reader could not read.
    /// </summary>
    public static bool IsIncomparable(DocumentCase document) =>
        LiteralWithMore().IsMatch(document.Text)
        || (document.TypeName == nameof(WebhookEvent) && Time().IsMatch(document.Text))
        || StringsAndConstructors().Matches(document.Text).Any(static match => match.Value.StartsWith('n'));

    /// <summary>
    /// Returns whether a document that is read differently contains a relationship that is no object, with resources beside its mark. The
    /// former reader lost them.
    /// </summary>
    public static bool HasResourcesBesideOtherJson(DocumentCase document)
    {
        // Names can contain escapes.
        HashSet<string> names = new(StringComparer.Ordinal);
        _ = Read(
            document.Text.TrimStart('\uFEFF'),
            reader =>
            {
                while (reader.Read())
                {
                    if (reader.TokenType == JsonToken.PropertyName)
                    {
                        names.Add((string)reader.Value!);
                    }
                }

                return null;
            }
        );
        return names.IsSupersetOf(["@json", "@included"]);
    }

    /// <summary>
    /// Returns a document with null instead of missing values, which the former reader wrote as <c>undefined</c>; the SDK reads them as
    /// null.
    /// </summary>
    public static DocumentCase ReplaceIn(DocumentCase document)
    {
        string replaced = StringsAndMissingValues()
            .Replace(
                document.Text,
                static match => match.Value[0] is '"' or '\'' ? match.Value : $"{match.Value.Replace("undefined", string.Empty)}null"
            );
        return replaced == document.Text ? document : document.With(replaced);
    }

    /// <summary>
    /// Returns the document with the last value of each member; null unless the former reader lost a value, see
    /// <see cref="LoadedMembers"/>.
    /// </summary>
    public static DocumentCase? WithoutDuplicates(DocumentCase document) =>
        LoadedMembers.Find(document.Text).HasDuplicates ? Rewrite(document, static reader => JToken.ReadFrom(reader)) : null;

    /// <summary>Returns the document in the same notation as <see cref="WithoutDuplicates"/>, with all values.</summary>
    public static DocumentCase? WithDuplicates(DocumentCase document) => Rewrite(document, static reader => new JRaw(CopyTokens(reader)));

    /// <summary>Returns the sections of a result without what the readers are known to report differently.</summary>
    /// <param name="document">The document.</param>
    /// <param name="result">The result of a reader.</param>
    public static string Normalize(DocumentCase document, string result)
    {
        List<(string Name, string Text)> sections = Split(result);

        // The former reader reported resources in links or in marks without the path to them, and names with special characters in
        // another notation.
        bool hasSpecialNames = LoadedMembers.Find(document.Text).HasSpecialNames;
        if (hasSpecialNames || MisplacedLinkage().IsMatch(document.Text))
        {
            sections = [.. sections.Select(static one => (one.Name, ResourceFailure().Replace(one.Text, "$1")))];
        }

        // Both readers reject a malformed text, at the token where they notice it: they read comments, the end of literals and members
        // with the same name differently.
        bool isMalformed = IsMalformed(document.Text);
        if (isMalformed && HasLenientParts(document.Text))
        {
            sections = [.. sections.Select(Shorten)];
        }

        // Both messages report an incomplete text, of the document or of one of its values.
        sections =
        [
            .. sections.Select(one => (one.Name, (isMalformed ? IncompleteValue() : Incomplete()).Replace(one.Text, "incomplete"))),
        ];

        // Before they reject a malformed text, the readers have read different parts of it.
        if (isMalformed || hasSpecialNames)
        {
            sections.RemoveAll(static one => one.Name == "drift");
        }

        // Both readers write a member twice if a mark is no list, or linkage has another type; see WithoutDuplicates.
        sections = [.. sections.Where((_, index) => index == 0 || !IsWrittenWithDuplicates(sections[index - 1]))];
        return string.Concat(sections.Select(static one => string.Create(CultureInfo.InvariantCulture, $"## {one.Name}\n{one.Text}\n")));
    }

    /// <summary>Splits a result into its sections, and copies the text of a section that refers to another one.</summary>
    private static List<(string Name, string Text)> Split(string result)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        List<(string Name, string Text)> sections = [];
        foreach (string section in result.Split("## ", StringSplitOptions.RemoveEmptyEntries))
        {
            int end = section.IndexOf('\n', StringComparison.Ordinal);
            (string name, string text) = (section[..end], section[(end + 1)..].TrimEnd('\n'));
            text = text.StartsWith("as ", StringComparison.Ordinal) ? texts[text[3..]] : text;
            texts.TryAdd(name, text);
            sections.Add((name, text));
        }

        return sections;
    }

    private static bool IsWrittenWithDuplicates((string Name, string Text) section) =>
        section.Name.Contains("written by", StringComparison.Ordinal)
        && section.Text.StartsWith('"')
        && JsonConvert.DeserializeObject<string>(section.Text) is { } json
        && Read(json, static reader => JToken.ReadFrom(reader)) is { } unique
        && Read(json, static reader => new JRaw(CopyTokens(reader)))?.ToString() != unique.ToString(Formatting.None);

    private static (string Name, string Text) Shorten((string Name, string Text) section) =>
        (section.Name, ExceptionMessage().Replace(section.Text, "Exception"));

    // A text of comments has no value, and an incomplete one ends in an object or array.
    private static bool IsMalformed(string text) =>
        Read(
            text.TrimStart('\uFEFF'),
            static reader => CopyTokens(reader) is { Length: > 0 } json && reader.Depth == 0 ? new JRaw(json) : null
        )
            is null;

    private static bool HasLenientParts(string text)
    {
        string withoutStrings = StringsAndConstructors().Replace(text, "\"");
        return withoutStrings.Contains('/', StringComparison.Ordinal)
            || AnyLiteralWithMore().IsMatch(withoutStrings)
            || LoadedMembers.Find(text).HasDuplicates;
    }

    private static DocumentCase? Rewrite(DocumentCase document, Func<JsonReader, JToken> read) =>
        Read(document.Text.TrimStart('\uFEFF'), read) is { } token ? document.With(token.ToString(Formatting.None)) : null;

    private static JToken? Read(string json, Func<JsonReader, JToken?> read)
    {
        using JsonTextReader reader = new(new StringReader(json))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
            MaxDepth = null,
        };
        try
        {
            return read(reader);
        }
        catch (JsonReaderException)
        {
            return null;
        }
    }

    private static string CopyTokens(JsonReader reader)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        using JsonTextWriter writer = new(text);
        while (reader.Read())
        {
            if (reader.TokenType != JsonToken.Comment)
            {
                writer.WriteToken(reader, writeChildren: false);
            }
        }

        return text.ToString();
    }

    // A string, or else a constructor, so that one in a string is none. A string can end with the text.
    [GeneratedRegex(
        """ "(?:[^"\\]|\\.)*"? | '(?:[^'\\]|\\.)*'? | new\s+\w+\s*\( """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline
    )]
    private static partial Regex StringsAndConstructors();

    [GeneratedRegex(
        """ "(?:[^"\\]|\\.)*"? | '(?:[^'\\]|\\.)*'? | [\[,]\s*(?=,) | :\s*(?=[,\]}]) | \bundefined\b """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline
    )]
    private static partial Regex StringsAndMissingValues();

    [GeneratedRegex(@"^\uFEFF?\s*(?:null|true|false|-?[0-9][0-9.eE+-]*)[^\s,\]}0-9.eE+-]")]
    private static partial Regex LiteralWithMore();

    [GeneratedRegex(@"\b(?:null|true|false|[0-9][0-9.eE+-]*)[^\s,\]}0-9.eE+-]")]
    private static partial Regex AnyLiteralWithMore();

    [GeneratedRegex(@"[\w.]+Exception: ""[^\n]*")]
    private static partial Regex ExceptionMessage();

    [GeneratedRegex("The JSON (?:is malformed or truncated|ends before the document is complete)|while loading J(?:Array|Object)")]
    private static partial Regex Incomplete();

    [GeneratedRegex(
        @"[\w.]+Exception: ""[^""\n]*(?:malformed or truncated|ends before the document is complete|from JsonReader|while loading J)[^\n]*"
    )]
    private static partial Regex IncompleteValue();

    [GeneratedRegex(@"^\uFEFF?\s*[""'][0-9]{4}-[0-9]{2}-[0-9]{2}T")]
    private static partial Regex Time();

    // A name with escapes can be any name.
    [GeneratedRegex(
        """
            "(?:links|[^"\\]*(?:\\u[^"\\]*)+)"\s*:\s*\{[^{}]*"(?:data|[^"\\]*(?:\\u[^"\\]*)+)"\s*:
            | "@(?:resolved_by_type|included)"\s*:
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex MisplacedLinkage();

    [GeneratedRegex(@"(Expected a resource)[^\n]*")]
    private static partial Regex ResourceFailure();
}
