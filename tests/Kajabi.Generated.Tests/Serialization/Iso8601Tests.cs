using System.Globalization;

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
}
