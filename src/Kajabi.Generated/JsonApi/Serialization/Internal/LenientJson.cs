using System.Text.Json;
using Newtonsoft.Json;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>
/// Converts JSON that is not strict to strict JSON: comments, single quotes, names without quotes, trailing commas, and text that
/// is not Unicode. Only documents that the strict reader rejects are converted.
/// </summary>
internal static class LenientJson
{
    /// <summary>The message for JSON that no reader accepts.</summary>
    public const string Malformed = "The JSON is malformed or truncated";

    private const string MoreJson = "Found more JSON after the end of the document";

    /// <summary>Converts the tokens up to the first malformed one.</summary>
    /// <param name="reader">The JSON.</param>
    /// <param name="maxDepth">The maximum nesting depth.</param>
    /// <param name="reopen">Opens the original text, for the location of failures.</param>
    public static JsonInput Convert(JsonReader reader, int maxDepth, Func<JsonReader?> reopen)
    {
        reader.MaxDepth = maxDepth;
        reader.DateParseHandling = DateParseHandling.None;
        reader.FloatParseHandling = FloatParseHandling.Decimal;
        MemoryStream bytes = new();
        KajabiSerializationException? failure = null;
        bool isWhole = false;
        using (Utf8JsonWriter utf8 = new(bytes, new JsonWriterOptions { MaxDepth = int.MaxValue, SkipValidation = true }))
        {
            try
            {
                isWhole = TryCopy(reader, utf8);
                failure = isWhole && Read(reader) ? JsonLocation.Of(reader).Failure(MoreJson) : null;
            }
            catch (JsonReaderException) when (reader.Depth >= maxDepth)
            {
                failure = JsonLocation.Of(reader).Failure($"The JSON nests more deeply than {maxDepth} levels", isTooDeep: true);
            }
            catch (JsonReaderException)
            {
                // The exception of the reader is not included: its message quotes the text, which can contain personal data.
                failure = JsonLocation.Of(reader).Failure(isWhole ? MoreJson : Malformed);
            }
        }

        // Ends a number, so that it is read before the failure.
        bytes.WriteByte((byte)' ');
        bytes.Position = 0;
        return new BytesInput(bytes, reopen) { IsTruncated = !isWhole, Failure = failure };
    }

    /// <summary>Moves to the next token that is not a comment.</summary>
    private static bool Read(JsonReader reader)
    {
        do
        {
            if (!reader.Read())
            {
                return false;
            }
        } while (reader.TokenType == JsonToken.Comment);

        return true;
    }

    private static bool TryCopy(JsonReader reader, Utf8JsonWriter utf8)
    {
        using Utf8TokenWriter json = new(utf8);
        int depth = 0;
        do
        {
            if (!Read(reader))
            {
                return false;
            }

            if (reader.TokenType == JsonToken.StartConstructor)
            {
                throw new JsonReaderException("JSON has no constructors.");
            }

            depth += reader.TokenType switch
            {
                JsonToken.StartObject or JsonToken.StartArray => 1,
                JsonToken.EndObject or JsonToken.EndArray => -1,
                _ => 0,
            };
            json.WriteToken(reader, writeChildren: false);
        } while (depth > 0);

        return true;
    }
}
