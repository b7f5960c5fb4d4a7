using System.Text.RegularExpressions;
using Kajabi.Composer.Naming;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Validation;

/// <summary>
/// The last check before code is generated: every extension of the composed document that a template writes into C# is an identifier, a
/// type, a complete literal or the text of a doc comment. A test checks that templates write no other members.
/// </summary>
internal static partial class ComposedChecker
{
    /// <summary>Gets the members that templates write as identifiers.</summary>
    public static IReadOnlySet<string> Identifiers { get; } =
        new HashSet<string>
        {
            "x-all-name",
            "x-area",
            "x-attributes",
            "x-attributes-type",
            "x-body-type",
            "x-class",
            "x-csharp-name",
            "x-extensions",
            "x-fieldsets",
            "x-interface",
            "x-item-type",
            "x-owner-name",
            "x-owner-parameter",
            "x-query",
            "x-relationships",
            "x-resource",
            "x-response-type",
            "x-target-class",
        };

    /// <summary>Gets the members that templates write as types, or as the end of a method name.</summary>
    public static IReadOnlySet<string> Types { get; } = new HashSet<string> { "x-csharp-type", "x-reader" };

    /// <summary>Gets the members that templates write as literals.</summary>
    public static IReadOnlySet<string> Literals { get; } =
        new HashSet<string>
        {
            "x-accept-literal",
            "x-linkage-literal",
            "x-literal",
            "x-obsolete",
            "x-owner-literal",
            "x-path-literal",
            "x-target-literal",
            "x-type-literal",
        };

    /// <summary>Gets the members that templates write into doc comments.</summary>
    public static IReadOnlySet<string> Docs { get; } =
        new HashSet<string> { "x-doc", "x-linkage-doc", "x-owner-doc", "x-path-doc", "x-returns", "x-summary" };

    /// <param name="composed">The composed document.</param>
    /// <param name="location">The location that is reported for violations.</param>
    /// <param name="findings">Collects the violations.</param>
    public static void Check(JObject composed, JToken location, FindingCollector findings)
    {
        IEnumerable<JObject> operations = ContractTree.Operations(composed).Select(static operation => (JObject)operation.Value);
        IEnumerable<JObject> parameters = operations.SelectMany(static operation => operation["parameters"]!.OfType<JObject>());
        foreach (JProperty schema in ((JObject)composed["components"]!["schemas"]!).Properties())
        {
            Require(CSharpIdentifier.IsValid(schema.Name), schema.Name, location, findings);
            CheckMembers((JObject)schema.Value, location, findings);
            foreach (JProperty property in ((JObject)schema.Value["properties"]!).Properties())
            {
                CheckMembers((JObject)property.Value, location, findings);
            }
        }

        foreach (JObject element in operations.Concat(parameters))
        {
            CheckMembers(element, location, findings);
        }
    }

    private static void CheckMembers(JObject element, JToken location, FindingCollector findings)
    {
        IEnumerable<JToken> values = element
            .Properties()
            .Where(static member => member.Name is ['x', '-', ..])
            .SelectMany(static member => member.Value is JArray list ? list : Enumerable.Repeat(member.Value, 1));
        foreach (JObject nested in values.OfType<JObject>())
        {
            CheckMembers(nested, location, findings);
        }

        foreach (
            JProperty member in element
                .Properties()
                .Where(static member => member is { Name: ['x', '-', ..], Value: JValue { Value: string } })
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
