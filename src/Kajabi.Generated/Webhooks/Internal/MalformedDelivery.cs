using System.Text;
using System.Text.Json;

namespace Kajabi.Webhooks.Internal;

/// <summary>Examines a body that could not be read as a delivery: whether it is a JSON object at all, and which event it names.</summary>
internal static class MalformedDelivery
{
    private static readonly JsonReaderOptions s_options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = JsonApiSerializer.MaxDepth,
    };

    /// <summary>Reads the text to its end, so that the depth at which it is refused does not depend on the rest of it.</summary>
    /// <param name="json">The text, without a byte order mark.</param>
    /// <returns>
    /// The name of the event as far as the text is JSON, null when there is none; and whether all of the text is one JSON object.
    /// </returns>
    /// <exception cref="KajabiSerializationException">The text nests too deeply.</exception>
    public static (string? Name, bool IsObject) Examine(string json)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json), s_options);
        string? name = null;
        bool isObject = false;
        bool isEvent = false;
        try
        {
            while (reader.Read())
            {
                isObject |= reader is { CurrentDepth: 0, TokenType: JsonTokenType.StartObject };
                name ??= isEvent && reader.TokenType == JsonTokenType.String ? Value(reader) : null;
                isEvent = isObject && reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName } && Value(reader) == "event";
            }
        }
        catch (JsonException exception) when (reader.CurrentDepth >= JsonApiSerializer.MaxDepth - 1)
        {
            string message = $"The delivery nests more deeply than {JsonApiSerializer.MaxDepth} and was not read.";
            throw new KajabiSerializationException(message, string.Empty, exception) { IsTooDeep = true };
        }
        catch (JsonException)
        {
            // Not JSON, or cut off. A name before that is still reported.
            return (name, false);
        }

        return (name, isObject);
    }

    /// <summary>Returns a name or string; null for an escaped half of a surrogate pair, which JSON allows and UTF-16 does not.</summary>
    private static string? Value(Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
