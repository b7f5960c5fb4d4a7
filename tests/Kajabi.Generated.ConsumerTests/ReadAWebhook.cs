namespace Acme;

/// <summary>A delivery becomes a typed event whose resources know each other.</summary>
public sealed class ReadAWebhook
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
    public async Task Each_kind_of_event_has_its_class()
    {
        using MemoryStream body = new(System.Text.Encoding.UTF8.GetBytes(Body));
        List<string?> seen = [];

        #region webhook
        WebhookEvent received = await WebhookParser.ParseAsync(body);
        switch (received)
        {
            case TagAddedEvent added:
                seen.Add($"{added.Contact.Attributes.Email} is now {added.Tag?.Attributes.Name}");
                break;
            case UnknownEvent unknown:
                seen.Add(unknown.Name); // RawJson has everything.
                break;
        }
        #endregion

        Assert.Equal("johanna@example.com is now Wholesale", seen.Single());
    }
}
