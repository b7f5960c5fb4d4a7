using System.Net;
using System.Net.Http.Headers;

namespace Kajabi;

/// <summary>What stood around an answer: its status and its headers. Documents carry it, calls without a document return it.</summary>
[Newtonsoft.Json.JsonConverter(typeof(NotSerializableConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(NotSerializableConverterFactory))]
public sealed class KajabiResponse
{
    /// <summary>Takes status and headers of a message, for code that stands in for the API in a test.</summary>
    /// <param name="response">The message; its content is not looked at.</param>
    public KajabiResponse(HttpResponseMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        StatusCode = response.StatusCode;
        Headers = response.Headers;
        RequestId = response.Headers.TryGetValues("x-request-id", out IEnumerable<string>? ids) ? ids.FirstOrDefault() : null;
    }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The headers of the answer.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>The id that Kajabi gave to the call, to be named to their support; null when not sent.</summary>
    public string? RequestId { get; }

    /// <summary>The entity tag of the answer; null when not sent.</summary>
    public string? ETag => Headers.ETag?.ToString();
}
