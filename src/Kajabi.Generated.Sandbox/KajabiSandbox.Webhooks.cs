using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal;
using Kajabi.Sandbox.Internal.Http;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Webhooks;

namespace Kajabi.Sandbox;

/// <content>Webhooks that the API cannot create, and samples of deliveries.</content>
public sealed partial class KajabiSandbox
{
    /// <summary>Gets the names of the events of webhooks that are created through the API, such as <c>tag_added</c>.</summary>
    public static IReadOnlyList<string> WebhookEventNames => EventPayload.EventNames;

    /// <summary>
    /// Adds a webhook as the admin pages do, whose deliveries have other names and formats than those of webhooks that are created through
    /// the API. <see cref="SimulateCheckout(string, IReadOnlyCollection{string})"/> sends <c>purchase.created</c> for each offer that is
    /// not free and one <c>payment.succeeded</c>, and a submitted form <c>form_submission.created</c>. The sandbox has no shopping cart:
    /// <see cref="SendAdminWebhookSample"/> sends <c>order.created</c>.
    /// </summary>
    /// <param name="eventName">The name of the event, one of <see cref="AdminWebhookSample.EventNames"/>.</param>
    /// <param name="targetUrl">The URL to post to. Nothing is sent if it is not on loopback.</param>
    /// <param name="siteId">The id of the site. Default: null, the first one, which is <c>1</c> with the sample data.</param>
    /// <param name="offerId">The id of the offer, for a webhook of one offer. Default: null, all offers of the site.</param>
    /// <returns>The id of the webhook, which <see cref="SandboxDelivery.WebhookId"/> contains.</returns>
    /// <exception cref="ArgumentException">
    /// The event is unknown, the URL is not an absolute http or https URL, the site or offer does not exist, or the offer belongs to
    /// another site.
    /// </exception>
    /// <example>
    /// <code>
    /// sandbox.AddAdminWebhook("payment.succeeded", "http://127.0.0.1:5000/hooks/kajabi?secret=...");
    /// sandbox.SimulateCheckout("123", ["456", "458"]);
    /// IReadOnlyList&lt;SandboxDelivery&gt; deliveries = await sandbox.WaitForDeliveriesAsync();
    /// </code>
    /// </example>
    public string AddAdminWebhook(string eventName, string targetUrl, string? siteId = null, string? offerId = null)
    {
        if (!AdminWebhookSample.EventNames.Contains(eventName))
        {
            throw new ArgumentException(
                $"'{eventName}' is none of the events {string.Join(", ", AdminWebhookSample.EventNames)}."
                    + Suggestion.Ask(Suggestion.Find(eventName, AdminWebhookSample.EventNames)),
                nameof(eventName)
            );
        }

        if (WebhookTarget.Parse(targetUrl) is null)
        {
            throw new ArgumentException("The URL of a webhook is an absolute http or https URL.", nameof(targetUrl));
        }

        lock (_store.SyncRoot)
        {
            siteId ??= _store.GetAll("sites") is [var first, ..]
                ? first.Id
                : throw new ArgumentException("The sandbox has no site: add one with sandbox.Data.AddSite(\"My site\").", nameof(siteId));
            if (_store.Find("sites", siteId) is null)
            {
                throw new ArgumentException($"The site {siteId} does not exist. Pass the id of a site.", nameof(siteId));
            }

            if (offerId is not null)
            {
                SandboxResource offer =
                    _store.Find("offers", offerId) ?? throw new ArgumentException($"The offer {offerId} does not exist.", nameof(offerId));
                if (_store.GetSiteId(offer) is { } other && other != siteId)
                {
                    throw new ArgumentException(
                        $"The offer {offerId} belongs to the site {other}, and the webhook to the site {siteId}, so it is never called.",
                        nameof(offerId)
                    );
                }
            }

            return new AdminEventPublisher(_store, _sender).Add(eventName, targetUrl, siteId, offerId);
        }
    }

    /// <summary>
    /// Sends a sample to a webhook of the admin pages, in any variant. <see cref="AdminWebhookVariant.Test"/> is what the test button of
    /// the admin pages sends.
    /// </summary>
    /// <param name="webhookId">The id that <see cref="AddAdminWebhook"/> returned.</param>
    /// <param name="variant">The variant. Default: the format that Kajabi sends.</param>
    /// <exception cref="ArgumentException">The webhook does not exist, or its event has no such variant.</exception>
    public void SendAdminWebhookSample(string webhookId, AdminWebhookVariant variant = AdminWebhookVariant.Default)
    {
        lock (_store.SyncRoot)
        {
            SandboxResource webhook =
                _store.Find(AdminEventPublisher.Type, webhookId)
                ?? throw new ArgumentException($"The webhook {webhookId} does not exist.", nameof(webhookId));
            string eventName = webhook.GetText("event")!;
            _sender.Post(webhook, eventName, AdminWebhookSample.Create(eventName, variant, _store.CreateId()));
        }
    }

    /// <summary>
    /// Creates the body of a delivery of a webhook that is created through the API, with the resources that the API returns as the sample
    /// of the event: those of the sample data.
    /// </summary>
    /// <param name="eventName">The name of the event, one of <see cref="WebhookEventNames"/>.</param>
    /// <returns>The JSON.</returns>
    /// <exception cref="ArgumentException">The event is unknown.</exception>
    /// <example>
    /// <code>
    /// TagAddedEvent added = (TagAddedEvent)WebhookParser.Parse(sandbox.CreateWebhookSample("tag_added"));
    /// </code>
    /// </example>
    public string CreateWebhookSample(string eventName)
    {
        JsonArray payload =
            StaticResponses.CreateSample(Origin, eventName)
            ?? throw new ArgumentException(
                $"'{eventName}' is none of the events {string.Join(", ", EventPayload.EventNames)}.",
                nameof(eventName)
            );
        return WebhookPublisher.CreateBody(eventName, payload).ToJsonString();
    }
}
