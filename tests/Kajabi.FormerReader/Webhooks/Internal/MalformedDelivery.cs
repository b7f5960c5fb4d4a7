using System.Text;
using System.Text.Json;

namespace Kajabi.Webhooks.Internal;

/// <summary>Extracts the event name from a malformed delivery, and checks whether it is a JSON object.</summary>
internal static class MalformedDelivery
{
    private static readonly JsonReaderOptions s_options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = JsonApiSerializer.MaxDepth,
    };

    /// <summary>Reads the text to its end, so that the depth limit applies wherever the malformed part is.</summary>
    /// <param name="json">The text, without a byte order mark.</param>
    /// <returns>
    /// The name of the event, null if there is none before the first syntax error; and whether the whole text is one JSON object.
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
                name ??= isEvent && reader.TokenType == JsonTokenType.String ? GetString(reader) : null;
                isEvent = isObject && reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName } && GetString(reader) == "event";
            }
        }
        catch (JsonException exception) when (reader.CurrentDepth >= JsonApiSerializer.MaxDepth - 1)
        {
            string message = $"The delivery nests more deeply than {JsonApiSerializer.MaxDepth} and was not read.";
            throw new KajabiSerializationException(message, string.Empty, exception) { IsTooDeep = true };
        }
        catch (JsonException)
        {
            // Not JSON, or truncated. A name before that is still returned.
            return (name, false);
        }

        return (name, isObject);
    }

    /// <summary>Returns a name or string; null for an escaped half of a surrogate pair, which is valid JSON but not valid UTF-16.</summary>
    private static string? GetString(Utf8JsonReader reader)
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
