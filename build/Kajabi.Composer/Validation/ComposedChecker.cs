using System.Text.RegularExpressions;
using Kajabi.Composer.Naming;
using Kajabi.Composer.Output;
using Kajabi.Composer.Rules;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Validation;

/// <summary>
/// The last check before code is generated: every member of an extension that a template writes into C# is an identifier, a type, a
/// complete literal or the text of a doc comment. A test checks that templates write no other members.
/// </summary>
internal static partial class ComposedChecker
{
    /// <summary>Gets the members that templates write as identifiers.</summary>
    public static IReadOnlySet<string> Identifiers { get; } =
        new HashSet<string>
        {
            "allName",
            "area",
            "attribute",
            "attributes",
            "body",
            "comparison",
            "fieldsets",
            "filter",
            "item",
            "name",
            "parameter",
            "query",
            "resource",
            "response",
        };

    /// <summary>Gets the members that templates write as types, or as the end of a method name.</summary>
    public static IReadOnlySet<string> Types { get; } = new HashSet<string> { "reader", "typeName" };

    /// <summary>Gets the members that templates write as literals.</summary>
    public static IReadOnlySet<string> Literals { get; } = new HashSet<string> { "accept", "literal", "obsolete" };

    /// <summary>Gets the members that templates write into doc comments.</summary>
    public static IReadOnlySet<string> Docs { get; } = new HashSet<string> { "doc", "remarks", "returns", "summary" };

    /// <param name="composed">The composed document.</param>
    /// <param name="location">The location that is reported for violations.</param>
    /// <param name="findings">Collects the violations.</param>
    public static void Check(JObject composed, JToken location, FindingCollector findings)
    {
        JObject schemas = (JObject)composed["components"]!["schemas"]!;
        IEnumerable<JToken> operations = ContractTree.Operations(composed).Select(static operation => operation.Value);
        foreach (
            JObject extension in schemas
                .PropertyValues()
                .Concat(operations)
                .Select(static element => element[CSharpExtension.Keyword])
                .OfType<JObject>()
        )
        {
            CheckMembers(extension, location, findings);
        }
    }

    private static void CheckMembers(JObject extension, JToken location, FindingCollector findings)
    {
        foreach (
            JProperty member in extension.Descendants().OfType<JProperty>().Where(static member => member.Value is JValue { Value: string })
        )
        {
            string text = (string)member.Value!;
            Require(!Identifiers.Contains(member.Name) || CSharpIdentifier.IsValid(text), text, location, findings);
            Require(!Types.Contains(member.Name) || Type().IsMatch(text), text, location, findings);
            Require(!Literals.Contains(member.Name) || Literal().IsMatch(text), text, location, findings);
            Require(!Docs.Contains(member.Name) || Doc().IsMatch(text), text, location, findings);
        }
    }

    private static void Require(bool isValid, string text, JToken location, FindingCollector findings)
    {
        if (!isValid)
        {
            findings.Add(
                ComposerRules.InvalidIdentifier,
                location,
                $"The generated code would contain `{text}`, which is not valid there."
            );
        }
    }

    [GeneratedRegex(@"\A[\p{L}_][\p{L}\p{Nd}_]*(<[\p{L}_][\p{L}\p{Nd}_]*>)?\??\z")]
    private static partial Regex Type();

    [GeneratedRegex(@"\A(null|""([^""\\\r\n\u0085\u2028\u2029]|\\u[0-9A-F]{4})*"")\z")]
    private static partial Regex Literal();

    // A line break is always followed by the marker of a doc comment.
    [GeneratedRegex(@"\A([^<>\r\n\u0085\u2028\u2029\p{Cc}]|</?(c|para)>|\n/// )*\z")]
    private static partial Regex Doc();
}
