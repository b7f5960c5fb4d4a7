using System.Net;

namespace Kajabi;

/// <summary>An answer that has been read, together with its status and headers, which a serializer would not see otherwise.</summary>
internal sealed class AnswerContent : HttpContent
{
    private readonly PooledBody _body;

    public AnswerContent(PooledBody body, HttpResponseMessage response)
    {
        _body = body;
        Response = new KajabiResponse(response);
        foreach ((string name, IEnumerable<string> values) in response.Content.Headers.NonValidated.Select(static header => (header.Key, (IEnumerable<string>)header.Value)))
        {
            Headers.TryAddWithoutValidation(name, values);
        }

        // Refit gives null for a body of length zero without asking its serializer. The length stays unsaid, so that
        // the serializer decides: an error where a document is promised, the response itself where none is.
        Headers.ContentLength = null;
    }

    public KajabiResponse Response { get; }

    public long Length => _body.Length;

    public Stream Open() => new PooledBodyStream(_body);

    /// <summary>The beginning of the body as text, for messages.</summary>
    public string Excerpt(int maxCharacters)
    {
        byte[] bytes = new byte[Math.Min(_body.Length, maxCharacters)];
        _body.Read(0, bytes);
        return System.Text.Encoding.UTF8.GetString(bytes);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Open().CopyToAsync(stream);

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(Open());

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _body.Dispose();
        }

        base.Dispose(disposing);
    }
}
