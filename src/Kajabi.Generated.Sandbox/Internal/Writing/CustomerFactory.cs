using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>Creates the customer of a contact, as the first grant does.</summary>
internal static class CustomerFactory
{
    public static SandboxResource Create(SandboxStore store, SandboxResource contact)
    {
        JsonObject attributes = new()
        {
            ["name"] = contact.GetText("name"),
            ["email"] = contact.GetText("email"),
            ["avatar"] = null,
            ["external_user_id"] = null,
            ["public_bio"] = null,
            ["public_location"] = null,
            ["public_website"] = null,
            ["socials"] = null,
            ["net_revenue"] = "0.0",
            ["sign_in_count"] = 0,
            ["last_request_at"] = null,
            ["bounced_at"] = null,
            ["created_at"] = store.Timestamp,
            ["updated_at"] = store.Timestamp,
        };
        SandboxResource customer = store
            .Add("customers", store.CreateId(), attributes)
            .One("contact", "contacts", contact.Id)
            .One("site", "sites", store.GetSiteId(contact))
            .Many("offers", "offers")
            .Many("products", "products");
        contact.One("customer", "customers", customer.Id);
        return customer;
    }
}
