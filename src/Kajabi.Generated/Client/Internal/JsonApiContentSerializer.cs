using System.Net.Http.Headers;
using System.Reflection;
using Newtonsoft.Json;
using Refit;

namespace Kajabi;

/// <summary>Reads and writes bodies as JSON:API for Refit.</summary>
internal sealed class JsonApiContentSerializer : IHttpContentSerializer
{
    public const string MediaType = "application/vnd.api+json";

    public HttpContent ToHttpContent<T>(T item)
    {
        ArgumentNullException.ThrowIfNull(item, "body");

        // In memory, so that a call can be repeated.
        MemoryStream json = new();
        JsonApiSerializer.Write(item, json, JsonApiWriteMode.Assigned);
        ByteArrayContent content = new(json.GetBuffer(), 0, (int)json.Length);
        content.Headers.ContentType = new MediaTypeHeaderValue(MediaType);
        return content;
    }

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default)
    {
        AnswerContent answer = content as AnswerContent
            ?? throw new InvalidOperationException($"An answer came past {nameof(AnswerHandler)}, which every client has in its chain.");
        return Task.FromResult((T?)Read(typeof(T), answer));
    }

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) =>
        propertyInfo.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName;

    private static object Read(Type type, AnswerContent answer)
    {
        if (type == typeof(KajabiResponse))
        {
            return answer.Response;
        }

        RefuseOtherMedia(answer);
        using Stream stream = answer.Open();
        using StreamReader text = new(stream, AnswerEncoding.Of(answer), detectEncodingFromByteOrderMarks: true);
        object value = JsonApiSerializer.Read(type, text);
        if (value is Document document)
        {
            document.Response = answer.Response;
        }

        return value;
    }

    private static void RefuseOtherMedia(AnswerContent answer)
    {
        if (answer.Length == 0)
        {
            throw new KajabiDocumentException("The answer is empty where a document was expected.", string.Empty);
        }

        string? media = answer.Headers.ContentType?.MediaType;
        if (media is not null && !media.EndsWith("json", StringComparison.OrdinalIgnoreCase))
        {
            throw new KajabiDocumentException($"The answer is {media} where a JSON:API document was expected; it begins with '{answer.Excerpt(200)}'.", string.Empty);
        }

        if (answer.Headers.ContentEncoding.Count > 0)
        {
            throw new KajabiDocumentException($"The answer is compressed as {string.Join(", ", answer.Headers.ContentEncoding)}, which nobody asked for.", string.Empty);
        }
    }
}
