using Kajabi.Composer.Output;

namespace Kajabi.Composer.Tests.Compose;

/// <summary>Descriptions become the text of XML doc comments.</summary>
public sealed class XmlDocFormatterTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("A short text with `code` & more.", "A short text with <c>code</c> &amp; more.")]
    public void A_short_text_stays_on_one_line(string? text, string expected) => Assert.Equal(expected, XmlDocFormatter.From(text));

    [Fact]
    public void A_long_text_gets_lines_between_the_tags_of_its_element()
    {
        string text = string.Join(' ', Enumerable.Repeat("word", 40));

        string[] lines = XmlDocFormatter.From(text).Split('\n');

        Assert.Equal(4, lines.Length);
        Assert.Equal((string.Empty, "/// "), (lines[0], lines[^1]));
        Assert.All(lines[1..^1], static line => Assert.InRange(line.Length, 1, 124));
        Assert.Equal(text, string.Join(' ', lines[1..^1].Select(static line => line["/// ".Length..])));
    }

    [Fact]
    public void A_line_does_not_break_inside_code()
    {
        string words = string.Join(' ', Enumerable.Repeat("word", 23));

        Assert.Equal($"{words}\n/// <c>a b c d e f g h</c> end", XmlDocFormatter.Lines($"{words} `a b c d e f g h` end"));
    }

    [Fact]
    public void Each_paragraph_starts_on_its_own_line() =>
        Assert.Equal("<para>First.</para>\n/// <para>Second.</para>", XmlDocFormatter.Lines("First.\n\nSecond."));
}
