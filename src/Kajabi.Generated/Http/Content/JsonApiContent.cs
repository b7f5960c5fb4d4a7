using System.Net.Http.Headers;

namespace Kajabi.Http.Content;

/// <summary>A request body with the document it was serialized from, so that errors can name its properties.</summary>
internal sealed class JsonApiContent : ByteArrayContent
{
    public JsonApiContent(object value, MemoryStream json)
        : base(json.GetBuffer(), 0, (int)json.Length)
    {
        Value = value;
        Headers.ContentType = new MediaTypeHeaderValue(JsonApiContentSerializer.MediaType);
    }

    /// <summary>The document that was sent.</summary>
    public object Value { get; }
}
