using System.Text;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Serialization;

/// <summary>The writer of UTF-8 and the one of text write the same JSON.</summary>
public sealed class WriterTests
{
    [Fact]
    public void Each_character_has_the_same_text_in_utf8_and_as_a_string()
    {
        for (int block = 0; block < 0x110000; block += 0x400)
        {
            IEnumerable<int> scalars = Enumerable.Range(block, 0x400).Where(Rune.IsValid);
            AssertSame(string.Concat(scalars.Select(char.ConvertFromUtf32)));
        }
    }

    // Not InlineData: an attribute contains its texts in UTF-8, which has no halves of surrogate pairs.
    [Fact]
    public void Surrogates_have_the_same_text_in_utf8_and_as_a_string()
    {
        foreach (string text in (string[])["", "a \ud83d\ude00 b", "\ud83d", "a\ude00\ud83d", "\"\ud83d\ud83d\ude00\u2028"])
        {
            AssertSame(text);
        }
    }

    [Fact]
    public void Names_have_the_same_text_in_utf8_and_as_a_string()
    {
        ContactAttributes attributes = new();
        attributes["a\"\\<>&'\u00e9\u2028\ud83d\ude00\u0001"] = "b";

        Assert.Equal(JsonApiSerializer.Serialize(attributes), Utf8(attributes));
    }

    [Fact]
    public void A_comment_in_the_place_of_a_value_is_null()
    {
        ContactAttributes attributes = new();
        attributes["custom_8"] = JValue.CreateComment("a");
        attributes["custom_9"] = new JArray(1, JValue.CreateComment("b"), new JObject { ["c"] = JValue.CreateComment("d") });

        Assert.Equal("""{"custom_8":null,"custom_9":[1,{"c":null}]}""", Utf8(attributes, JsonApiSerializationMode.ChangedOnly));
    }

    [Fact]
    public void A_large_document_is_passed_on_in_pieces()
    {
        ContactCollection page = new()
        {
            Data = [.. Enumerable.Range(0, 1000).Select(static id => new Contact { Id = $"{id}", Attributes = { Name = new('a', 500) } })],
        };
        using PieceCounter stream = new();

        JsonApiSerializer.Serialize(page, stream);

        Assert.True(stream.CanWrite);
        Assert.InRange(stream.LargestPiece, 1, 64 * 1024);
        Assert.Equal(JsonApiSerializer.Serialize(page), Encoding.UTF8.GetString(stream.ToArray()));
    }

    // In UTF-8, a half of a surrogate pair is U+FFFD, which is how .NET converts it.
    private static void AssertSame(string text)
    {
        ContactAttributes attributes = new() { Name = text };
        byte[] expected = Encoding.UTF8.GetBytes(JsonApiSerializer.Serialize(attributes));

        Assert.Equal(Encoding.UTF8.GetString(expected), Utf8(attributes));
    }

    private static string Utf8(object value, JsonApiSerializationMode mode = JsonApiSerializationMode.Full)
    {
        using MemoryStream stream = new();
        JsonApiSerializer.Serialize(value, stream, mode);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private sealed class PieceCounter : MemoryStream
    {
        public int LargestPiece { get; private set; }

        public override void Write(byte[] buffer, int offset, int count)
        {
            LargestPiece = Math.Max(LargestPiece, count);
            base.Write(buffer, offset, count);
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            LargestPiece = Math.Max(LargestPiece, buffer.Length);
            base.Write(buffer);
        }
    }
}
