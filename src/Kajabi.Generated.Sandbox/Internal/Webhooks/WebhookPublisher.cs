using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Webhooks;

/// <summary>Publishes events to the webhooks of a site.</summary>
/// <param name="store">The data, including the webhooks.</param>
/// <param name="sender">Posts the deliveries.</param>
/// <param name="origin">The address of the sandbox, for links.</param>
internal sealed class WebhookPublisher(SandboxStore store, WebhookSender sender, string origin)
{
    /// <summary>Publishes an event.</summary>
    /// <param name="kind">The event name.</param>
    /// <param name="filterIds">The ids that match the <c>resource_id</c> of a webhook.</param>
    /// <param name="resources">The resources of the payload; the first one triggered the event.</param>
    public void Publish(string kind, IEnumerable<string> filterIds, params IEnumerable<SandboxResource> resources)
    {
        List<SandboxResource> payload = [.. resources];
        string? siteId = store.SiteOf(payload[0]);
        foreach (SandboxResource webhook in store.All("hooks"))
        {
            if (
                webhook.Text("event") == kind
                && store.SiteOf(webhook) == siteId
                && (webhook.Text("resource_id") is not { } id || filterIds.Contains(id))
            )
            {
                JsonObject body = new()
                {
                    ["id"] = payload[0].Id,
                    ["event"] = kind,
                    ["payload"] = EventPayload.Create(store, origin, kind, payload),
                };
                sender.Post(webhook, kind, body.ToJsonString());
            }
        }
    }

    /// <summary>Probes a new webhook.</summary>
    public void Probe(SandboxResource webhook) => sender.Probe(webhook);
}
