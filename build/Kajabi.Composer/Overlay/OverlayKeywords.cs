using Kajabi.Composer.Naming;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Overlay;

/// <summary>Finds extensions in an overlay that the composer does not know, such as <c>x-csharp-nmae</c>.</summary>
internal static class OverlayKeywords
{
    private const string Prefix = "x-";
    private const string Optional = "x-optional";

    private static readonly string[] s_known =
    [
        NameKeywords.Member,
        NameKeywords.Class,
        NameKeywords.Enum,
        NameKeywords.EnumValues,
        NameKeywords.Operation,
        "x-relationship",
        "x-relationships",
        "x-resource-type",
        "x-resources",
        "x-sunset",
    ];

    // The members of these objects have names of the API.
    private static readonly HashSet<string> s_maps =
    [
        "$defs",
        "dependentSchemas",
        "examples",
        "headers",
        "parameters",
        "pathItems",
        "patternProperties",
        "properties",
        "requestBodies",
        "responses",
        "schemas",
        "securitySchemes",
        "x-relationships",
        "x-resources",
        NameKeywords.EnumValues,
    ];

    private static readonly HashSet<string> s_data = ["const", "default", "enum", "example", "value"];

    /// <summary>Returns the unknown extensions of an action, each with the known one that it resembles.</summary>
    /// <param name="action">The action.</param>
    /// <param name="target">An element that it changes.</param>
    public static IEnumerable<(JProperty Keyword, string? Resembles)> FindUnknown(ActionObject action, JToken target) =>
        Unknown(action.Source, [Optional])
            .Concat(action.Update is null ? [] : InElement(action.Update, IsMap(target.Parent)))
            .Select(static keyword =>
                (
                    keyword,
                    s_known
                        .Append(Optional)
                        .FirstOrDefault(known => Distance(known, keyword.Name) is > 0 and int distance && distance <= MaxDistance(known))
                )
            );

    private static IEnumerable<JProperty> InElement(JToken element, bool isMap) =>
        element switch
        {
            JArray list => list.SelectMany(static item => InElement(item, isMap: false)),
            JObject members => (isMap ? [] : Unknown(members, s_known)).Concat(
                members
                    .Properties()
                    .Where(member =>
                        isMap
                        || !(s_data.Contains(member.Name) || member.Name.StartsWith(Prefix, StringComparison.Ordinal))
                        || s_known.Contains(member.Name)
                    )
                    .SelectMany(member => InElement(member.Value, !isMap && s_maps.Contains(member.Name)))
            ),
            _ => [],
        };

    private static IEnumerable<JProperty> Unknown(JObject element, string[] known) =>
        element.Properties().Where(member => member.Name.StartsWith(Prefix, StringComparison.Ordinal) && !known.Contains(member.Name));

    /// <summary>Returns whether the members of an element have names of the API. A property can have the name of such an element.</summary>
    private static bool IsMap(JContainer? member) =>
        member is JProperty { Name: var name } && s_maps.Contains(name) && !IsMap(member.Parent?.Parent);

    /// <summary>Returns the number of changed characters up to which a keyword is a misspelled one: fewer in a short one.</summary>
    private static int MaxDistance(string known) => known.Length < 10 ? 1 : 2;

    /// <summary>Returns the number of characters to insert, remove or replace, with two exchanged ones as two.</summary>
    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int index = 0; index < one.Length; index++)
        {
            int diagonal = row[0];
            row[0]++;
            for (int column = 0; column < other.Length; column++)
            {
                int replaced = diagonal + (one[index] == other[column] ? 0 : 1);
                diagonal = row[column + 1];
                row[column + 1] = Math.Min(replaced, Math.Min(row[column], row[column + 1]) + 1);
            }
        }

        return row[^1];
    }
}
