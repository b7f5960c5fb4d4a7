using System.Globalization;
using Newtonsoft.Json.Linq;

namespace OpenApi.Documents.Elements;

/// <summary>Formats the JSON Pointer (RFC 6901) of a token.</summary>
internal static class JsonPointer
{
    /// <summary>Returns the pointer from the root of the document, as a URI fragment without percent-encoding.</summary>
    public static string Format(JToken token) =>
        "#" + string.Concat(token.AncestorsAndSelf().Reverse().Select(Step).OfType<string>().Select(static step => "/" + Escape(step)));

    /// <summary>Escapes one reference token.</summary>
    public static string Escape(string step) =>
        step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>Returns the step that a token adds to the pointer; null for the root and for the value of a member.</summary>
    public static string? Step(JToken token) =>
        token switch
        {
            JProperty property => property.Name,
            { Parent: JArray list } => list.IndexOf(token).ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
}
