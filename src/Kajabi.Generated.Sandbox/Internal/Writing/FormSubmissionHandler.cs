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
        SandboxResource contact =
            ContactFactory.FindByEmail(store, siteId, (string?)values["email"]).FirstOrDefault()
            ?? ContactFactory.Create(store, siteId, values);
        List<string> tags = contact.Relationships["tags"].Ids;
        foreach (SandboxResource tag in store.GetRelated(form, "contact_tags").Where(tag => !tags.Contains(tag.Id)).ToList())
        {
            tags.Add(tag.Id);
            publisher.Publish("tag_added", [tag.Id], contact, tag);
        }
    }
}
