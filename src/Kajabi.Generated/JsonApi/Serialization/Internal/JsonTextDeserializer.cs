using System.Text;
using Newtonsoft.Json;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>
/// Reads a JSON text as strict JSON. A text that is not strict, or malformed, is read a second time by a lenient reader, which also
/// finds the location of the error.
/// </summary>
internal static class JsonTextDeserializer
{
    // The message for JSON that no reader accepts.
    private const string Malformed = "The JSON is malformed or truncated";

    private const string MoreJson = "Found more JSON after the end of the document";

    /// <summary>Deserializes a JSON:API value.</summary>
    /// <param name="type">The class of the value.</param>
    /// <param name="open">Opens the JSON.</param>
    /// <param name="maxDepth">The maximum nesting depth.</param>
    /// <param name="drift">The collector of contract drift; null if it is not collected.</param>
    /// <param name="marks">How presence marks are read.</param>
    /// <exception cref="KajabiSerializationException">The JSON is malformed, or does not match the type.</exception>
    public static object Deserialize(Type type, Func<JsonInput> open, int maxDepth, DriftCollector? drift, PresenceMarks marks)
    {
        using JsonInput input = open();
        try
        {
            return Read(type, input, maxDepth, drift, marks);
        }
        catch (Exception exception)
            when (exception
                    is System.Text.Json.JsonException
                        or DecoderFallbackException
                        or (InvalidOperationException and not ObjectDisposedException)
            )
        {
            drift?.Clear();
            using JsonReader reader = input.Reopen() ?? throw MalformedStream(exception);
            return ReadLeniently(type, reader, input.Reopen, maxDepth, drift, marks);
        }
    }

    /// <summary>
    /// Reads JSON that can contain comments, single quotes, names without quotes, trailing commas and text that is not Unicode.
    /// </summary>
    private static object ReadLeniently(
        Type type,
        JsonReader reader,
        Func<JsonReader?> reopen,
        int maxDepth,
        DriftCollector? drift,
        PresenceMarks marks
    )
    {
        reader.MaxDepth = maxDepth;
        reader.DateParseHandling = DateParseHandling.None;
        reader.FloatParseHandling = FloatParseHandling.Decimal;
        object? value = null;
        try
        {
            if (!MoveToNextToken(reader))
            {
                throw JsonLocation.Of(reader).Failure(JsonApiReader.IncompleteJson);
            }

            using JsonInput input = new TokenInput(reader, reopen);
            value = Read(type, input, maxDepth, drift, marks);
            return MoveToNextToken(reader) ? throw JsonLocation.Of(reader).Failure(MoreJson) : value;
        }
        catch (JsonReaderException) when (reader.Depth >= maxDepth)
        {
            throw JsonLocation.Of(reader).Failure($"The JSON nests more deeply than {maxDepth} levels", isTooDeep: true);
        }
        catch (JsonReaderException)
        {
            // The exception of the reader is not included: its message quotes the text, which can contain personal data.
            throw JsonLocation.Of(reader).Failure(value is null ? Malformed : MoreJson);
        }
    }

    /// <summary>Moves to the next token that is not a comment; returns false at the end.</summary>
    public static bool MoveToNextToken(JsonReader reader)
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

    private static object Read(Type type, JsonInput input, int maxDepth, DriftCollector? drift, PresenceMarks marks)
    {
        using DocumentReader document = new(drift, marks);
        JsonApiReader reader = new(input, document, maxDepth);
        reader.Advance();
        object value = JsonApiValue.Read(type, ref reader);

        // Throws if there is more JSON.
        reader.Read();
        return value;
    }

    /// <summary>Creates the exception for a stream that can be read only once, so that its path is unknown.</summary>
    private static KajabiSerializationException MalformedStream(Exception exception)
    {
        System.Text.Json.JsonException? location = exception as System.Text.Json.JsonException;
        return new JsonLocation(
            string.Empty,
            (int)(location?.LineNumber + 1 ?? JsonLocation.Unknown),
            (int)(location?.BytePositionInLine + 1 ?? JsonLocation.Unknown)
        ).Failure(Malformed);
    }
}
