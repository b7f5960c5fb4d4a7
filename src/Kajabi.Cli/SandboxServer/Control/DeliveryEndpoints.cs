using System.Globalization;
using System.Text.Json.Nodes;
using Kajabi.Sandbox;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>The deliveries of webhooks, and webhooks of the admin pages.</summary>
internal static class DeliveryEndpoints
{
    private const int DefaultTimeout = 10;
    private const int MaxTimeout = 600;

    public static ControlEndpoint[] All { get; } =
    [
        new("GET", "/deliveries", ListAsync) { Parameters = ["wait", "timeout"] },
        ControlEndpoint.Post("/admin-webhooks", AddAdminWebhookAsync),
    ];

    /// <summary>
    /// Returns the deliveries, with <c>?wait=true</c> after all pending ones are completed, or wait for the clock that is stopped, or after
    /// <c>timeout</c> seconds.
    /// </summary>
    private static async Task<JsonNode> ListAsync(ControlRequest request)
    {
        bool isWaiting = request.GetFlag("wait");
        int timeout = request.GetNumber("timeout", DefaultTimeout, MaxTimeout);
        if (isWaiting)
        {
            await WaitAsync(request, TimeSpan.FromSeconds(timeout));
        }

        IReadOnlyList<SandboxDelivery> deliveries = request.Sandbox.Deliveries;
        return new JsonObject
        {
            ["deliveries"] = new JsonArray([.. deliveries.Select(static delivery => (JsonNode)Write(delivery))]),
            ["pending"] = deliveries.Count(static delivery => !delivery.IsCompleted),
            ["note"] = Describe(request.Sandbox.Clock, [.. deliveries.Where(static delivery => !delivery.IsCompleted)]),
        };
    }

    private static async Task WaitAsync(ControlRequest request, TimeSpan timeout)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(request.CancellationToken);
        end.CancelAfter(timeout);
        try
        {
            await request.Sandbox.WaitForDueDeliveriesAsync(end.Token);
        }
        catch (OperationCanceledException) when (!request.CancellationToken.IsCancellationRequested)
        {
            // The response states what is pending.
        }
    }

    /// <summary>Returns what the pending deliveries wait for; null if there are none.</summary>
    private static string? Describe(SandboxClock clock, IReadOnlyList<SandboxDelivery> pending)
    {
        if (pending.Count == 0)
        {
            return null;
        }

        string count =
            pending.Count == 1 ? "1 delivery is" : string.Create(CultureInfo.InvariantCulture, $"{pending.Count} deliveries are");
        DateTimeOffset? next = pending.Min(static delivery => delivery.NextAttempt);
        return next is { } time && clock.IsStopped
            ? $"{count} pending until the clock, which is stopped, is advanced to {SandboxStore.FormatTime(time)}: "
                + $"POST {ControlApi.Prefix}/clock/advance."
            : $"{count} pending. A longer wait needs the parameter timeout, a number of seconds.";
    }

    private static JsonObject Write(SandboxDelivery delivery) =>
        new()
        {
            ["time"] = SandboxStore.FormatTime(delivery.Time),
            ["event"] = delivery.Event,
            ["webhook_id"] = delivery.WebhookId,
            ["target"] = delivery.TargetUrl,
            ["status_codes"] = new JsonArray([.. delivery.ResponseStatusCodes.Select(static status => (JsonNode)status)]),
            ["fault"] = delivery.Fault?.ToString(),
            ["problem"] = delivery.Problem,
            ["next_attempt"] = delivery.NextAttempt is { } time ? SandboxStore.FormatTime(time) : null,
            ["body"] = delivery.Body,
        };

    private static async Task<JsonNode> AddAdminWebhookAsync(ControlRequest request)
    {
        ControlBody body = await request.ReadObjectAsync();
        (string eventName, string target) = (body.GetRequiredText("event"), body.GetRequiredText("target_url"));
        (string? site, string? offer) = (body.GetText("site_id"), body.GetText("offer_id"));
        body.RejectOthers();
        return new JsonObject { ["webhook_id"] = request.Sandbox.AddAdminWebhook(eventName, target, site, offer) };
    }
}
