namespace Kajabi.Tests.Serialization;

/// <summary>Which characters are escaped, and how.</summary>
public sealed class MinimalJsonEncoderTests
{
    [Theory]
    [InlineData("a\"b", "a\\\"b")]
    [InlineData("\\\b\t\n\f\r", @"\\\b\t\n\f\r")]
    [InlineData("\0\u001f\u0085\u2028\u2029", @"\u0000\u001f\u0085\u2028\u2029")]
    [InlineData("\ud83d\ude00\n\ud83d\ude00", "\ud83d\ude00\\n\ud83d\ude00")]
    public void A_character_that_JSON_does_not_permit_is_escaped(string text, string expected) =>
        Assert.Equal(expected, MinimalJsonEncoder.Instance.Encode(text));

    [Theory]
    [InlineData('\ud83d')]
    [InlineData('\ude00')]
    public void Half_of_a_surrogate_pair_becomes_the_replacement_character(char half)
    {
        Assert.Equal("\ufffd", MinimalJsonEncoder.Instance.Encode($"{half}"));
        Assert.Equal("a\ufffd", MinimalJsonEncoder.Instance.Encode("a" + half));
        Assert.Equal("\ud83d\ude00\ufffdb", MinimalJsonEncoder.Instance.Encode("\ud83d\ude00" + half + "b"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a<é&'\u007f\uffff")]
    [InlineData("a\ud83d\ude00b\ud83d\ude00")]
    public void Any_other_text_is_returned_itself(string text) => Assert.Same(text, MinimalJsonEncoder.Instance.Encode(text));
}
