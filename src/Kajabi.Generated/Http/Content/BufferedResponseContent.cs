using System.Net;
using System.Text;

namespace Kajabi.Http.Content;

/// <summary>An answer that has been read, together with its status and headers, which a serializer would not see otherwise.</summary>
internal sealed class BufferedResponseContent : HttpContent
{
    private readonly PooledBody _body;
    private readonly SecretFilter _secrets;
    private bool _skipsBuffering;

    public BufferedResponseContent(PooledBody body, HttpResponseMessage response, SecretFilter secrets, TimeProvider time)
    {
        (_body, _secrets) = (body, secrets);
        Sent = response.RequestMessage?.Content;
        (Response, Request) = (new KajabiResponse(response), response.RequestMessage);
        RetryAfter = RetryAfterOf(response, time);
        foreach (
            (string name, IEnumerable<string> values) in response.Content.Headers.NonValidated.Select(static header =>
                (header.Key, (IEnumerable<string>)header.Value)
            )
        )
        {
            Headers.TryAddWithoutValidation(name, values);
        }

        // What was read may differ from what was announced: an error's body may be cut.
        Headers.ContentLength = null;
    }

    public KajabiResponse Response { get; }

    public HttpRequestMessage? Request { get; }

    /// <summary>How long the API asks to wait, never negative; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; }

    public long Length => _body.Length;

    /// <summary>What was sent; null for a call without a body.</summary>
    public HttpContent? Sent { get; }

    /// <summary>How deeply the JSON may nest.</summary>
    public int MaxDepth { get; init; } = JsonApiSerializer.MaxDepth;

    public StreamReader OpenText() => new(Open(), ResponseEncoding.Of(this), detectEncodingFromByteOrderMarks: true);

    /// <summary>The beginning of the body as text, for messages, without the secrets that a server may send back.</summary>
    public string Excerpt(int maxCharacters)
    {
        // Somewhat more than is shown, so that a secret at the end of it is recognised whole.
        byte[] bytes = new byte[Math.Min(_body.Length, (maxCharacters + _secrets.LongestSecret) * 4L)];
        _body.Read(0, bytes);
        char[] text = new char[ResponseEncoding.Of(this).GetMaxCharCount(bytes.Length)];
        int length = ResponseEncoding.Of(this).GetDecoder().GetChars(bytes, text, flush: false);
        string shown = _secrets.HideInBody(new string(text, 0, length).TrimStart('\uFEFF'));
        return shown.Length > maxCharacters ? shown[..maxCharacters] : shown;
    }

    /// <summary>A text out of the body without secrets.</summary>
    public string Hide(string text) => _secrets.Hide(text);

    /// <summary>
    /// Keeps Refit from copying the body into another buffer before it calls the serializer, which reads this one.
    /// </summary>
    public void SkipBuffering() => _skipsBuffering = true;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        _skipsBuffering ? Task.CompletedTask : Open().CopyToAsync(stream);

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(Open());

    protected override bool TryComputeLength(out long length)
    {
        // Unsaid even where it is zero, for which Refit would give null without asking the serializer.
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

    private static TimeSpan? RetryAfterOf(HttpResponseMessage response, TimeProvider time) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } wait } => wait,

            // Seen from the API's own clock where it tells its time, so that a wrong clock here does no harm.
            { Date: { } date } => date - (response.Headers.Date ?? time.GetUtcNow()) is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
            _ => null,
        };

    private Stream Open() => new PooledBodyStream(_body);
}
