using System.Text.Json.Nodes;
using Kajabi.Sandbox;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Webhooks;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>The deliveries of webhooks, and webhooks of the admin pages.</summary>
internal static class DeliveryEndpoints
{
    public static ControlEndpoint[] All { get; } =
    [new("GET", "/deliveries", ListAsync), ControlEndpoint.Post("/admin-webhooks", AddAdminWebhookAsync)];

    /// <summary>Returns the deliveries, with <c>?wait=true</c> after all pending ones have succeeded or failed.</summary>
    private static async Task<JsonNode> ListAsync(ControlRequest request)
    {
        bool isWaiting = request.Context.Request.Query["wait"] == "true";
        IReadOnlyList<SandboxDelivery> deliveries = isWaiting
            ? await request.Sandbox.WaitForDeliveriesAsync(request.CancellationToken)
            : request.Sandbox.Deliveries;
        return new JsonObject
        {
            ["deliveries"] = new JsonArray([.. deliveries.Select(delivery => (JsonNode)Write(request.Sandbox.Store, delivery))]),
        };
    }

    private static JsonObject Write(SandboxStore store, SandboxDelivery delivery)
    {
        string? target;
        lock (store.SyncRoot)
        {
            SandboxResource? webhook = store.Find("hooks", delivery.WebhookId) ?? store.Find(AdminEventPublisher.Type, delivery.WebhookId);
            target = webhook?.GetText("target_url")?.Split('?')[0]; // The query may contain a secret.
        }

        return new JsonObject
        {
            ["event"] = delivery.Event,
            ["webhook_id"] = delivery.WebhookId,
            ["target"] = target,
            ["status_codes"] = new JsonArray([.. delivery.ResponseStatusCodes.Select(static status => (JsonNode)status)]),
            ["body"] = delivery.Body,
        };
    }

    private static async Task<JsonNode> AddAdminWebhookAsync(ControlRequest request)
    {
        ControlBody body = await request.ReadObjectAsync();
        (string eventName, string target) = (body.GetRequiredText("event"), body.GetRequiredText("target_url"));
        (string? site, string? offer) = (body.GetText("site_id"), body.GetText("offer_id"));
        body.RejectOthers();
        string id = site is null
            ? request.Sandbox.AddAdminWebhook(eventName, target, offerId: offer)
            : request.Sandbox.AddAdminWebhook(eventName, target, site, offer);
        return new JsonObject { ["webhook_id"] = id };
    }
}
