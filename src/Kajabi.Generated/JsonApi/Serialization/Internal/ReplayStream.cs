namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>
/// Reads a stream that cannot seek, and stores the first bytes, so that a text that is not strict JSON can be read from its start
/// again. The memory for that is limited.
/// </summary>
/// <param name="source">The stream, which stays open.</param>
internal sealed class ReplayStream(Stream source) : Stream
{
    private const int MaxStored = 1024 * 1024;

    private MemoryStream? _stored = new();

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Moves to the start.</summary>
    /// <returns>False if more bytes were read than are stored.</returns>
    public bool TryRestart()
    {
        _stored?.Position = 0;
        return _stored is not null;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_stored is not null && _stored.Position < _stored.Length)
        {
            return _stored.Read(buffer);
        }

        int count = source.Read(buffer);
        if (_stored is not null && _stored.Length + count > MaxStored)
        {
            _stored = null;
        }

        _stored?.Write(buffer[..count]);
        return count;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
