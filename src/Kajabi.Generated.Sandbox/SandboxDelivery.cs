using System.Collections.Concurrent;

namespace Kajabi.Sandbox;

/// <summary>An event of which a webhook of the sandbox was told, or would have been if its address were on this machine.</summary>
public sealed class SandboxDelivery
{
    private readonly ConcurrentQueue<int> _statusCodes = [];

    internal SandboxDelivery(string hookId, string eventName, string body)
    {
        WebhookId = hookId;
        Event = eventName;
        Body = body;
    }

    /// <summary>The id of the <c>hooks</c> resource.</summary>
    public string WebhookId { get; }

    /// <summary>The event on the wire, such as <c>tag_added</c>.</summary>
    public string Event { get; }

    /// <summary>The JSON that is posted.</summary>
    public string Body { get; }

    /// <summary>
    /// The HTTP status of each attempt, 0 where there was no answer. Empty for a webhook whose address is not on
    /// loopback, to which nothing is ever sent, and for one that answered a probe with 405 and is told nothing more.
    /// </summary>
    public IReadOnlyList<int> ResponseStatusCodes => [.. _statusCodes];

    internal void Answered(int status) => _statusCodes.Enqueue(status);
}
