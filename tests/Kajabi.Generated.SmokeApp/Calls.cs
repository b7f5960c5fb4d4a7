using System.Text.Json;
using Kajabi.JsonApi;
using Newtonsoft.Json.Linq;

namespace Kajabi.SmokeApp;

/// <summary>Calls that print one line each.</summary>
/// <param name="kajabi">The client.</param>
/// <param name="output">Receives the lines.</param>
internal sealed class Calls(IKajabiClient kajabi, TextWriter output)
{
    private const string ContactId = "2148433001";
    private const string TagId = "789";

    public async Task ReadAsync()
    {
        await kajabi.Contacts.AddContactTagsAsync(ContactId, [TagId]);
        Contact contact = await GetContactAsync();
        await output.WriteLineAsync($"read: {contact.Attributes.Name}, {contact.Tags.Single().Attributes.Name}");
    }

    public async Task WriteAsync()
    {
        await kajabi.Contacts.UpdateContactAsync(ContactId, new ContactAttributes { Name = "Ines F." });
        await output.WriteLineAsync($"written: {(await GetContactAsync()).Attributes.Name}");
    }

    public async Task PageAsync()
    {
        ListContactsQuery query = new() { PageSize = 2 };
        int count = 0;
        await foreach (Contact _ in kajabi.Contacts.ListAllContactsAsync(query))
        {
            count++;
        }

        ContactCollection all = await kajabi.Contacts.ListContactsAsync(new ListContactsQuery { PageSize = 100 });
        await output.WriteLineAsync($"paged: {(count == all.Data.Count ? "all" : $"{count} of {all.Data.Count}")}");
    }

    public async Task ReadJsonAsync()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"/v1/contacts/{ContactId}");
        JToken json = await kajabi.SendAsync<JToken>(request);
        await output.WriteLineAsync($"token: {json["data"]?["type"]}");

        try
        {
            using HttpRequestMessage other = new(HttpMethod.Get, $"/v1/contacts/{ContactId}");
            await kajabi.SendAsync<Calls>(other);
        }
        catch (NotSupportedException)
        {
            await output.WriteLineAsync("class: not supported");
        }
    }

    public async Task SerializeAsync()
    {
        Contact contact = await GetContactAsync();
        string json = JsonSerializer.Serialize(contact, SmokeJsonContext.Default.Contact);
        Contact copy = JsonSerializer.Deserialize(json, SmokeJsonContext.Default.Contact)!;
        string own = JsonApiSerializer.Serialize(copy);
        await output.WriteLineAsync($"copied: {JsonApiSerializer.Deserialize<Contact>(own).Tags.Single().Attributes.Name}");
    }

    public async Task GrantAsync(IOfferLinkClient links, string offerLink)
    {
        OfferLinkMember member = new()
        {
            Name = "Mila Osei",
            Email = "mila@example.com",
            ExternalUserId = "member-42",
        };
        OfferLinkResult result = await links.GrantAsync(OfferLink.Parse(offerLink), member, WelcomeEmail.DoNotSend);
        await output.WriteLineAsync($"link: {result}");
    }

    public async Task SubscribeAsync(string address)
    {
        await kajabi.Webhooks.CreateWebhookAsync(
            new WebhookAttributes { Event = WebhookEventType.TagAdded, TargetUrl = address },
            siteId: "1"
        );
        await kajabi.Contacts.AddContactTagsAsync(ContactId, ["790"]);
    }

    private async Task<Contact> GetContactAsync() =>
        (await kajabi.Contacts.GetContactAsync(ContactId, new GetContactQuery { Include = [ContactInclude.Tags] })).Data;
}
