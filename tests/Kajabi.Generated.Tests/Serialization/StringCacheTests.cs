using System.Text;

namespace Kajabi.Tests.Serialization;

/// <summary>Short texts that occur several times in a document are the same string.</summary>
public sealed class StringCacheTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("contacts")]
    [InlineData("2026-01-20T14:05:09.250Z")]
    [InlineData("a text of 32 characters, exactly")]
    public void A_short_text_is_created_once(string text)
    {
        using StringCache cache = new();
        byte[] utf8 = Encoding.UTF8.GetBytes(text);

        Assert.Equal(text, cache.Get(utf8));
        Assert.Same(cache.Get(utf8), cache.Get(utf8));
    }

    [Theory]
    [InlineData("")]
    [InlineData("zoë")]
    [InlineData("😀")]
    [InlineData("a text of 33 characters, to be it")]
    public void Any_other_text_is_decoded(string text)
    {
        using StringCache cache = new();
        byte[] utf8 = Encoding.UTF8.GetBytes(text);

        Assert.Equal((text, text), (cache.Get(utf8), cache.Get(utf8)));
    }

    [Fact]
    public void A_long_text_is_not_retained()
    {
        using StringCache cache = new();
        byte[] utf8 = Encoding.UTF8.GetBytes(new string('a', 33));

        Assert.NotSame(cache.Get(utf8), cache.Get(utf8));
    }

    [Fact]
    public void Texts_that_share_an_entry_are_not_confused()
    {
        using StringCache cache = new();
        string[] texts = [.. Enumerable.Range(0, 5000).Select(static number => $"custom_field_{number}")];

        foreach (string text in texts.Concat(texts.Reverse()))
        {
            Assert.Equal(text, cache.Get(Encoding.UTF8.GetBytes(text)));
        }
    }

    [Theory]
    [InlineData(1, 999)]
    [InlineData(100_000_000, 100_000_999)]
    public void Different_texts_rarely_share_an_entry(int first, int last)
    {
        using StringCache cache = new();
        byte[][] texts = [.. Enumerable.Range(first, last - first + 1).Select(static number => Encoding.UTF8.GetBytes($"{number}"))];
        string[] created = [.. texts.Select(text => cache.Get(text))];

        // Of 1,000 texts in 1,024 entries, chance preserves about 600.
        Assert.InRange(texts.Where((text, index) => ReferenceEquals(cache.Get(text), created[index])).Count(), 400, 999);
    }

    [Fact]
    public void Invalid_utf8_throws()
    {
        using StringCache cache = new();

        Assert.Throws<DecoderFallbackException>(() => cache.Get([0xC3, 0x28]));
        Assert.Throws<DecoderFallbackException>(() => cache.Get([.. Enumerable.Repeat((byte)0xFF, 40)]));
    }
}
