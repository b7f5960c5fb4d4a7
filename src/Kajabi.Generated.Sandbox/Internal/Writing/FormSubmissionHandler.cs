using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Hooks;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>What a submitted form does to the contacts of its site: the sender is one from then on, with the form's tags.</summary>
internal static class FormSubmissionHandler
{
    public static void Keep(SandboxStore store, WebhookPublisher hooks, SandboxResource form, JsonObject entered)
    {
        string? siteId = store.SiteOf(form);
        string? email = (string?)entered["email"];
        SandboxResource contact =
            store
                .All("contacts")
                .FirstOrDefault(contact =>
                    store.SiteOf(contact) == siteId && string.Equals(contact.Text("email"), email, StringComparison.OrdinalIgnoreCase)
                )
            ?? store
                .Add("contacts", store.NewId(), Defaults.For("contacts", entered, store.Now))
                .One("site", "sites", siteId)
                .One("customer", "customers", null)
                .Many("offers", "offers")
                .Many("tags", "contact_tags");
        List<string> tags = contact.Relationships["tags"].Ids;
        foreach (SandboxResource tag in store.Related(form, "contact_tags").Where(tag => !tags.Contains(tag.Id)).ToList())
        {
            tags.Add(tag.Id);
            hooks.Tell("tag_added", [tag.Id], contact, tag);
        }
    }
}
