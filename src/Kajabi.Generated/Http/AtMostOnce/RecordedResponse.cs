using System.Net;
using System.Net.Http.Headers;

namespace Kajabi.Http.AtMostOnce;

/// <summary>A response to a write, read into memory so that it can be returned to a second send of the same attempt.</summary>
internal sealed class RecordedResponse
{
    private readonly HttpStatusCode _status;
    private readonly string? _reason;
    private readonly Version _version;
    private readonly Dictionary<string, string[]> _headers;
    private readonly Dictionary<string, string[]> _contentHeaders;
    private readonly byte[] _body;
    private readonly Exception? _failure;

    private RecordedResponse(HttpResponseMessage response, byte[] body, Exception? failure)
    {
        (_status, _reason, _version, _body, _failure) = (response.StatusCode, response.ReasonPhrase, response.Version, body, failure);
        (_headers, _contentHeaders) = (Copy(response.Headers), Copy(response.Content.Headers));
    }

    /// <summary>Reads a response until its end, or until it exceeds the limit, so that a later limit still rejects it.</summary>
    public static async Task<RecordedResponse> ReadAsync(HttpResponseMessage response, long limit, CancellationToken cancellationToken)
    {
        using PooledBody body = new();
        Exception? failure = null;
        try
        {
            Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                await body.TryFillAsync(stream, limit, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
            when (exception is IOException or InvalidDataException or (InvalidOperationException and not ObjectDisposedException))
        {
            // A reader of the copy gets the failure at the same position.
            failure = exception;
        }

        byte[] bytes = new byte[body.Length];
        body.Read(0, bytes);
        return new RecordedResponse(response, bytes, failure);
    }

    /// <summary>Creates a copy of the response for a request.</summary>
    public HttpResponseMessage Create(HttpRequestMessage request)
    {
        HttpResponseMessage response = new(_status)
        {
            ReasonPhrase = _reason,
            Version = _version,
            RequestMessage = request,
            Content = new StreamContent(
                _failure is null ? new MemoryStream(_body, writable: false) : new InterruptedStream(_body, _failure)
            ),
        };
        foreach ((string name, string[] values) in _headers)
        {
            response.Headers.TryAddWithoutValidation(name, values);
        }

        foreach ((string name, string[] values) in _contentHeaders)
        {
            response.Content.Headers.TryAddWithoutValidation(name, values);
        }

        return response;
    }

    private static Dictionary<string, string[]> Copy(HttpHeaders headers)
    {
        Dictionary<string, string[]> copy = [];
        foreach ((string name, HeaderStringValues values) in headers.NonValidated)
        {
            copy.Add(name, [.. values]);
        }

        return copy;
    }

    /// <summary>Returns the bytes that were received, and then fails as the connection did.</summary>
    /// <remarks>Wraps a stream: the methods of <see cref="MemoryStream"/> call each other in derived classes.</remarks>
    private sealed class InterruptedStream(byte[] body, Exception failure) : Stream
    {
        private readonly MemoryStream _received = new(body, writable: false);

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _received.Position;
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            int read = _received.Read(buffer);
            return read > 0 || buffer.IsEmpty ? read : throw failure;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = _received.Read(buffer.Span);
            return read > 0 || buffer.IsEmpty ? ValueTask.FromResult(read) : ValueTask.FromException<int>(failure);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            _received.Dispose();
            base.Dispose(disposing);
        }
    }
}
