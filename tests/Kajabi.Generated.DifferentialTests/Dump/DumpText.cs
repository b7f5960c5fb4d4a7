using System.Globalization;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Dump;

/// <summary>Formats values as text that shows their type and each character.</summary>
internal static class DumpText
{
    public static string Quote(string? text)
    {
        if (text is null)
        {
            return "null";
        }

        StringBuilder quoted = new("\"", text.Length + 2);
        foreach (char character in text)
        {
            _ = character switch
            {
                '"' or '\\' => quoted.Append('\\').Append(character),
                >= ' ' and <= '~' => quoted.Append(character),
                _ => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Formats JSON with the .NET type of each number and of each other value that is no JSON type.</summary>
    public static string Format(JToken? token)
    {
        switch (token)
        {
            case null:
                return "absent";
            case JObject members:
                return $"{{{string.Join(", ", members.Properties().Select(static one => $"{Quote(one.Name)}: {Format(one.Value)}"))}}}";
            case JArray items:
                return $"[{string.Join(", ", items.Select(Format))}]";
            case JValue { Type: JTokenType.String, Value: string text }:
                return Quote(text);
            case JValue { Type: JTokenType.Null }:
                return "null";
            case JValue value:
                return $"{value.Type}:{value.Value?.GetType().Name}:{Format(value.Value)}";
            default:
                return $"{token.Type}:{Quote(token.ToString())}";
        }
    }

    public static string Format(object? value) =>
        value switch
        {
            null => "null",
            string text => Quote(text),
            DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
            DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
            DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
            // The scale too: 1.0 and 1 are equal.
            decimal number => $"{number.ToString(CultureInfo.InvariantCulture)} scale {number.Scale}",
            ResourceIdentifier identifier => $"({Quote(identifier.Type)}, {Quote(identifier.Id)})",
            IEnumerable<string> texts => $"[{string.Join(", ", texts.Select(Quote))}]",
            IEnumerable<ResourceIdentifier> identifiers => $"[{string.Join(", ", identifiers.Select(static one => Format(one)))}]",
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => Quote(value.ToString()),
        };

    /// <summary>Formats an exception of the reader or of a serializer with its location and its causes.</summary>
    public static string Format(Exception exception)
    {
        string location = exception switch
        {
            KajabiSerializationException own => $" path {Quote(own.Path)} {ReaderAccess.GetKind(own)}",
            System.Text.Json.JsonException json => $" path {Quote(json.Path)} line {json.LineNumber} position {json.BytePositionInLine}",
            _ => string.Empty,
        };
        string cause = exception.InnerException is { } inner ? $" <- {Format(inner)}" : string.Empty;
        return $"{exception.GetType().FullName}: {Quote(exception.Message)}{location}{cause}";
    }
}
