using System.Buffers;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Refit;

namespace Kajabi.Http.Content;

/// <summary>Serializes and deserializes JSON:API bodies for Refit.</summary>
/// <param name="drift">Reports differences between responses and the OpenAPI document.</param>
internal sealed class JsonApiContentSerializer(DriftReporter drift) : IHttpContentSerializer
{
    public const string MediaType = "application/vnd.api+json";

    private const int MaxTagLength = 60;

    public HttpContent ToHttpContent<T>(T item)
    {
        ArgumentNullException.ThrowIfNull(item, "body");

        (item as Document)?.ThrowIfNothingToSend();

        // In memory, so that the request can be retried.
        ArrayBufferWriter<byte> json = new();
        JsonApiSerializer.SerializeBody(item, json);
        return new JsonApiContent(item, json.WrittenMemory);
    }

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default)
    {
        BufferedResponseContent response =
            content as BufferedResponseContent
            ?? throw new InvalidOperationException($"The response did not pass {nameof(ResponseBufferingHandler)}.");
        return Task.FromResult((T?)Read(typeof(T), response));
    }

    /// <summary>Throws if no response can be read as the type, before a request is sent.</summary>
    /// <exception cref="NotSupportedException">
    /// The type is an abstract type of the JSON:API layer, of System.Text.Json or of the HTTP layer, or not a JSON container; or the
    /// application is trimmed, and the type is a class of its own.
    /// </exception>
    public static void ThrowIfUnreadable(Type type)
    {
        if (type == typeof(string) || type == typeof(object) || typeof(Stream).IsAssignableFrom(type) || IsOfOtherLibrary(type.Assembly))
        {
            throw new NotSupportedException(
                $"A response cannot be read as {type}. Use JToken of Newtonsoft.Json, a document, or a class of your own."
            );
        }

        if (JsonApiValue.IsSupported(type) && !JsonApiValue.CanRead(type))
        {
            throw JsonApiValue.NotSupported(type);
        }

        if (!JsonApiValue.IsSupported(type) && type != typeof(KajabiResponse))
        {
            ApplicationJson.ThrowIfUnreadable(type);
        }
    }

    private static bool IsOfOtherLibrary(Assembly assembly) =>
        assembly == typeof(System.Text.Json.JsonSerializer).Assembly || assembly == typeof(HttpResponseMessage).Assembly;

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) =>
        propertyInfo.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName;

    private object Read(Type type, BufferedResponseContent response) =>
        type == typeof(KajabiResponse) ? ReadResponse(response)
        : JsonApiValue.IsSupported(type) ? ReadDocument(type, response)
        : ReadJson(type, response);

    /// <summary>Reads JSON that is not JSON:API: as a token, or as a class of the application.</summary>
    private object ReadJson(Type type, BufferedResponseContent response)
    {
        JToken json = (JToken)ReadDocument(typeof(JToken), response);
        if (json is JObject)
        {
            ThrowIfErrors(response);
        }

        return ApplicationJson.Read(type, json);
    }

    private object ReadDocument(Type type, BufferedResponseContent response)
    {
        if (response.Length == 0 && response.RequestContent is not null && type == typeof(RelationshipDocument))
        {
            // The response to a relationship write is the new relationship, or empty.
            return new RelationshipDocument { Response = response.Response };
        }

        if (response.Length == 0)
        {
            throw new KajabiSerializationException("The response is empty, but a document was expected.", string.Empty);
        }

        string? media = response.Headers.ContentType?.MediaType;
        if (media is not null && !media.EndsWith("json", StringComparison.OrdinalIgnoreCase))
        {
            throw CreateContentTypeException(response);
        }

        if (
            response.Headers.ContentEncoding.FirstOrDefault(static coding =>
                !coding.Equals("identity", StringComparison.OrdinalIgnoreCase)
            ) is
            { } coding
        )
        {
            throw new KajabiSerializationException($"The response has the unsupported Content-Encoding {coding}.", string.Empty);
        }

        DriftCollector found = new();
        object value = JsonApiSerializer.Deserialize(type, response.OpenJson, response.MaxDepth, found);
        drift.Report(found, response.Request);
        if (value is Document document)
        {
            document.Response = response.Response;
        }

        return value;
    }

    /// <summary>
    /// Returns the metadata of a response without a document. The body is ignored unless it reports a failure: JSON:API errors, or
    /// the HTML page of a proxy or a login.
    /// </summary>
    private static KajabiResponse ReadResponse(BufferedResponseContent response)
    {
        if (response.Length > 0 && response.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml")
        {
            throw CreateContentTypeException(response);
        }

        ThrowIfErrors(response);
        return response.Response;
    }

    private static void ThrowIfErrors(BufferedResponseContent response)
    {
        if (ApiErrorReader.HasErrors(response))
        {
            throw new KajabiSerializationException("The response contains errors.", string.Empty) { HasErrors = true };
        }
    }

    /// <summary>Quotes the first tag of an HTML page, which identifies it and contains no personal data.</summary>
    private static KajabiSerializationException CreateContentTypeException(BufferedResponseContent response)
    {
        string start = response.Excerpt(MaxTagLength).TrimStart();
        string tag = start.IndexOf('>', StringComparison.Ordinal) is >= 0 and int end ? start[..(end + 1)] : start;
        string quoted = start.StartsWith('<') ? $"; the response begins with '{tag}'" : string.Empty;
        return new(
            $"The content type {TextSanitizer.Sanitize(response.Headers.ContentType?.MediaType ?? "none")} is unexpected; JSON:API was "
                + $"expected{quoted}.",
            string.Empty
        );
    }
}
