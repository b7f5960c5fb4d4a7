namespace Kajabi.Tests.JsonApi;

/// <summary>JSON that does not match the declared type is preserved and does not throw.</summary>
public sealed class TypeMismatchTests
{
    [Theory]
    [InlineData("10000", "10000")]
    [InlineData("0.0", "0.0")]
    [InlineData("\"0.0\"", "0.0")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("{\"amount\":1}", null)]
    [InlineData("[1]", null)]
    [InlineData("null", null)]
    public void A_string_property_reads_other_scalars_as_text_and_preserves_their_JSON(string json, string? expected)
    {
        CustomerAttributes attributes = JsonApiSerializer.Deserialize<CustomerAttributes>($$"""{"net_revenue":{{json}}}""");

        Assert.Equal(expected, attributes.NetRevenue);
        Assert.Equal($$"""{"net_revenue":{{json}}}""", JsonApiSerializer.Serialize(attributes));
    }

    [Theory]
    [InlineData("100", 100L)]
    [InlineData("100.0", 100L)]
    [InlineData("100.5", null)]
    [InlineData("\"100\"", null)]
    [InlineData("99999999999999999999", null)]
    public void An_integer_property_reads_only_whole_numbers(string json, long? expected)
    {
        OfferAttributes attributes = JsonApiSerializer.Deserialize<OfferAttributes>($$"""{"price_in_cents":{{json}}}""");

        Assert.Equal(expected, attributes.PriceInCents);
        Assert.Equal($$"""{"price_in_cents":{{json}}}""", JsonApiSerializer.Serialize(attributes));
    }

    [Theory]
    [InlineData("2024-01-15T10:30:00Z", "2024-01-15T10:30:00+00:00")]
    [InlineData("2024-08-06T05:30:38.669Z", "2024-08-06T05:30:38.669+00:00")]
    [InlineData("2026-08-02T20:26:32.995-05:00", "2026-08-02T20:26:32.995-05:00")]
    [InlineData("2026-08-02T20:26:32.000Z", "2026-08-02T20:26:32+00:00")]
    [InlineData("2026-08-02T20:26:32.123456789Z", "2026-08-02T20:26:32.1234568+00:00")]
    [InlineData("2026-08-02T20:26:32", "2026-08-02T20:26:32+00:00")]
    [InlineData("2026-08-02", "2026-08-02T00:00:00+00:00")]
    [InlineData("", null)]
    [InlineData("0000-00-00", null)]
    [InlineData("01/02/2026", null)]
    public void A_timestamp_preserves_its_offset_and_an_invalid_one_preserves_its_text(string text, string? expected)
    {
        ContactAttributes attributes = JsonApiSerializer.Deserialize<ContactAttributes>($$"""{"created_at":"{{text}}"}""");

        DateTimeOffset? time = expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(time, attributes.CreatedAt);
        Assert.Equal(time?.Offset, attributes.CreatedAt?.Offset);
        Assert.Equal($$"""{"created_at":"{{text}}"}""", JsonApiSerializer.Serialize(attributes));
    }

    [Fact]
    public void Undeclared_strings_that_look_like_timestamps_remain_strings()
    {
        const string json = """{"anniversary":"2024-01-15T10:30:00.000-05:00"}""";

        Assert.Equal(json, JsonApiSerializer.Serialize(JsonApiSerializer.Deserialize<ContactAttributes>(json)));
    }

    [Fact]
    public void Type_hints_and_references_are_plain_data()
    {
        const string json = """{"$type":"System.IO.FileInfo, System.IO","$ref":"1","$id":"2"}""";

        Assert.Equal(json, JsonApiSerializer.Serialize(JsonApiSerializer.Deserialize<ContactAttributes>(json)));
    }

    [Fact]
    public void An_unknown_enum_value_is_its_string()
    {
        WebhookAttributes attributes = JsonApiSerializer.Deserialize<WebhookAttributes>("""{ "event": "refund" }""");

        Assert.Equal("refund", attributes.Event?.Value);
    }

    [Fact]
    public void Assignment_replaces_the_raw_value()
    {
        CustomerAttributes attributes = JsonApiSerializer.Deserialize<CustomerAttributes>("""{"net_revenue":10000}""");

        attributes.NetRevenue = "5.0";

        Assert.Equal("""{"net_revenue":"5.0"}""", JsonApiSerializer.Serialize(attributes));
    }
}
