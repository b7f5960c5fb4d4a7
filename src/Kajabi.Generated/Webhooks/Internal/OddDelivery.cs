using Newtonsoft.Json;

namespace Kajabi;

/// <summary>Finds the name of the event in a text that is no delivery, as far as it is JSON.</summary>
internal static class OddDelivery
{
    /// <returns>The name; null when none was found before the end of what can be read.</returns>
    /// <exception cref="KajabiDocumentException">The text nests too deeply.</exception>
    public static string? NameIn(string json)
    {
        using StringReader text = new(json);
        using JsonTextReader reader = new(text) { MaxDepth = JsonApiSerializer.MaxDepth, DateParseHandling = DateParseHandling.None };
        string? name = null;
        try
        {
            // To the end, so that how deep is too deep does not depend on what the text is otherwise.
            while (reader.Read())
            {
                if (reader is { Depth: 1, TokenType: JsonToken.String, Path: "event" })
                {
                    name ??= (string?)reader.Value;
                }
            }
        }
        catch (JsonReaderException exception) when (reader.Depth >= JsonApiSerializer.MaxDepth)
        {
            throw new KajabiDocumentException($"The delivery nests more deeply than {JsonApiSerializer.MaxDepth} and was not read.", exception.Path ?? string.Empty, exception) { IsTooDeep = true };
        }
        catch (JsonReaderException)
        {
            // No JSON, or cut off: what stood before counts.
        }

        return name;
    }
}
