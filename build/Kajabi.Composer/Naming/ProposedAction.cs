using Kajabi.Composer.JsonPath;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Naming;

/// <summary>The overlay action that renames or removes an element, for messages.</summary>
internal static class ProposedAction
{
    /// <summary>The text to replace with a name.</summary>
    public const string Placeholder = "NAME";

    /// <summary>Returns the sentence with the action that sets a keyword of an element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="keyword">The keyword, such as <c>x-csharp-name</c>.</param>
    public static string Format(JToken element, string keyword) => Format(JsonPathFormatter.Format(element), $"{keyword}: {Placeholder}");

    /// <summary>Returns the sentence with the action that names the class of a resource type.</summary>
    public static string FormatResource(string resourceType) =>
        Format("$.components", $"x-resources: {{ {JsonConvert.ToString(resourceType)}: {{ name: {Placeholder} }} }}");

    /// <summary>Returns the sentence with the action that names a value of an enum.</summary>
    /// <param name="schema">The schema with the enum.</param>
    /// <param name="value">The value.</param>
    public static string FormatValue(JToken schema, string value) =>
        Format(JsonPathFormatter.Format(schema), $"{NameKeywords.EnumValues}: {{ {JsonConvert.ToString(value)}: {Placeholder} }}");

    /// <summary>Returns the sentence with the action that removes an element with the smallest object or list around it.</summary>
    /// <param name="element">The element: a member, or a value of an object or a list.</param>
    public static string FormatRemoval(JToken element)
    {
        // An overlay can neither rename keys nor select values.
        JToken removed = element is JProperty { Value: JContainer value } ? value : element;
        while (removed is not (JObject or JArray))
        {
            removed = removed.Parent!;
        }

        return FormatChange(JsonPathFormatter.Format(removed), "remove: true");
    }

    private static string Format(string target, string update) => FormatChange(target, $"update: {{ {update} }}");

    private static string FormatChange(string target, string change) =>
        $"Add to the overlay: - {{ target: {JsonConvert.ToString(target)}, description: \"reason\", {change} }}.";
}
