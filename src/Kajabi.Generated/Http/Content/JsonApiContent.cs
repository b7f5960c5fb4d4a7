using System.Net;
using System.Net.Http.Headers;

namespace Kajabi.Http.Content;

/// <summary>A request body with the document it was serialized from, so that errors can name its properties.</summary>
internal sealed class JsonApiContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _json;

    /// <param name="value">The document that is sent.</param>
    /// <param name="json">The document as JSON.</param>
    public JsonApiContent(object value, ReadOnlyMemory<byte> json)
    {
        (Value, _json) = (value, json);
        Headers.ContentType = new MediaTypeHeaderValue(JsonApiContentSerializer.MediaType);
    }

    /// <summary>Gets the document that is sent.</summary>
    public object Value { get; }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        stream.WriteAsync(_json, cancellationToken).AsTask();
}
