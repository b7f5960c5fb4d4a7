using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Refit;

namespace Kajabi.Http.Content;

/// <summary>Reads and writes bodies as JSON:API for Refit.</summary>
/// <param name="drift">What is told of answers that hold more than the contract lists.</param>
internal sealed class JsonApiContentSerializer(DriftReporter drift) : IHttpContentSerializer
{
    public const string MediaType = "application/vnd.api+json";

    private const int LongestTag = 60;

    public HttpContent ToHttpContent<T>(T item)
    {
        ArgumentNullException.ThrowIfNull(item, "body");

        (item as Document)?.ThrowIfNothingToSend();

        // In memory, so that a call can be repeated.
        MemoryStream json = new();
        JsonApiSerializer.Serialize(item, json, JsonApiSerializationMode.ChangedOnly);
        return new JsonApiContent(item, json);
    }

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default)
    {
        BufferedResponseContent answer =
            content as BufferedResponseContent
            ?? throw new InvalidOperationException(
                $"An answer came past {nameof(ResponseBufferingHandler)}, which every client has in its chain."
            );
        return Task.FromResult((T?)(typeof(T) == typeof(KajabiResponse) ? ReadResponse(answer) : ReadDocument(typeof(T), answer)));
    }

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) =>
        propertyInfo.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName;

    private object ReadDocument(Type type, BufferedResponseContent answer)
    {
        if (answer.Length == 0 && answer.Sent is not null && type == typeof(RelationshipDocument))
        {
            // A relationship that was written is answered with what it holds now, or with nothing.
            return new RelationshipDocument { Response = answer.Response };
        }

        if (answer.Length == 0)
        {
            throw new KajabiSerializationException("The answer is empty where a document was expected.", string.Empty);
        }

        string? media = answer.Headers.ContentType?.MediaType;
        if (media is not null && !media.EndsWith("json", StringComparison.OrdinalIgnoreCase))
        {
            throw OtherMedia(answer);
        }

        if (
            answer.Headers.ContentEncoding.FirstOrDefault(static coding =>
                !coding.Equals("identity", StringComparison.OrdinalIgnoreCase)
            ) is
            { } coding
        )
        {
            throw new KajabiSerializationException($"The answer is compressed as {coding}, which nobody asked for.", string.Empty);
        }

        using StreamReader text = answer.OpenText();
        DriftCollector found = new();
        object value = JsonApiSerializer.Deserialize(type, text, answer.MaxDepth, found);
        drift.Report(found, answer.Request);
        if (value is Document document)
        {
            document.Response = answer.Response;
        }

        return value;
    }

    /// <summary>
    /// What the body says does not matter where no document is promised, unless it says that the call failed: as
    /// errors, or as the page of a proxy or a login.
    /// </summary>
    private static KajabiResponse ReadResponse(BufferedResponseContent answer)
    {
        if (answer.Length > 0 && answer.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml")
        {
            throw OtherMedia(answer);
        }

        return ApiErrorReader.HasErrors(answer)
            ? throw new KajabiSerializationException("The response contains errors.", string.Empty) { HasErrors = true }
            : answer.Response;
    }

    /// <summary>Of a page, its first tag is quoted: it tells a proxy's from a login, and holds nothing of a record.</summary>
    private static KajabiSerializationException OtherMedia(BufferedResponseContent answer)
    {
        string start = answer.Excerpt(LongestTag).TrimStart();
        string quoted = start.StartsWith('<')
            ? $"; the answer begins with '{start[..(start.IndexOf('>', StringComparison.Ordinal) + 1 is > 0 and int end ? end : start.Length)]}'"
            : string.Empty;
        return new(
            $"The content type {TextSanitizer.Sanitize(answer.Headers.ContentType?.MediaType ?? "none")} is unexpected where the API answers with JSON:API{quoted}.",
            string.Empty
        );
    }
}
