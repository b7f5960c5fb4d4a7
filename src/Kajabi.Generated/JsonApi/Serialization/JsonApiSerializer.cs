using System.Buffers;
using System.Text.Json;
using Newtonsoft.Json;

namespace Kajabi.JsonApi;

/// <summary>Serializes and deserializes documents, resources and attributes objects as JSON:API.</summary>
/// <remarks>
/// <para>System.Text.Json and Newtonsoft.Json support all types of this SDK without registration. Serializing preserves which
/// members were received and which were assigned, additional members, and included resources. If a member was assigned, the JSON
/// contains the names of the assigned members as an <c>@assigned</c> member, which JSON:API readers ignore.</para>
/// <para>This class reads and writes an attributes object on its own as the API does: without these names, and its members count as
/// received. For the two serializers it is a change to send, and its members count as assigned.</para>
/// </remarks>
/// <example>
/// <code>
/// ContactDocument document = await kajabi.Contacts.GetContactAsync(id);
/// string json = JsonApiSerializer.Serialize(document);
/// ContactDocument copy = JsonApiSerializer.Deserialize&lt;ContactDocument&gt;(json);
///
/// ContactAttributes change = new() { Name = "Ada Lovelace" };
/// string body = JsonApiSerializer.Serialize(change, JsonApiSerializationMode.ChangedOnly); // {"name":"Ada Lovelace"}
/// </code>
/// </example>
public static class JsonApiSerializer
{
    /// <summary>
    /// The maximum nesting depth of a document. For responses of a client, see <see cref="KajabiClientOptions.MaxResponseDepth"/>.
    /// </summary>
    public const int MaxDepth = 64;

    /// <summary>Deserializes a document from JSON text.</summary>
    /// <typeparam name="T">A document class such as <c>ContactDocument</c>, a resource class or an attributes class.</typeparam>
    /// <param name="json">The JSON text.</param>
    /// <returns>The document with its included resources linked.</returns>
    /// <exception cref="KajabiSerializationException">The JSON is malformed, truncated, or not a document of this type.</exception>
    public static T Deserialize<T>(string json)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(json);
        return (T)Deserialize(typeof(T), () => new TextInput(() => new StringReader(json)), marks: PresenceMarks.Received);
    }

    /// <summary>Deserializes a document from UTF-8. The stream is read synchronously and stays open.</summary>
    /// <typeparam name="T">A document class such as <c>ContactDocument</c>, a resource class or an attributes class.</typeparam>
    /// <param name="stream">The stream, with or without a byte order mark.</param>
    /// <returns>The document with its included resources linked.</returns>
    /// <exception cref="KajabiSerializationException">The JSON is malformed, truncated, or not a document of this type.</exception>
    public static T Deserialize<T>(Stream stream)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(stream);
        return (T)Deserialize(typeof(T), () => StreamJson.Open(stream), marks: PresenceMarks.Received);
    }

    /// <summary>Serializes a document, resource or attributes object as UTF-8. The stream stays open.</summary>
    /// <param name="value">The object.</param>
    /// <param name="stream">The destination.</param>
    /// <param name="mode">Which members are written.</param>
    public static void Serialize(object value, Stream stream, JsonApiSerializationMode mode = JsonApiSerializationMode.Full)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(stream);
        using Utf8JsonWriter json = new(stream, Utf8Output.Options);
        Write(new Utf8Output(json, flushes: true), value, mode);
    }

    /// <summary>Serializes a request body.</summary>
    /// <param name="value">The object.</param>
    /// <param name="buffer">The destination.</param>
    internal static void SerializeBody(object value, IBufferWriter<byte> buffer)
    {
        using Utf8JsonWriter json = new(buffer, Utf8Output.Options);
        Write(new Utf8Output(json), value, JsonApiSerializationMode.ChangedOnly);
    }

    /// <summary>Serializes a document, resource or attributes object as JSON text.</summary>
    /// <param name="value">The object.</param>
    /// <param name="mode">Which members are written.</param>
    /// <returns>The JSON on one line.</returns>
    public static string Serialize(object value, JsonApiSerializationMode mode = JsonApiSerializationMode.Full)
    {
        ArgumentNullException.ThrowIfNull(value);
        using StringWriter text = new(System.Globalization.CultureInfo.InvariantCulture);
        using JsonTextWriter json = new(text) { ArrayPool = JsonCharPool.Shared };
        Write(new TokenOutput(json), value, mode);
        return text.ToString();
    }

    /// <summary>Deserializes a delivery without presence marks, because its sender is not authenticated.</summary>
    internal static WebhookDelivery ReadDelivery(string json)
    {
        return (WebhookDelivery)Deserialize(typeof(WebhookDelivery), () => new TextInput(() => new StringReader(json)));
    }

    internal static object Deserialize(
        Type type,
        Func<JsonInput> open,
        int maxDepth = MaxDepth,
        DriftCollector? drift = null,
        PresenceMarks marks = PresenceMarks.None
    ) => JsonTextDeserializer.Deserialize(type, open, maxDepth, drift, marks);

    private static void Write(JsonOutput json, object value, JsonApiSerializationMode mode)
    {
        bool hasMarks = mode == JsonApiSerializationMode.Full && value is not JsonApiObject { IsChange: true };
        JsonApiValue.Write(json, value, mode, hasMarks ? PresenceMarks.Received : PresenceMarks.None);
    }
}
