namespace Kajabi.Tests;

/// <summary>A stream that returns only some bytes in each call, like one of a network.</summary>
/// <param name="bytes">The content.</param>
/// <param name="size">The maximum number of bytes in each call.</param>
/// <param name="failAfter">The number of calls after which the stream is disposed.</param>
/// <param name="canSeek">Whether the stream can be read twice.</param>
internal sealed class PieceStream(byte[] bytes, int size, int failAfter = int.MaxValue, bool canSeek = false) : MemoryStream(bytes)
{
    private int _calls;

    public override bool CanSeek => canSeek;

    // The base class calls the other overload, because this class overrides it.
    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(size, buffer.Length)]);

    public override int Read(byte[] buffer, int offset, int count)
    {
        ObjectDisposedException.ThrowIf(_calls++ >= failAfter, this);
        return base.Read(buffer, offset, Math.Min(size, count));
    }
}
