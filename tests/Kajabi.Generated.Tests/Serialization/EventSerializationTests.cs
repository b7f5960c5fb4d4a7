using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Serialization;

/// <summary>Webhook events are serialized as their deliveries.</summary>
public sealed class EventSerializationTests
{
    private const string TagAdded =
        """{"id":"7","event":"tag_added","payload":[{"id":"7","type":"contacts","attributes":{"name":"Ada"}},"""
        + """{"id":"1","type":"contact_tags","attributes":{"name":"vip"}}]}""";

    private static readonly string[] s_deliveries =
    [
        TagAdded,
        TagAdded.Replace(",", ",\n  ", StringComparison.Ordinal) + "\n",
        """{"event":"tag_added","payload":["""
            + """{"id":"7","type":"contacts","attributes":"""
            + """{"created_at":"2026-08-02T20:26:32.995-05:00","custom_1":1.10,"custom_2":1E5}}]}""",
        """{"event":"payment.succeeded","member":{"name":"\u00e9"}}""",
        AdminDeliveries.Purchase,
        AdminDeliveries.BundledPayment,
        AdminDeliveries.Order,
        AdminDeliveries.FormSubmission,
        """{"event":"purchase","@raw":"x"}""",
        """/* comment */{"event":"purchase"}""",
        """{"event":"purchase"}{}""",
        "[1]",
        "\"text\"",
        "no JSON at all",
    ];

    public static TheoryData<string, int> Cases
    {
        get
        {
            TheoryData<string, int> cases = [];
            foreach (string serializer in Serializers.Names)
            {
                for (int index = 0; index < s_deliveries.Length; index++)
                {
                    cases.Add(serializer, index);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_event_preserves_its_class_JSON_and_deduplication_key(string serializer, int index)
    {
        WebhookEvent original = WebhookParser.Parse(s_deliveries[index]);

        WebhookEvent back = Serializers.RoundTrip(serializer, original);
        object typed = Serializers.RoundTrip(serializer, original, original.GetType());

        Assert.IsType(original.GetType(), back);
        Assert.IsType(original.GetType(), typed);
        Assert.Equal((original.RawJson, original.DeduplicationKey, original.Name), (back.RawJson, back.DeduplicationKey, back.Name));
        Assert.Equal((original as TagAddedEvent)?.Tag?.Attributes.Name, (back as TagAddedEvent)?.Tag?.Attributes.Name);
    }

    [Fact]
    public void An_event_is_serialized_as_its_delivery() =>
        Assert.Equal(TagAdded, System.Text.Json.JsonSerializer.Serialize(WebhookParser.Parse(TagAdded)));

    [Fact]
    public void Deserializing_another_event_type_throws() =>
        Assert.Throws<System.Text.Json.JsonException>(() => System.Text.Json.JsonSerializer.Deserialize<PurchaseEvent>(TagAdded));

    [Fact]
    public void A_text_that_a_JSON_library_would_change_is_preserved()
    {
        const string json = """{"event":"tag_added","at":"2026-08-02T20:26:32.995-05:00"}""";
        string serialized = System.Text.Json.JsonSerializer.Serialize(WebhookParser.Parse(json));

        Assert.Equal(json, JObject.Parse(serialized).ToObject<WebhookEvent>()!.RawJson);
    }

    [Fact]
    public void JSON_that_is_no_delivery_is_an_error() =>
        Assert.StartsWith(
            "Expected a webhook delivery (a JSON object or its text) and found Array, at ",
            Assert.Throws<System.Text.Json.JsonException>(() => System.Text.Json.JsonSerializer.Deserialize<WebhookEvent>("[1]")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_delivery_cannot_mark_members_as_modified()
    {
        TagAddedEvent received = Assert.IsType<TagAddedEvent>(
            WebhookParser.Parse(
                """{"event":"tag_added","payload":[{"id":"7","type":"contacts","attributes":{"name":"Ada","@assigned":["name"]}}]}"""
            )
        );

        Assert.False(received.Contact.Attributes.IsModified("name"));
        Assert.Empty(received.Contact.Attributes.AdditionalMembers);
    }
}
