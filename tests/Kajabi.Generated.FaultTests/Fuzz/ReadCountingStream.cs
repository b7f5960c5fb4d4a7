namespace Kajabi.Tests.Fuzz;

/// <summary>A stream that limits the number of reads, to detect endless reading.</summary>
internal sealed class ReadCountingStream(byte[] bytes) : MemoryStream(bytes)
{
    private const int MaxReads = 10_000;

    public int Reads { get; private set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        Count();
        return base.Read(buffer, offset, count);
    }

    public override int Read(Span<byte> buffer)
    {
        Count();
        return base.Read(buffer);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Count();
        return base.ReadAsync(buffer, cancellationToken);
    }

    private void Count()
    {
        if (++Reads > MaxReads)
        {
            throw new InvalidOperationException("The stream is read endlessly.");
        }
    }
}
