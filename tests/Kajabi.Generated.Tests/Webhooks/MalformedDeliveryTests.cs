using System.Text;

namespace Kajabi.Tests.Webhooks;

/// <summary>Every request body becomes an event; unknown and malformed ones preserve the raw JSON.</summary>
public sealed class MalformedDeliveryTests
{
    private const string Tagged =
        """{ "id": "123", "event": "tag_added", "payload": [{ "id": "1", "type": "contacts", "attributes": { "name": "Jörg" } }] }""";

    [Theory]
    // The names of the admin pages in unknown formats.
    [InlineData("""{ "event": "payment.succeeded", "payload": ["2"], "member": { "id": 1 } }""", "payment.succeeded")]
    [InlineData(
        """{ "id": "e", "event": "purchase.created", "payload": { "customer": { "email": "a@example.com" } } }""",
        "purchase.created"
    )]
    // An unknown event type, or an event without its main resource.
    [InlineData("""{ "id": "e", "event": "refund", "payload": [{ "id": "1", "type": "purchases" }] }""", "refund")]
    [InlineData("""{ "id": "hash_id", "event": "tag_added", "payload": [] }""", "tag_added")]
    [InlineData("""{ "id": "hash_id", "event": "tag_added", "payload": [], }""", "tag_added")]
    [InlineData("""{ "id": "e", "event": "tag_added" }""", "tag_added")]
    [InlineData("""{ "id": "e", "event": "tag_added", "payload": null }""", "tag_added")]
    [InlineData("""{ "id": "e", "event": "tag_added", "payload": { "id": "1", "type": "contacts" } }""", "tag_added")]
    [InlineData("""{ "id": "e", "event": "tag_added", "payload": "none" }""", "tag_added")]
    [InlineData("""{ "id": "e", "event": "TAG_ADDED", "payload": [{ "id": "1", "type": "contacts" }] }""", "TAG_ADDED")]
    // A payload that does not consist of resources.
    [InlineData("""{ "event": "tag_added", "payload": [5] }""", "tag_added")]
    [InlineData("""{ "payload": [null, { "event": "inner" }], "event": "tag_added" }""", "tag_added")]
    [InlineData("""{ "event": "tag_added", "payload": [[{ "id": "1", "type": "contacts" }]] }""", "tag_added")]
    [InlineData("""{ "event": "tag_added", "errors": [{ "status": "500" }] }""", "tag_added")]
    // A missing or invalid name.
    [InlineData("""{ "event": ["tag_added"] }""", null)]
    [InlineData("""{ "event": null, "payload": [] }""", null)]
    [InlineData("""{ "event": 5 }""", null)]
    [InlineData("{}", null)]
    // Not an object: the samples are bare arrays.
    [InlineData("""[{ "id": "0", "type": "contacts" }, { "id": "0", "type": "contact_tags" }]""", null)]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    [InlineData("\"tag_added\"", null)]
    [InlineData("42", null)]
    [InlineData("", null)]
    [InlineData("  \r\n", null)]
    // Invalid JSON, truncated JSON, or several documents.
    [InlineData("<html><body>Maintenance</body></html>", null)]
    [InlineData("event=tag_added&id=5", null)]
    [InlineData("""{ "event": "tag_added", "payload": [{ "id": """, "tag_added")]
    [InlineData("""{ "event": "tag_added", "payload": [] } { }""", "tag_added")]
    [InlineData("\u0000", null)]
    public void An_unknown_event_has_its_raw_JSON_and_its_name(string json, string? name)
    {
        UnknownEvent unknown = Assert.IsType<UnknownEvent>(WebhookParser.Parse(json));

        Assert.Equal((name, json), (unknown.Name, unknown.RawJson));
        Assert.Equal("unknown event", unknown.ToString());
        Assert.Equal(unknown.DeduplicationKey, WebhookParser.Parse(json).DeduplicationKey);
    }

    [Theory]
    [InlineData("""{ "payload": [{ "type": "contacts", "id": "1" }], "event": "tag_added", "id": "1" }""")]
    [InlineData("""{ "event": "tag_added", "payload": [{ "id": "9", "type": "badges" }, { "type": "contacts", "id": "1" }] }""")]
    [InlineData("""{ "event": "tag_added", "payload": [{ "type": "contacts", "id": "1" }, { "type": "contacts", "id": "1" }] }""")]
    [InlineData(
        """
            { "event": "tag_added", "payload": [{ "type": "contacts", "id": "1", "attributes": { "email": 5, "subscribed": "yes" } }],
              "extra": 1 }
            """
    )]
    [InlineData("""{ "event": "tag_added", "payload": [{ "type": "contacts", "id": "1", "attributes": null, "relationships": null }] }""")]
    [InlineData("""{ "event": "tag_added", "payload": [{ "attributes": {}, "id": "1", "type": "contacts" }], "id": null }""")]
    [InlineData("""{ "$type": "System.Object", "event": "tag_added", "payload": [{ "$ref": "1", "type": "contacts", "id": "1" }] }""")]
    public void A_known_event_is_read_in_any_order_and_with_additional_members(string json)
    {
        Assert.Equal("1", Assert.IsType<TagAddedEvent>(WebhookParser.Parse(json)).Contact.Id);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32", false)]
    [InlineData("utf-32BE", true)]
    [InlineData("utf-32BE", false)]
    public async Task A_body_is_read_in_every_JSON_encoding(string name, bool hasByteOrderMark)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        using MemoryStream body = new([.. hasByteOrderMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Tagged)]);

        TagAddedEvent tagged = Assert.IsType<TagAddedEvent>(await WebhookParser.ParseAsync(body));

        Assert.Equal("Jörg", tagged.Contact.Attributes.Name);
        Assert.Equal(Tagged, tagged.RawJson);
    }

    [Theory]
    [InlineData("""{ "event": "refund", "payload": [] }""", null)]
    [InlineData("""{ "event": "tag_added", "payload": [5] }""", null)]
    [InlineData("""{ "event": "tag_added", "payload": [5, { "\ud800": 1e400 }] }""", null)]
    [InlineData("\uFEFF{ \"event\": \"tag_added\", \"payload\": [5] }", null)]
    [InlineData("""{ "event": "tag_added", "payload": [5,], /* none */ }""", null)]
    [InlineData("", "it is empty")]
    [InlineData(" \r\n", "it is empty")]
    [InlineData("{}", "it does not contain the name of an event")]
    [InlineData("""{ "event": " " }""", "it does not contain the name of an event")]
    [InlineData("""{ "\ud800": 1, "payload": [5] }""", "it does not contain the name of an event")]
    [InlineData("""[{ "event": "tag_added" }]""", "it is not a complete JSON object")]
    [InlineData("null", "it is not a complete JSON object")]
    [InlineData("<html>", "it is not a complete JSON object")]
    [InlineData("""{ "event": "tag_added", "payload": [{ "id": """, "it is not a complete JSON object")]
    [InlineData("""{ "event": "tag_added", "payload": [] } { }""", "it is not a complete JSON object")]
    public void A_malformed_delivery_has_the_reason(string json, string? reason)
    {
        Assert.Equal(reason, Assert.IsType<UnknownEvent>(WebhookParser.Parse(json)).UnreadableReason);
    }

    [Theory]
    // Half of a surrogate pair, a truncated character, numbers that are no character, and compressed data.
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'{', 0, 0x00, 0xD8, (byte)'}', 0 }, "{\uFFFD}")]
    [InlineData(new byte[] { 0xFE, 0xFF, 0, (byte)'{', 0xD8, 0x00, 0, (byte)'}' }, "{\uFFFD}")]
    [InlineData(new byte[] { (byte)'{', 0xC3, (byte)'}' }, "{\uFFFD}")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0, 0, (byte)'{', 0, 0, 0, 0, 0, 0x11, 0 }, "{\uFFFD")]
    [InlineData(new byte[] { 0, 0, 0xFE, 0xFF, 0, 0, 0, (byte)'{', 0, 0x11, 0, 0 }, "{\uFFFD")]
    [InlineData(new byte[] { 0x1F, 0x8B, 8, 0, 0 }, "\u001F\uFFFD\u0008\0\0")]
    public async Task A_body_with_invalid_encoding_is_an_unknown_event(byte[] bytes, string text)
    {
        using MemoryStream body = new(bytes);

        UnknownEvent unknown = Assert.IsType<UnknownEvent>(await WebhookParser.ParseAsync(body));

        Assert.Equal(("it is not text in UTF-8, UTF-16 or UTF-32", text), (unknown.UnreadableReason, unknown.RawJson));
    }

    [Fact]
    public async Task Bodies_that_differ_only_in_invalid_bytes_have_different_keys()
    {
        byte[][] bodies =
        [
            [0x22, 0xFE, 0x22],
            [0x22, 0xFF, 0x22],
            [0x22, 0xEF, 0xBF, 0xBD, 0x22],
        ];
        List<string> keys = [WebhookParser.Parse("\"\ud800\"").DeduplicationKey, WebhookParser.Parse("\"\ud801\"").DeduplicationKey];

        foreach (byte[] bytes in bodies)
        {
            using MemoryStream body = new(bytes);
            keys.Add((await WebhookParser.ParseAsync(body)).DeduplicationKey);
        }

        Assert.Equal(5, keys.Distinct().Count());
    }

    [Fact]
    public void A_byte_order_mark_is_ignored()
    {
        Assert.IsType<TagAddedEvent>(WebhookParser.Parse("\uFEFF" + Tagged));
    }
}
