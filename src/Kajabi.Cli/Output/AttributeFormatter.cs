using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Output;

/// <summary>Formats attributes for human-readable output, by JSON name.</summary>
internal static class AttributeFormatter
{
    /// <summary>Returns the names of the attributes that the response contains, declared ones first.</summary>
    public static IEnumerable<string> GetNames(JsonApiObject attributes) =>
        attributes.DeclaredMembers.Select(static member => member.Name).Where(attributes.IsPresent).Concat(attributes.AdditionalMembers);

    /// <summary>Returns the formatted value of an attribute; null if it is null or absent.</summary>
    public static string? GetText(JsonApiObject attributes, string name) => attributes[name] is { } value ? Format(value) : null;

    private static string? Format(JToken value) =>
        value switch
        {
            { Type: JTokenType.Null } => null,
            { Type: JTokenType.Boolean } => (bool)value ? "true" : "false",
            JValue single => TerminalSanitizer.Sanitize(single.ToString(CultureInfo.InvariantCulture)),
            JArray array when array.All(static item => item is JValue) => string.Join(
                ", ",
                array.Select(static item => Format(item) ?? "null")
            ),
            _ => TerminalSanitizer.Sanitize(value.ToString(Formatting.None)),
        };
}
