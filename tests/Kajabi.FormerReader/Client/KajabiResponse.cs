using System.Net;
using System.Net.Http.Headers;

namespace Kajabi;

/// <summary>Status code and headers of an HTTP response. Documents have one; operations without a document return it.</summary>
[Newtonsoft.Json.JsonConverter(typeof(NotSerializableConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(NotSerializableConverterFactory))]
public sealed class KajabiResponse
{
    /// <summary>Initializes a new instance of the <see cref="KajabiResponse"/> class, for tests.</summary>
    /// <param name="response">The HTTP response; its content is not read.</param>
    public KajabiResponse(HttpResponseMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        StatusCode = response.StatusCode;
        Headers = response.Headers;
        RequestId = response.Headers.TryGetValues("x-request-id", out IEnumerable<string>? ids) ? ids.FirstOrDefault() : null;
    }

    /// <summary>Gets the HTTP status code.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Gets the response headers.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>Gets the id that Kajabi assigned to the request (<c>x-request-id</c>), for their support. Null if not sent.</summary>
    public string? RequestId { get; }

    /// <summary>Gets the entity tag of the response. Null if not sent.</summary>
    public string? ETag => Headers.ETag?.ToString();
}
