using Kajabi.JsonApi;
using RichardSzalay.MockHttp;

namespace Acme;

/// <summary>Reads what the OpenAPI document does not declare.</summary>
public sealed class ReadUndeclaredMembers
{
    private const string Contact = """
        {
          "data": {
            "id": "123",
            "type": "contacts",
            "attributes": { "name": "Ann", "custom_17": "Tenmoku", "score": 7 },
            "relationships": { "badges": { "data": [{ "id": "5", "type": "badges" }] } }
          },
          "included": [{ "id": "5", "type": "badges", "attributes": { "title": "First bowl" } }]
        }
        """;

    private const string Webhook = """
        { "data": { "id": "9", "type": "hooks", "attributes": { "event": "badge_earned" } } }
        """;

    [Fact]
    public async Task Undeclared_members_are_read_by_their_names()
    {
        using MockHttpMessageHandler network = new();
        network.When("https://api.kajabi.com/v1/contacts/123").Respond("application/vnd.api+json", Contact);
        network.When("https://api.kajabi.com/v1/hooks/9").Respond("application/vnd.api+json", Webhook);
        using KajabiClient kajabi = new(new KajabiClientOptions { AccessToken = "any" }, network);
        List<string> titles = [];

        #region undeclared
        ContactDocument document = await kajabi.Contacts.GetContactAsync("123");
        long? score = (long?)document.Data.Attributes["score"]; // an attribute; null if it is null or missing
        IEnumerable<string> names = document.Data.Attributes.AdditionalMembers; // the undeclared attributes that were received
        Relationship? badges = document.Data.Relationships["badges"]; // a relationship; null if it is missing
        foreach (UnknownResource badge in document.Included.OfType<UnknownResource>()) // resources of an undeclared type
        {
            titles.Add($"{badge.Type} {badge.Id}: {badge.Attributes["title"]}");
        }

        string? eventName = (await kajabi.Webhooks.GetWebhookAsync("9")).Data.Attributes.Event?.Value; // any value of an enum
        #endregion

        Assert.Equal(7, score);
        Assert.Equal(["custom_17", "score"], names);
        Assert.Equal(["5"], badges!.Identifiers.Select(badge => badge.Id));
        Assert.Same(document.Included[0], badges.Resources.Single());
        Assert.Equal(["badges 5: First bowl"], titles);
        Assert.Equal("badge_earned", eventName);
    }
}
