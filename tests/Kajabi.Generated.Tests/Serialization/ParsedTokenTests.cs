using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Serialization;

/// <summary>JSON that was already parsed by Newtonsoft.Json.</summary>
public sealed class ParsedTokenTests
{
    [Theory]
    [InlineData("2024-01-15T10:30:00Z")]
    [InlineData("2024-01-15T10:30:00.669Z")]
    [InlineData("2026-08-02T20:26:32.995-05:00")]
    public void A_timestamp_parsed_by_Newtonsoft_Json_is_read(string time)
    {
        Contact contact = JObject
            .Parse("""{"id":"7","type":"contacts","attributes":{"created_at":"TIME"}}""".Replace("TIME", time, StringComparison.Ordinal))
            .ToObject<Contact>()!;

        Assert.Equal(DateTimeOffset.Parse(time, null), contact.Attributes.CreatedAt);
    }

    [Fact]
    public void A_parsed_timestamp_preserves_its_offset()
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
    public void A_string_that_looks_like_a_timestamp_remains_a_string()
    {
        Contact contact = JObject
            .Parse("""{"id":"7","type":"contacts","attributes":{"name":"2024-01-15T10:30:00.669Z","custom_17":["2024-01-15T10:30:00Z"]}}""")
            .ToObject<Contact>()!;

        Assert.Equal("2024-01-15T10:30:00.669Z", contact.Attributes.Name);
        Assert.Equal("2024-01-15T10:30:00Z", (string?)contact.Attributes["custom_17"]![0]);
    }

    [Fact]
    public void Parsed_numbers_are_read_unchanged()
    {
        JObject resource = JObject.Parse("""{"id":"7","type":"offers","attributes":{"price_in_cents":4900.0}}""");
        resource["attributes"]!["custom"] = new JValue((object)7);

        Offer offer = resource.ToObject<Offer>()!;

        Assert.Equal(4900, offer.Attributes.PriceInCents);
        Assert.Equal(7, (long)offer.Attributes["custom"]!);
    }

    [Fact]
    public void A_reader_that_ignores_DateParseHandling_preserves_timestamps()
    {
        JsonSerializerSettings settings = new() { TraceWriter = new Newtonsoft.Json.Serialization.MemoryTraceWriter() };

        Contact contact = JsonConvert.DeserializeObject<Contact>(
            """{"id":"7","type":"contacts","attributes":{"created_at":"2024-01-15T10:30:00Z"}}""",
            settings
        )!;

        Assert.Equal(new DateTimeOffset(2024, 1, 15, 10, 30, 0, TimeSpan.Zero), contact.Attributes.CreatedAt);
    }
}
