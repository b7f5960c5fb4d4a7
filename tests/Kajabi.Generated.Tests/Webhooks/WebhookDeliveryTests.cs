namespace Kajabi.Tests.Webhooks;

public sealed class WebhookDeliveryTests
{
    [Fact]
    public void A_delivery_has_its_event_name_and_linked_resources()
    {
        WebhookDelivery delivery = JsonApiSerializer.Deserialize<WebhookDelivery>(
            """
            {
              "id": "d-1", "event": "purchase",
              "payload": [
                { "id": "1", "type": "purchases", "relationships": { "customer": { "data": { "id": "2", "type": "customers" } } } },
                { "id": "2", "type": "customers", "attributes": { "name": "Ada" } }
              ]
            }
            """
        );

        Assert.Equal(("d-1", "purchase"), (delivery.Id, delivery.Event));
        Assert.Equal("Ada", Assert.IsType<Purchase>(delivery.Payload[0]).Customer?.Attributes.Name);
    }

    [Theory]
    [InlineData("""{"id":5,"event":{"name":"purchase.created"},"payload":{"member_email":"a@example.com"}}""")]
    [InlineData("""{"event":"payment.succeeded","offer":{"id":1},"member":null}""")]
    public void A_delivery_in_another_format_is_written_back_unchanged(string json)
    {
        WebhookDelivery delivery = JsonApiSerializer.Deserialize<WebhookDelivery>(json);

        Assert.Empty(delivery.Payload);
        Assert.Equal(json, JsonApiSerializer.Serialize(delivery));
    }

    [Fact]
    public void A_delivery_is_written_back_with_its_resources()
    {
        const string json = """{"payload":[{"id":"7","type":"contacts"},{"id":"1","type":"contact_tags"}],"id":"7","event":"tag_added"}""";

        Assert.Equal(json, JsonApiSerializer.Serialize(JsonApiSerializer.Deserialize<WebhookDelivery>(json)));
    }
}
