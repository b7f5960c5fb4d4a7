using System.Text;

namespace Kajabi.Tests.Serialization;

public sealed class StreamReadingTests
{
    private const int Blanks = 20_000_000;
    private const long MaxAllocation = 5_000_000;

    private static readonly string s_long = new('é', 100_000);

    [Fact]
    public void A_stream_that_cannot_seek_is_read_in_pieces()
    {
        using OneWayStream stream = new(
            Encoding.UTF8.GetBytes(
                """{"data":{"id":"7","type":"contacts","attributes":{"name":"L","x":["L",1.10]}}}""".Replace("L", s_long)
            ),
            repeatedBlanks: 0
        );

        ContactDocument document = JsonApiSerializer.Deserialize<ContactDocument>(stream);

        Assert.Equal(s_long, document.Data.Attributes.Name);
        Assert.EndsWith("1.10]}}}", JsonApiSerializer.Serialize(document), StringComparison.Ordinal);
    }

    [Fact]
    public void The_memory_does_not_depend_on_the_length_of_the_text()
    {
        using OneWayStream stream = new("""{"data":[],"meta":{}}"""u8.ToArray(), Blanks);
        long before = GC.GetAllocatedBytesForCurrentThread();

        ContactCollection document = JsonApiSerializer.Deserialize<ContactCollection>(stream);

        Assert.Empty(document.Data);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxAllocation);
    }

    [Fact]
    public void Malformed_JSON_of_a_stream_that_cannot_seek_is_reported_with_its_line()
    {
        using OneWayStream stream = new("{\n  \"data\": [ 'a' ] }"u8.ToArray(), repeatedBlanks: 2_000_000);

        KajabiSerializationException exception = Assert.Throws<KajabiSerializationException>(() =>
            JsonApiSerializer.Deserialize<ContactCollection>(stream)
        );

        Assert.Equal("The JSON is malformed or truncated, at the root (line 2, position 13).", exception.Message);
    }

    [Fact]
    public void A_value_of_another_type_in_a_stream_that_cannot_seek_is_reported_with_its_path()
    {
        using PieceStream stream = new("""{"included":[{"id":"1","type":"offers"},7]}"""u8.ToArray(), size: 1000);

        KajabiSerializationException exception = Assert.Throws<KajabiSerializationException>(() =>
            JsonApiSerializer.Deserialize<ContactCollection>(stream)
        );

        Assert.Equal("included[1]", exception.Path);
    }

    /// <summary>A stream that returns few bytes at a time and cannot be read twice.</summary>
    private sealed class OneWayStream(byte[] json, int repeatedBlanks) : Stream
    {
        private const int PieceSize = 1000;

        private readonly int _length = json.Length + repeatedBlanks;
        private int _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int count = Math.Min(Math.Min(PieceSize, buffer.Length), _length - _position);
            for (int index = 0; index < count; index++, _position++)
            {
                // The blanks follow the first byte.
                int blank = _position - 1;
                buffer[index] =
                    _position == 0 ? json[0]
                    : blank < repeatedBlanks ? (byte)' '
                    : json[_position - repeatedBlanks];
            }

            return count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
