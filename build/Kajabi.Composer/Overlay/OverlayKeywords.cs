using Kajabi.Composer.Model;
using Kajabi.Composer.Naming;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;

namespace Kajabi.Composer.Overlay;

/// <summary>Finds extensions in an overlay that the composer does not know, such as <c>x-csharp-nmae</c>.</summary>
internal static class OverlayKeywords
{
    private const string Prefix = "x-";

    private static readonly string[] s_known =
    [
        NameKeywords.Member,
        NameKeywords.Class,
        NameKeywords.Enum,
        NameKeywords.EnumValues,
        NameKeywords.Operation,
        FilterStatement.Keyword,
        SchemaNode.DeprecationReasonKeyword,
        "x-relationship",
        "x-relationships",
        "x-resource-type",
        "x-resources",
        "x-sunset",
    ];

    // The members of these extensions have names of the API, too.
    private static readonly HashSet<string> s_maps = [.. ContractTree.NameMaps, "x-relationships", "x-resources", NameKeywords.EnumValues];

    /// <summary>Returns the unknown extensions of an action itself, each with the known one that it resembles.</summary>
    /// <param name="action">The action in the overlay.</param>
    public static IEnumerable<(JProperty Keyword, string? Resembles)> FindUnknown(JObject action) =>
        WithResembling(Unknown(action, [ActionObject.OptionalKeyword]));

    /// <summary>Returns the unknown extensions of an update, each with the known one that it resembles.</summary>
    /// <param name="update">The update.</param>
    /// <param name="target">An element that it changes.</param>
    public static IEnumerable<(JProperty Keyword, string? Resembles)> FindUnknown(JToken update, JToken target) =>
        target.AncestorsAndSelf().OfType<JProperty>().Any(IsData)
            ? []
            : WithResembling(InElement(update, target is JObject { Parent: JProperty member } && IsMap(member)));

    private static IEnumerable<(JProperty Keyword, string? Resembles)> WithResembling(IEnumerable<JProperty> keywords) =>
        keywords.Select(static keyword => (keyword, SimilarName.Find(keyword.Name, s_known.Append(ActionObject.OptionalKeyword))));

    private static IEnumerable<JProperty> InElement(JToken element, bool isMap) =>
        element switch
        {
            JArray list => list.SelectMany(static item => InElement(item, isMap: false)),
            JObject members => (isMap ? [] : Unknown(members, s_known)).Concat(
                members
                    .Properties()
                    .Where(member =>
                        isMap
                        || !(ContractTree.IsData(member) || member.Name.StartsWith(Prefix, StringComparison.Ordinal))
                        || s_known.Contains(member.Name)
                    )
                    .SelectMany(member => InElement(member.Value, !isMap && s_maps.Contains(member.Name)))
            ),
            _ => [],
        };

    private static IEnumerable<JProperty> Unknown(JObject element, string[] known) =>
        element.Properties().Where(member => member.Name.StartsWith(Prefix, StringComparison.Ordinal) && !known.Contains(member.Name));

    /// <summary>Returns whether the members of a value have names of the API. A property can have the name of such a member.</summary>
    private static bool IsMap(JProperty member) => s_maps.Contains(member.Name) && !IsNamed(member);

    private static bool IsData(JProperty member) => ContractTree.IsData(member) && !IsNamed(member);

    /// <summary>Returns whether the name of a member is a name of the API.</summary>
    private static bool IsNamed(JProperty member) => member.Parent?.Parent is JProperty parent && IsMap(parent);
}
