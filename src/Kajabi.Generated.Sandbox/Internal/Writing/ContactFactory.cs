using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>Creates contacts and finds them by their email address, which is unique on a site.</summary>
internal static class ContactFactory
{
    public static SandboxResource Create(SandboxStore store, string? siteId, JsonObject values)
    {
        JsonObject attributes = AttributeDefaults.Apply("contacts", values, store.Timestamp);
        SandboxResource contact = store
            .Add("contacts", store.CreateId(), attributes)
            .One("site", "sites", siteId)
            .One("customer", "customers", null)
            .Many("offers", "offers")
            .Many("tags", "contact_tags");
        ContactActivity.AddConsent(store, contact.Id, wasSubscribed: false, contact.GetText("subscribed") == "true");
        return contact;
    }

    public static IEnumerable<SandboxResource> FindByEmail(SandboxStore store, string? siteId, string? email) =>
        store
            .GetAll("contacts")
            .Where(contact =>
                store.GetSiteId(contact) == siteId && string.Equals(contact.GetText("email"), email, StringComparison.OrdinalIgnoreCase)
            );
}
