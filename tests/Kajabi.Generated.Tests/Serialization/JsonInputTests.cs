using System.Text;

namespace Kajabi.Tests.Serialization;

/// <summary>How much of a text is in the buffer.</summary>
public sealed class JsonInputTests
{
    private const int Size = JsonInput.InitialSize;

    [Theory]
    [InlineData(Size - 1025, 2)]
    [InlineData(Size - 1024, 1)]
    [InlineData(Size, 1)]
    public void Bytes_are_read_while_more_than_a_kilobyte_is_free(int first, int expected)
    {
        using BlankInput input = new(first);

        input.Fill(0);

        Assert.Equal(expected, input.Reads);
        Assert.False(input.IsComplete);
    }

    [Theory]
    [InlineData(Size / 2, Size)]
    [InlineData((Size / 2) - 1, 2 * Size)]
    public void The_buffer_grows_if_more_than_half_of_it_is_needed(int start, int expected)
    {
        using BlankInput input = new(Size);
        input.Fill(0);
        Assert.Equal(Size, input.Bytes.Length);

        input.Fill(start);

        Assert.Equal(expected, input.Bytes.Length);
    }

    [Fact]
    public void After_Dispose_the_buffer_is_empty()
    {
        BlankInput input = new(Size);
        input.Fill(0);

        input.Dispose();
        input.Dispose();

        Assert.Equal(0, input.Bytes.Length);
    }

    [Fact]
    public void A_surrogate_pair_in_two_pieces_of_a_text_is_one_character()
    {
        using TextInput input = new(static () => new PieceReader("a\ud83d\ude00b"));

        input.Fill(0);

        Assert.Equal("a\ud83d\ude00b", Encoding.UTF8.GetString(input.Bytes));
    }

    [Fact]
    public void A_text_is_closed_and_can_be_opened_again()
    {
        List<StringReader> opened = [];
        TextInput input = new(Open);
        Assert.Equal((true, false, false), (input.CanReopen, input.HasByteOrderMark, input.IsTruncated));
        using (Newtonsoft.Json.JsonReader reader = input.Reopen())
        {
            Assert.Equal(7, reader.ReadAsInt32());
        }

        input.Dispose();

        Assert.Equal(2, opened.Count);
        Assert.All(opened, static reader => Assert.Throws<ObjectDisposedException>(() => reader.Read()));

        StringReader Open()
        {
            opened.Add(new StringReader("7"));
            return opened[^1];
        }
    }

    /// <summary>Returns a number of blanks, and then as many as there is space for.</summary>
    private sealed class BlankInput(int first) : JsonInput
    {
        public int Reads { get; private set; }

        public override Newtonsoft.Json.JsonReader? Reopen() => null;

        protected override int Read(Span<byte> buffer)
        {
            Reads++;
            Span<byte> piece = Reads == 1 ? buffer[..first] : buffer;
            piece.Fill((byte)' ');
            return piece.Length;
        }
    }

    /// <summary>Returns one character in each call.</summary>
    private sealed class PieceReader(string text) : StringReader(text)
    {
        public override int Read(char[] buffer, int index, int count) => base.Read(buffer, index, Math.Min(count, 1));
    }
}
