using Newtonsoft.Json;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>
/// Reads a JSON text as strict JSON. A text that is not strict, or malformed, is read a second time by a lenient reader, which also
/// finds the location of the error.
/// </summary>
internal static class JsonTextDeserializer
{
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
            when (exception is System.Text.Json.JsonException or (InvalidOperationException and not ObjectDisposedException))
        {
            // The exception of the reader is not included: its message quotes the text, which can contain personal data.
            using JsonReader reader = input.Reopen() ?? throw Malformed(exception);
            drift?.Clear();
            using JsonInput lenient = LenientJson.Convert(reader, maxDepth, input.Reopen);
            object value = Read(type, lenient, maxDepth, drift, marks);
            return lenient.Failure is { } failure ? throw failure : value;
        }
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
    private static KajabiSerializationException Malformed(Exception exception)
    {
        System.Text.Json.JsonException? location = exception as System.Text.Json.JsonException;
        return new JsonLocation(
            string.Empty,
            (int)(location?.LineNumber + 1 ?? JsonLocation.Unknown),
            (int)(location?.BytePositionInLine + 1 ?? JsonLocation.Unknown)
        ).Failure(LenientJson.Malformed);
    }
}
