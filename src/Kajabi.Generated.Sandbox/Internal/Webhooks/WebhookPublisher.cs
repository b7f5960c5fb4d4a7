using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Webhooks;

/// <summary>Publishes events to the webhooks of a site.</summary>
/// <param name="store">The data, including the webhooks.</param>
/// <param name="sender">Posts the deliveries.</param>
/// <param name="origin">The address of the sandbox, for links.</param>
internal sealed class WebhookPublisher(SandboxStore store, WebhookSender sender, string origin)
{
    /// <summary>Publishes to the webhooks that were created in the admin pages.</summary>
    public AdminEventPublisher Admin { get; } = new(store, sender);

    /// <summary>Whether a granted offer publishes a purchase.</summary>
    public bool GrantsFireWebhooks => sender.GrantsFireWebhooks;

    /// <summary>Publishes an event.</summary>
    /// <param name="eventName">The event name.</param>
    /// <param name="filterIds">The ids that match the <c>resource_id</c> of a webhook.</param>
    /// <param name="resources">The resources of the payload; the first one triggered the event.</param>
    public void Publish(string eventName, IEnumerable<string> filterIds, params IEnumerable<SandboxResource> resources)
    {
        List<SandboxResource> payload = [.. resources];
        string? siteId = store.GetSiteId(payload[0]);
        foreach (SandboxResource webhook in store.GetAll("hooks"))
        {
            if (
                webhook.GetText("event") == eventName
                && store.GetSiteId(webhook) == siteId
                && (webhook.GetText("resource_id") is not { } id || filterIds.Contains(id))
            )
            {
                JsonObject body = CreateBody(eventName, EventPayload.Create(store, origin, eventName, payload));
                sender.Post(webhook, eventName, body.ToJsonString());
            }
        }
    }

    /// <summary>Creates the body of a delivery, which has the id of the resource that triggered the event.</summary>
    public static JsonObject CreateBody(string eventName, JsonArray payload) =>
        new()
        {
            ["id"] = (string?)payload[0]!["id"],
            ["event"] = eventName,
            ["payload"] = payload,
        };

    /// <summary>Probes a new webhook.</summary>
    public void Probe(SandboxResource webhook) => sender.Probe(webhook);
}
