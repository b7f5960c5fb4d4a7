using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Webhooks;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>Creates or updates the contact of a form submission: subscribes it, adds the tags of the form and grants its offer.</summary>
internal static class FormSubmissionHandler
{
    public static void UpsertContact(SandboxStore store, WebhookPublisher publisher, SandboxResource form, JsonObject values)
    {
        string? siteId = store.GetSiteId(form);
        SandboxResource contact =
            ContactFactory.FindByEmail(store, siteId, RequestDocument.GetText(values["email"])).FirstOrDefault()
            ?? ContactFactory.Create(store, siteId, CreateAttributes(values));
        ContactActivity.AddConsent(store, contact.Id, contact.GetText("subscribed") == "true", isSubscribed: true);
        (contact.Attributes["subscribed"], contact.Attributes["updated_at"]) = (true, store.Timestamp);

        List<string> tags = contact.Relationships["tags"].Ids;
        foreach (SandboxResource tag in store.GetRelated(form, "contact_tags").Where(tag => !tags.Contains(tag.Id)).ToList())
        {
            tags.Add(tag.Id);
            publisher.Publish("tag_added", [tag.Id], contact, tag);
        }

        GrantOffers(store, publisher, form, contact);
    }

    // The API shows the mobile phone number of a submission, and not that of a contact.
    private static JsonObject CreateAttributes(JsonObject values)
    {
        JsonObject attributes = (JsonObject)values.DeepClone();
        attributes.Remove("mobile_phone_number");
        return attributes;
    }

    private static void GrantOffers(SandboxStore store, WebhookPublisher publisher, SandboxResource form, SandboxResource contact)
    {
        foreach (SandboxResource offer in store.GetRelated(form, "offer").ToList())
        {
            SandboxResource customer = store.GetRelated(contact, "customer").FirstOrDefault() ?? CustomerFactory.Create(store, contact);
            List<string> offers = CustomerAccess.GetOfferIds(customer);
            if (!offers.Contains(offer.Id))
            {
                CustomerAccess.Set(store, customer, offers.Append(offer.Id));
                new PurchaseService(store, publisher).Grant(customer, offer);
            }
        }
    }
}
