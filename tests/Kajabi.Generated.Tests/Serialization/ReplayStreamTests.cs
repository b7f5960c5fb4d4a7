namespace Kajabi.Tests.Serialization;

/// <summary>A stream that cannot seek is read a second time from memory, up to a limit.</summary>
public sealed class ReplayStreamTests
{
    private const int Limit = 1024 * 1024;

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(Limit)]
    public void A_short_stream_is_read_again(int length)
    {
        byte[] bytes = [.. Enumerable.Range(0, length).Select(static index => (byte)(index % 251))];
        using PieceStream source = new(bytes, 100_000);
        using ReplayStream stream = new(source);

        Assert.Equal(bytes, ReadAll(stream));
        Assert.True(stream.TryRestart());
        Assert.Equal(bytes, ReadAll(stream));
    }

    [Fact]
    public void After_a_restart_the_rest_of_the_source_is_read()
    {
        using PieceStream source = new([1, 2, 3, 4, 5], 2);
        using ReplayStream stream = new(source);

        Assert.Equal(2, stream.Read(new byte[10], 0, 10));
        Assert.True(stream.TryRestart());
        Assert.Equal([1, 2, 3, 4, 5], ReadAll(stream));
        Assert.True(stream.TryRestart());
        Assert.Equal([1, 2, 3, 4, 5], ReadAll(stream));
    }

    [Fact]
    public void A_stream_beyond_the_limit_is_read_once()
    {
        byte[] bytes = new byte[Limit + 1];
        using PieceStream source = new(bytes, 100_000);
        using ReplayStream stream = new(source);

        Assert.Equal(bytes.Length, ReadAll(stream).Length);
        Assert.False(stream.TryRestart());
        Assert.Equal(0, stream.Read(new byte[1], 0, 1));
    }

    [Fact]
    public void A_piece_beyond_the_limit_is_not_stored()
    {
        using MemoryStream source = new(new byte[Limit + 1]);
        using ReplayStream stream = new(source);

        Assert.Equal(Limit + 1, stream.Read(new byte[Limit + 1]));
        Assert.False(stream.TryRestart());
    }

    [Fact]
    public void The_stream_can_only_be_read()
    {
        using MemoryStream source = new();
        using ReplayStream stream = new(source);

        Assert.Equal((true, false, false), (stream.CanRead, stream.CanSeek, stream.CanWrite));
        Assert.Throws<NotSupportedException>(() => stream.Write([1], 0, 1));
    }

    private static byte[] ReadAll(ReplayStream stream)
    {
        using MemoryStream all = new();
        stream.CopyTo(all);
        return all.ToArray();
    }
}
