using System.Text;
using Newtonsoft.Json;

namespace Kajabi.JsonApi;

/// <summary>Serializes and deserializes documents, resources and attributes objects as JSON:API.</summary>
/// <remarks>
/// <para>System.Text.Json and Newtonsoft.Json do the same with all types of this SDK, without any registration. An object comes
/// back as it was: which members were received and which were assigned, additional members, and included resources. Where a member
/// was assigned, the JSON holds a list of names as an <c>@assigned</c> member, which JSON:API has other readers ignore.</para>
/// <para>An attributes object on its own is read and written here as the API sends it: without marks, and its members count as
/// received. For the two serializers it is a change that your code wants to send, and its members count as assigned.</para>
/// </remarks>
public static class JsonApiSerializer
{
    /// <summary>How deeply a document may nest before it is refused; the answers of a client by <see cref="KajabiClientOptions.MaxResponseDepth"/>.</summary>
    public const int MaxDepth = 64;

    private const string MoreJson = "Found more JSON after the end of the document";

    // The API sends and takes UTF-8 without a byte order mark; a lone surrogate becomes U+FFFD instead of throwing.
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Reads a document from its JSON text.</summary>
    /// <typeparam name="T">A document class such as <c>ContactDocument</c>, a resource class or an attributes class.</typeparam>
    /// <param name="json">The JSON text.</param>
    /// <returns>The document with its includes resolved.</returns>
    /// <exception cref="KajabiSerializationException">The text is not JSON, not complete, or not such a document.</exception>
    public static T Deserialize<T>(string json)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(json);
        using StringReader text = new(json);
        return (T)Deserialize(typeof(T), text, marks: PresenceMarks.Received);
    }

    /// <summary>Reads a document from UTF-8 bytes, in one pass. The stream is read synchronously and stays open.</summary>
    /// <typeparam name="T">A document class such as <c>ContactDocument</c>, a resource class or an attributes class.</typeparam>
    /// <param name="stream">The bytes, with or without a byte order mark.</param>
    /// <returns>The document with its includes resolved.</returns>
    /// <exception cref="KajabiSerializationException">The bytes are not JSON, not complete, or not such a document.</exception>
    public static T Deserialize<T>(Stream stream)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(stream);
        using StreamReader text = new(stream, s_utf8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        return (T)Deserialize(typeof(T), text, marks: PresenceMarks.Received);
    }

    /// <summary>Writes a document, resource or attributes object as UTF-8. The stream stays open.</summary>
    /// <param name="value">The object.</param>
    /// <param name="stream">Where to write.</param>
    /// <param name="mode">Whether everything is written or only what a create or update sends.</param>
    public static void Serialize(object value, Stream stream, JsonApiSerializationMode mode = JsonApiSerializationMode.Full)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(stream);
        using StreamWriter text = new(stream, s_utf8, leaveOpen: true);
        Serialize(value, text, mode);
    }

    /// <summary>Writes a document, resource or attributes object as JSON text.</summary>
    /// <param name="value">The object.</param>
    /// <param name="mode">Whether everything is written or only what a create or update sends.</param>
    /// <returns>The JSON on one line.</returns>
    public static string Serialize(object value, JsonApiSerializationMode mode = JsonApiSerializationMode.Full)
    {
        ArgumentNullException.ThrowIfNull(value);
        using StringWriter text = new(System.Globalization.CultureInfo.InvariantCulture);
        Serialize(value, text, mode);
        return text.ToString();
    }

    /// <summary>Reads a delivery, in which no presence marks are read, because anybody can send one.</summary>
    internal static WebhookDelivery ReadDelivery(string json)
    {
        using StringReader text = new(json);
        return (WebhookDelivery)Deserialize(typeof(WebhookDelivery), text);
    }

    internal static object Deserialize(
        Type type,
        TextReader text,
        int maxDepth = MaxDepth,
        DriftCollector? drift = null,
        PresenceMarks marks = PresenceMarks.None
    )
    {
        using JsonTextReader reader = new(text)
        {
            MaxDepth = maxDepth,
            CloseInput = false,
            PropertyNameTable = MemberNameTable.Table,
            ArrayPool = JsonCharPool.Shared,
        };
        JsonTokenReader cursor = new(reader) { Drift = drift, Marks = marks };
        object? value = null;
        try
        {
            cursor.Advance();
            value = JsonApiValue.Read(type, cursor);
            return cursor.Read() ? throw cursor.Failure(MoreJson) : value;
        }
        catch (JsonReaderException) when (reader.Depth >= maxDepth)
        {
            throw cursor.Failure($"The JSON nests more deeply than {maxDepth} levels", isTooDeep: true);
        }
        catch (JsonReaderException)
        {
            // The reader's own words would quote the text, which may be personal, and so would it as a cause.
            throw cursor.Failure(value is null ? "The JSON cannot be read: it is damaged or cut off" : MoreJson);
        }
    }

    private static void Serialize(object value, TextWriter text, JsonApiSerializationMode mode)
    {
        using JsonTextWriter json = new(text) { CloseOutput = false, ArrayPool = JsonCharPool.Shared };
        bool hasMarks = mode == JsonApiSerializationMode.Full && value is not JsonApiObject { IsChange: true };
        JsonApiValue.Write(json, value, mode, hasMarks ? PresenceMarks.Received : PresenceMarks.None);
    }
}
