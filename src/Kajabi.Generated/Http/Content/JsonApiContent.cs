using System.Net.Http.Headers;

namespace Kajabi.Http.Content;

/// <summary>A body that knows what it was written from, so that an error about it can name properties.</summary>
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
