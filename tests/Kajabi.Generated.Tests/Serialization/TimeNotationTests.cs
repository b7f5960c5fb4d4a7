using System.Globalization;

namespace Kajabi.Tests.Serialization;

/// <summary>Times at the limits of the calendar and of the format, as the API sends them and as it does not.</summary>
public sealed class TimeNotationTests
{
    private const string Json = """{"data":{"id":"1","type":"contacts","attributes":{"created_at":"$"}}}""";

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("9999-12-31T23:59:59.999Z")]
    [InlineData("2026-01-20T14:05:09.001Z")]
    [InlineData("2026-01-20T14:05:09.250Z")]
    [InlineData("2024-02-29T00:00:00Z")]
    [InlineData("2000-02-29T12:30:00Z")]
    [InlineData("2026-04-30T12:30:59Z")]
    [InlineData("2026-12-31T12:30:59Z")]
    // These are not the form of the API, and are parsed as it is documented for other forms of ISO 8601.
    [InlineData("2026-01-20T14:05:09.000Z")]
    [InlineData("2026-01-20T14:05:09.25Z")]
    [InlineData("2026-01-20T14:05:09.2500000Z")]
    [InlineData("2026-01-20T14:05:09+02:00")]
    [InlineData("2026-01-20T14:05:09,250Z")]
    [InlineData("2026-01-20 14:05:09Z")]
    public void A_time_is_read_and_its_text_is_written_again(string text)
    {
        ContactAttributes attributes = Read(text);

        Assert.Equal(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), attributes.CreatedAt);
        Assert.Contains($"\"{text}\"", JsonApiSerializer.Serialize(attributes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("2026-00-20T14:05:09Z")]
    [InlineData("2026-13-20T14:05:09Z")]
    [InlineData("2026-01-00T14:05:09Z")]
    [InlineData("2026-01-32T14:05:09Z")]
    [InlineData("2026-04-31T14:05:09Z")]
    [InlineData("2026-02-29T14:05:09Z")]
    [InlineData("1900-02-29T14:05:09Z")]
    [InlineData("2026-01-20T24:05:09Z")]
    [InlineData("2026-01-20T14:60:09Z")]
    [InlineData("2026-01-20T14:05:60Z")]
    [InlineData("2026-01-20T14:05:0:Z")]
    [InlineData("2026-01-20T14:05:/9Z")]
    [InlineData("20a6-01-20T14:05:09Z")]
    [InlineData("202/-01-20T14:05:09Z")]
    [InlineData("2026-01-20T14:05:09.2a0Z")]
    [InlineData("2026-01-20T14:05:09.25/Z")]
    [InlineData("2026/01-20T14:05:09Z")]
    [InlineData("2026-01/20T14:05:09Z")]
    [InlineData("2026-01-20T14-05:09Z")]
    [InlineData("2026-01-20T14:05-09Z")]
    [InlineData("2026-01-20T14:05:09z+")]
    public void A_text_that_is_not_a_time_is_null_and_is_written_again(string text)
    {
        ContactAttributes attributes = Read(text);

        Assert.Null(attributes.CreatedAt);
        Assert.Equal(text, (string?)attributes["created_at"]);
        Assert.Contains($"\"{text}\"", JsonApiSerializer.Serialize(attributes), StringComparison.Ordinal);
    }

    private static ContactAttributes Read(string text) =>
        JsonApiSerializer.Deserialize<ContactDocument>(Json.Replace("$", text, StringComparison.Ordinal)).Data.Attributes;
}
