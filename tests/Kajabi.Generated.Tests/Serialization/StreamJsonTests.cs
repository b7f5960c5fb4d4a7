using System.Text;

namespace Kajabi.Tests.Serialization;

/// <summary>The encoding of a stream is determined by its first bytes.</summary>
public sealed class StreamJsonTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void UTF_8_is_read_without_conversion(bool canSeek)
    {
        foreach (
            byte[] bytes in (byte[][])
                [
                    [],
                    [.. "7"u8],
                    [.. "{}"u8],
                    [0xFE],
                    [0xEF, 0xBB, 0xBF, .. "{}"u8],
                    [0xFE, 0xFE],
                    [0xFF, 0xFF],
                ]
        )
        {
            using Stream stream = Create(bytes, canSeek);
            using BytesInput input = Assert.IsType<BytesInput>(StreamJson.Open(stream));

            input.Fill(0);

            Assert.Equal(bytes, input.Bytes.ToArray());
            Assert.Equal((true, canSeek, false), (input.HasByteOrderMark, input.CanReopen, input.IsTruncated));
        }
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void UTF_16_is_converted_and_the_stream_stays_open(bool isBigEndian, bool canSeek)
    {
        UnicodeEncoding encoding = new(isBigEndian, byteOrderMark: true);
        using Stream stream = Create([.. encoding.GetPreamble(), .. encoding.GetBytes("[\"é\"]")], canSeek);

        using (TextInput input = Assert.IsType<TextInput>(StreamJson.Open(stream)))
        {
            input.Fill(0);
            Assert.Equal("[\"é\"]", Encoding.UTF8.GetString(input.Bytes));
        }

        Assert.True(stream.CanRead);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_stream_that_is_read_again_starts_with_the_same_byte_and_stays_open(bool canSeek)
    {
        using Stream stream = Create("x[7]"u8.ToArray(), canSeek);
        Assert.Equal('x', stream.ReadByte());

        using (JsonInput input = StreamJson.Open(stream))
        {
            input.Fill(0);
            using Newtonsoft.Json.JsonReader reader = input.Reopen()!;
            Assert.True(reader.Read());
            Assert.Equal(7, reader.ReadAsInt32());
        }

        Assert.True(stream.CanRead);
    }

    [Fact]
    public void A_byte_order_mark_is_no_character_of_JSON_that_is_not_strict()
    {
        using PieceStream stream = new([0xEF, 0xBB, 0xBF, .. "{'data':[]}"u8], size: 1, canSeek: true);

        Assert.Empty(JsonApiSerializer.Deserialize<ContactCollection>(stream).Data);
    }

    private static MemoryStream Create(byte[] bytes, bool canSeek) => canSeek ? new MemoryStream(bytes) : new PieceStream(bytes, size: 1);
}
