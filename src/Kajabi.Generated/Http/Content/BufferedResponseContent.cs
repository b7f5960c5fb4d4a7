using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Kajabi.Http.Content;

/// <summary>A response body in memory, with the status code and headers, which Refit does not pass to a serializer.</summary>
internal sealed class BufferedResponseContent : HttpContent
{
    private readonly PooledBody _body;
    private readonly SecretRedactor _redactor;
    private bool _skipsBuffering;

    public BufferedResponseContent(PooledBody body, HttpResponseMessage response, SecretRedactor redactor, TimeProvider time)
    {
        (_body, _redactor) = (body, redactor);
        RequestContent = response.RequestMessage?.Content;
        (Response, Request) = (new KajabiResponse(response), response.RequestMessage);
        RetryAfter = GetRetryAfter(response, time);
        foreach ((string name, HeaderStringValues values) in response.Content.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, values);
        }

        // The body of an error may be truncated, so the announced length may be wrong.
        Headers.ContentLength = null;
    }

    public KajabiResponse Response { get; }

    public HttpRequestMessage? Request { get; }

    /// <summary>The delay of the <c>Retry-After</c> header, never negative; null without the header.</summary>
    public TimeSpan? RetryAfter { get; }

    public long Length => _body.Length;

    /// <summary>The request body; null for a request without one.</summary>
    public HttpContent? RequestContent { get; }

    /// <summary>The maximum nesting depth of the JSON.</summary>
    public int MaxDepth { get; init; } = JsonApiSerializer.MaxDepth;

    public StreamReader OpenText() => new(Open(), ResponseEncoding.Get(this), detectEncodingFromByteOrderMarks: true);

    /// <summary>Opens the body as JSON: its bytes, or text in another encoding.</summary>
    public JsonInput OpenJson() =>
        ResponseEncoding.Get(this) is UTF8Encoding && !HasOtherByteOrderMark()
            ? new BytesInput(Open(), () => new Newtonsoft.Json.JsonTextReader(OpenText()))
            : new TextInput(OpenText);

    /// <summary>Returns the start of the body as text for messages, without secrets that the server may echo.</summary>
    public string Excerpt(int maxCharacters)
    {
        // Longer than the excerpt, so that a secret at its end is recognized in full.
        byte[] bytes = new byte[Math.Min(_body.Length, (maxCharacters + _redactor.MaxSecretLength) * 4L)];
        _body.Read(0, bytes);
        char[] text = new char[ResponseEncoding.Get(this).GetMaxCharCount(bytes.Length)];
        int length = ResponseEncoding.Get(this).GetDecoder().GetChars(bytes, text, flush: false);
        string excerpt = _redactor.RedactBody(new string(text, 0, length).TrimStart('\uFEFF'));
        return excerpt.Length > maxCharacters ? excerpt[..maxCharacters] : excerpt;
    }

    /// <summary>Removes secrets from a text of the body.</summary>
    public string Redact(string text) => _redactor.Redact(text);

    /// <summary>
    /// Keeps Refit from copying the body into another buffer before it calls the serializer, which reads this one.
    /// </summary>
    public void SkipBuffering() => _skipsBuffering = true;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        _skipsBuffering ? Task.CompletedTask : Open().CopyToAsync(stream);

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(Open());

    protected override bool TryComputeLength(out long length)
    {
        // Unknown even when it is zero, for which Refit would return null without calling the serializer.
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

    private static TimeSpan? GetRetryAfter(HttpResponseMessage response, TimeProvider time) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } wait } => wait,

            // Relative to the Date header when there is one, so that a wrong local clock has no effect.
            { Date: { } date } => date - (response.Headers.Date ?? time.GetUtcNow()) is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
            _ => null,
        };

    private bool HasOtherByteOrderMark()
    {
        Span<byte> start = stackalloc byte[2];
        return _body.Read(0, start) == 2 && start is [0xFE, 0xFF] or [0xFF, 0xFE];
    }

    private Stream Open() => new PooledBodyStream(_body);
}
