using System.Net.Http.Headers;
using System.Runtime.InteropServices;

namespace Kajabi.Http.Content;

/// <summary>A request body with the document it was serialized from, so that errors can name its properties.</summary>
/// <remarks>Derived from the content of .NET, so that a handler of the application can also read it synchronously.</remarks>
internal sealed class JsonApiContent : ByteArrayContent
{
    /// <param name="value">The document that is sent.</param>
    /// <param name="json">The document as JSON, in an array.</param>
    public JsonApiContent(object value, ReadOnlyMemory<byte> json)
        : this(value, MemoryMarshal.TryGetArray(json, out ArraySegment<byte> bytes) ? bytes : json.ToArray()) { }

    private JsonApiContent(object value, ArraySegment<byte> json)
        : base(json.Array!, json.Offset, json.Count)
    {
        Value = value;
        Headers.ContentType = new MediaTypeHeaderValue(JsonApiContentSerializer.MediaType);
    }

    /// <summary>Gets the document that is sent.</summary>
    public object Value { get; }
}
