using System.Globalization;
using System.Text;

namespace Kajabi.Tests.Serialization;

public sealed class Iso8601Tests
{
    [Theory]
    [InlineData("2026-01-20T14:05:09Z", true)]
    [InlineData("2026-01-20T14:05:09.250Z", true)]
    [InlineData("2026-01-20T14:05:09.2500001Z", true)]
    [InlineData("2026-01-20T14:05:09-05:00", true)]
    [InlineData("2026-01-20T14:05:09.250+05:30", true)]
    [InlineData("2026-01-20T14:05:09.2500001-05:00", true)]
    [InlineData("2026-01-20T14:05:09.25Z", false)]
    [InlineData("2026-01-20T14:05:09.000Z", false)]
    [InlineData("2026-01-20T14:05:09+00:00", false)]
    [InlineData("2026-01-20T14:05:09", false)]
    [InlineData("2026-01-20 14:05:09Z", false)]
    [InlineData("2026-01-20T14:05Z", false)]
    [InlineData("2026-01-20", false)]
    public void A_time_is_read_and_exact_if_it_is_written_with_the_same_text(string text, bool isExact)
    {
        Assert.True(Iso8601.TryParse(text, out DateTimeOffset time, out bool exact));

        Assert.Equal(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), time);
        Assert.Equal(isExact, exact);
        Assert.Equal(isExact, Iso8601.Format(time) == text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-01-2")]
    [InlineData("01/20/2026")]
    [InlineData("01/20/2026 14:05:09")]
    [InlineData("2026/01/20 14:05:09")]
    [InlineData("2026-01/20 14:05:09")]
    [InlineData("2026/01-20 14:05:09")]
    [InlineData("20 January 2026")]
    [InlineData("2026-13-20T14:05:09Z")]
    public void Any_other_text_is_no_time(string text) => Assert.False(Iso8601.TryParse(text, out _, out _));

    [Theory]
    [InlineData(0, 0, "2026-01-20T14:05:09Z")]
    [InlineData(0, -300, "2026-01-20T14:05:09-05:00")]
    [InlineData(2_500_000, 0, "2026-01-20T14:05:09.250Z")]
    [InlineData(2_500_000, 330, "2026-01-20T14:05:09.250+05:30")]
    [InlineData(1, 0, "2026-01-20T14:05:09.0000001Z")]
    [InlineData(1, -300, "2026-01-20T14:05:09.0000001-05:00")]
    public void A_time_has_the_shortest_of_the_formats_of_the_API(long ticks, int offset, string expected) =>
        Assert.Equal(expected, Iso8601.Format(new DateTimeOffset(2026, 1, 20, 14, 5, 9, TimeSpan.FromMinutes(offset)).AddTicks(ticks)));

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.999Z")]
    [InlineData("2026-01-20T14:05:09Z")]
    [InlineData("2026-01-20T14:05:09.250Z")]
    [InlineData("1990-10-09T09:19:29.009Z")]
    [InlineData("2026-01-20T14:05:09.001Z")]
    [InlineData("2024-02-29T20:30:40.090Z")]
    [InlineData("2026-04-30T08:18:28.918Z")]
    public void The_format_of_the_API_is_parsed_from_its_bytes(string text)
    {
        Assert.True(Iso8601.TryParseCommon(Encoding.UTF8.GetBytes(text), out DateTimeOffset time));

        Assert.Equal(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture), time);
        Assert.Equal(TimeSpan.Zero, time.Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-01-20T14:05:09")]
    [InlineData("2026-01-20T14:05:09.25Z")]
    [InlineData("2026-01-20T14:05:09.2500Z")]
    [InlineData("2026-01-20T14:05:09.000Z")]
    [InlineData("0000-01-20T14:05:09Z")]
    [InlineData("2026-00-20T14:05:09Z")]
    [InlineData("2026-13-20T14:05:09Z")]
    [InlineData("2026-01-00T14:05:09Z")]
    [InlineData("2026-01-32T14:05:09Z")]
    [InlineData("2026-02-29T14:05:09Z")]
    [InlineData("2026-01-20T24:05:09Z")]
    [InlineData("2026-01-20T14:60:09Z")]
    [InlineData("2026-01-20T14:05:60Z")]
    public void Any_other_text_is_not_parsed_from_its_bytes(string text) =>
        Assert.False(Iso8601.TryParseCommon(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData((byte)'/')] // The character before 0.
    [InlineData((byte)':')] // The character after 9.
    [InlineData((byte)'x')]
    public void Each_digit_is_required(byte other)
    {
        byte[] text = "2026-01-20T14:05:09.250Z"u8.ToArray();
        foreach (int position in Enumerable.Range(0, text.Length).Where(position => char.IsAsciiDigit((char)text[position])))
        {
            byte[] changed = [.. text];
            changed[position] = other;
            Assert.False(Iso8601.TryParseCommon(changed, out _));
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(13)]
    [InlineData(16)]
    [InlineData(19)]
    [InlineData(23)]
    public void Each_separator_is_required(int position)
    {
        byte[] text = "2026-01-20T14:05:09.250Z"u8.ToArray();
        text[position] = (byte)'x';

        Assert.False(Iso8601.TryParseCommon(text, out _));
    }
}
