using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Serialization;

/// <summary>JSON that somebody parsed before (report A5).</summary>
public sealed class ParsedTokenTests
{
    [Theory]
    [InlineData("2024-01-15T10:30:00Z")]
    [InlineData("2024-01-15T10:30:00.669Z")]
    [InlineData("2026-08-02T20:26:32.995-05:00")]
    public void A_time_that_was_parsed_before_is_not_lost(string time)
    {
        Contact contact = JObject
            .Parse("""{"id":"7","type":"contacts","attributes":{"created_at":"TIME"}}""".Replace("TIME", time, StringComparison.Ordinal))
            .ToObject<Contact>()!;

        Assert.Equal(DateTimeOffset.Parse(time, null), contact.Attributes.CreatedAt);
    }

    [Fact]
    public void A_time_with_an_offset_keeps_it()
    {
        JsonSerializer serializer = new();
        using JsonTextReader reader = new(
            new StringReader("""{"id":"7","type":"contacts","attributes":{"created_at":"2026-08-02T20:26:32.995-05:00"}}""")
        )
        {
            DateParseHandling = DateParseHandling.DateTimeOffset,
        };

        Contact contact = JObject.Load(reader).ToObject<Contact>(serializer)!;

        Assert.Equal(TimeSpan.FromHours(-5), contact.Attributes.CreatedAt!.Value.Offset);
    }

    [Fact]
    public void A_text_that_looks_like_a_time_stays_a_text()
    {
        Contact contact = JObject
            .Parse("""{"id":"7","type":"contacts","attributes":{"name":"2024-01-15T10:30:00.669Z","custom_17":["2024-01-15T10:30:00Z"]}}""")
            .ToObject<Contact>()!;

        Assert.Equal("2024-01-15T10:30:00.669Z", contact.Attributes.Name);
        Assert.Equal("2024-01-15T10:30:00Z", (string?)contact.Attributes["custom_17"]![0]);
    }

    [Fact]
    public void Numbers_are_read_as_they_are()
    {
        JObject resource = JObject.Parse("""{"id":"7","type":"offers","attributes":{"price_in_cents":4900.0}}""");
        resource["attributes"]!["custom"] = new JValue((object)7);

        Offer offer = resource.ToObject<Offer>()!;

        Assert.Equal(4900, offer.Attributes.PriceInCents);
        Assert.Equal(7, (long)offer.Attributes["custom"]!);
    }

    [Fact]
    public void A_reader_that_ignores_how_dates_are_parsed_loses_none()
    {
        JsonSerializerSettings settings = new() { TraceWriter = new Newtonsoft.Json.Serialization.MemoryTraceWriter() };

        Contact contact = JsonConvert.DeserializeObject<Contact>(
            """{"id":"7","type":"contacts","attributes":{"created_at":"2024-01-15T10:30:00Z"}}""",
            settings
        )!;

        Assert.Equal(new DateTimeOffset(2024, 1, 15, 10, 30, 0, TimeSpan.Zero), contact.Attributes.CreatedAt);
    }
}
