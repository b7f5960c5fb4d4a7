namespace Acme;

/// <summary>A webhook delivery is parsed as a typed event whose resources are linked.</summary>
public sealed class ParseWebhook
{
    private const string Body = """
        {
          "id": "evt-1",
          "event": "tag_added",
          "payload": [
            { "id": "790", "type": "contact_tags", "attributes": { "name": "Wholesale" } },
            { "id": "123", "type": "contacts", "attributes": { "email": "johanna@example.com" } }
          ]
        }
        """;

    [Fact]
    public async Task Each_event_type_has_a_class()
    {
        using MemoryStream body = new(System.Text.Encoding.UTF8.GetBytes(Body));
        List<string> seen = [];

        #region webhook
        WebhookEvent webhookEvent = await WebhookParser.ParseAsync(body);
        switch (webhookEvent)
        {
            case TagAddedEvent added:
                seen.Add($"{added.Contact.Attributes.Email} is now {added.Tag?.Attributes.Name}");
                break;
            case UnknownEvent unknown:
                seen.Add(unknown.Name ?? "unnamed"); // RawJson has everything.
                break;
        }
        #endregion

        Assert.Equal("johanna@example.com is now Wholesale", seen.Single());
    }
}
