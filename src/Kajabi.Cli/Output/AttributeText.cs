using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Output;

/// <summary>The attributes of a resource as people read them, by wire name.</summary>
internal static class AttributeText
{
    /// <summary>The names of the attributes that the answer held, declared ones first.</summary>
    public static IEnumerable<string> Names(JsonApiObject attributes) =>
        attributes.DeclaredMembers.Select(static member => member.Name).Where(attributes.IsPresent).Concat(attributes.AdditionalMembers);

    /// <summary>The value of an attribute; null when it is null or absent.</summary>
    public static string? Value(JsonApiObject attributes, string name) => attributes[name] is { } value ? Text(value) : null;

    private static string? Text(JToken value) =>
        value switch
        {
            { Type: JTokenType.Null } => null,
            { Type: JTokenType.Boolean } => (bool)value ? "true" : "false",
            JValue single => TerminalSanitizer.Of(single.ToString(CultureInfo.InvariantCulture)),
            JArray list when list.All(static item => item is JValue) => string.Join(", ", list.Select(static item => Text(item) ?? "null")),
            _ => TerminalSanitizer.Of(value.ToString(Formatting.None)),
        };
}
