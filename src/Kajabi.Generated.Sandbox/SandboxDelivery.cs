using System.Collections.Concurrent;

namespace Kajabi.Sandbox;

/// <summary>A webhook delivery made by the sandbox, or skipped because its target is on another host.</summary>
public sealed class SandboxDelivery
{
    private readonly ConcurrentQueue<int> _statusCodes = [];

    internal SandboxDelivery(string webhookId, string eventName, string body)
    {
        WebhookId = webhookId;
        Event = eventName;
        Body = body;
    }

    /// <summary>Gets the id of the <c>hooks</c> resource.</summary>
    public string WebhookId { get; }

    /// <summary>Gets the event name, such as <c>tag_added</c>.</summary>
    public string Event { get; }

    /// <summary>Gets the JSON body.</summary>
    public string Body { get; }

    /// <summary>
    /// Gets the status code of each attempt; 0 for no response. Empty for a webhook whose target is neither on loopback nor on one of
    /// the <see cref="KajabiSandboxOptions.WebhookHosts"/>, for one that returned 405 for a probe, which disables it, and for a dropped
    /// delivery.
    /// </summary>
    public IReadOnlyList<int> ResponseStatusCodes => [.. _statusCodes];

    internal void AddResponse(int status) => _statusCodes.Enqueue(status);
}
