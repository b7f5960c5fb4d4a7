using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Webhooks;

/// <summary>Publishes events to the webhooks that were created in the admin pages.</summary>
/// <param name="store">The data, including the webhooks.</param>
/// <param name="sender">Posts the deliveries.</param>
internal sealed class AdminEventPublisher(SandboxStore store, WebhookSender sender)
{
    /// <summary>The type of the webhooks in the store. It is not a type of the API, so no request reads it.</summary>
    public const string Type = "admin_webhooks";

    /// <summary>Adds a webhook, and probes it.</summary>
    /// <returns>The id.</returns>
    public string Add(string eventName, string targetUrl, string siteId, string? offerId)
    {
        JsonObject attributes = new()
        {
            ["event"] = eventName,
            ["target_url"] = targetUrl,
            ["offer_id"] = offerId,
        };
        SandboxResource webhook = store.Add(Type, store.CreateId(), attributes).One("site", "sites", siteId);
        sender.Probe(webhook);
        return webhook.Id;
    }

    /// <summary>Publishes a purchase for each offer, and one payment for all of them.</summary>
    /// <param name="payment">The transaction.</param>
    /// <param name="customer">The buyer.</param>
    /// <param name="offers">The offers that were charged. The service sends no event for free ones.</param>
    public void PublishSale(SandboxResource payment, SandboxResource customer, IReadOnlyList<SandboxResource> offers)
    {
        string? siteId = store.GetSiteId(payment);
        foreach (SandboxResource offer in offers)
        {
            AdminSale purchase = AdminSale.Create(payment, customer, [offer], store.Now);
            Publish("purchase.created", siteId, [offer.Id], () => AdminEventPayload.CreatePurchase(purchase));
        }

        AdminSale sale = AdminSale.Create(payment, customer, offers, store.Now);
        Publish("payment.succeeded", siteId, offers.Select(static offer => offer.Id), () => AdminEventPayload.CreatePayment(sale));
    }

    /// <summary>Publishes a form submission. Its values have the labels of the fields, not the names of the API.</summary>
    public void PublishFormSubmission(SandboxResource form, JsonObject values)
    {
        List<SandboxResource> fields = [.. store.GetRelated(form, "fields")];
        Publish(
            "form_submission.created",
            store.GetSiteId(form),
            [],
            () =>
                AdminEventPayload.CreateFormSubmission(
                    form.GetText("title"),
                    values.Select(value => (GetLabel(value.Key), value.Value?.ToString()))
                )
        );

        string GetLabel(string name) => fields.Find(field => field.GetText("handle") == name)?.GetText("title") ?? name;
    }

    /// <param name="eventName">The event name.</param>
    /// <param name="siteId">The site of the event.</param>
    /// <param name="offerIds">The offers of the event, for webhooks of one offer.</param>
    /// <param name="create">Creates the body, for each webhook with another id of the delivery.</param>
    private void Publish(string eventName, string? siteId, IEnumerable<string> offerIds, Func<JsonObject> create)
    {
        foreach (SandboxResource webhook in store.GetAll(Type))
        {
            if (
                webhook.GetText("event") == eventName
                && store.GetSiteId(webhook) == siteId
                && (webhook.GetText("offer_id") is not { } offerId || offerIds.Contains(offerId))
            )
            {
                sender.Post(webhook, eventName, create().ToJsonString());
            }
        }
    }
}
