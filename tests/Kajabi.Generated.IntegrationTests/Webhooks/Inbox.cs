using System.Threading.Channels;
using Kajabi.AspNetCore;

namespace Kajabi.IntegrationTests.Webhooks;

/// <summary>Where the handler of a test puts what it receives, and what it does then.</summary>
public sealed class Inbox
{
    private readonly Channel<WebhookEvent> _arrived = Channel.CreateUnbounded<WebhookEvent>();
    private int _count;

    /// <summary>What the handler does with an event; nothing unless set.</summary>
    public Func<WebhookEvent, CancellationToken, Task> Behaviour { get; set; } = static (_, _) => Task.CompletedTask;

    /// <summary>How many events were handed over, failures among them.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The next event, as soon as it is handed over; one that never comes fails the test instead of holding up all others.</summary>
    public Task<WebhookEvent> NextAsync() => _arrived.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));

    public Task TakeAsync(WebhookEvent received, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        _arrived.Writer.TryWrite(received);
        return Behaviour(received, cancellationToken);
    }

    /// <summary>What an application registers.</summary>
    public sealed class Handler(Inbox inbox) : IKajabiWebhookHandler
    {
        public Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken = default) =>
            inbox.TakeAsync(webhookEvent, cancellationToken);
    }
}
