using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Webhooks;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>Creates or updates the contact of a form submission, with the tags of the form.</summary>
internal static class FormSubmissionHandler
{
    public static void UpsertContact(SandboxStore store, WebhookPublisher publisher, SandboxResource form, JsonObject values)
    {
        string? siteId = store.GetSiteId(form);
        string? email = (string?)values["email"];
        SandboxResource contact =
            store
                .GetAll("contacts")
                .FirstOrDefault(contact =>
                    store.GetSiteId(contact) == siteId && string.Equals(contact.GetText("email"), email, StringComparison.OrdinalIgnoreCase)
                )
            ?? store
                .Add("contacts", store.CreateId(), AttributeDefaults.Apply("contacts", values, store.Timestamp))
                .One("site", "sites", siteId)
                .One("customer", "customers", null)
                .Many("offers", "offers")
                .Many("tags", "contact_tags");
        List<string> tags = contact.Relationships["tags"].Ids;
        foreach (SandboxResource tag in store.GetRelated(form, "contact_tags").Where(tag => !tags.Contains(tag.Id)).ToList())
        {
            tags.Add(tag.Id);
            publisher.Publish("tag_added", [tag.Id], contact, tag);
        }
    }
}
