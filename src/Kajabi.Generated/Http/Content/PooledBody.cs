using System.Buffers;

namespace Kajabi.Http.Content;

/// <summary>
/// A response body in pooled buffers. The network is read asynchronously, so that cancellation and timeouts take effect; the
/// bytes are then parsed in one synchronous pass without another copy.
/// </summary>
internal sealed class PooledBody : IDisposable
{
    private const int SegmentSize = 32 * 1024;

    private readonly List<byte[]> _segments = [];

    public long Length { get; private set; }

    /// <summary>Reads a stream to its end or to the limit. The bytes read so far are kept when reading fails.</summary>
    /// <returns>Whether the end was reached.</returns>
    public async Task<bool> TryFillAsync(Stream stream, long limit, CancellationToken cancellationToken)
    {
        while (Length <= limit)
        {
            int offset = (int)(Length % SegmentSize);
            if (offset == 0)
            {
                _segments.Add(ArrayPool<byte>.Shared.Rent(SegmentSize));
            }

            int read = await stream
                .ReadAsync(_segments[^1].AsMemory(offset, SegmentSize - offset), cancellationToken)
                .ConfigureAwait(false);
            if (read == 0)
            {
                return true;
            }

            Length += read;
        }

        return false;
    }

    /// <summary>Copies bytes from a position and returns their number.</summary>
    public int Read(long position, Span<byte> buffer)
    {
        int copied = 0;
        while (copied < buffer.Length && position < Length)
        {
            int offset = (int)(position % SegmentSize);
            int count = (int)Math.Min(Math.Min(SegmentSize - offset, Length - position), buffer.Length - copied);
            _segments[(int)(position / SegmentSize)].AsSpan(offset, count).CopyTo(buffer[copied..]);
            copied += count;
            position += count;
        }

        return copied;
    }

    public void Dispose()
    {
        Length = 0;
        foreach (byte[] segment in _segments)
        {
            ArrayPool<byte>.Shared.Return(segment);
        }

        _segments.Clear();
    }
}
