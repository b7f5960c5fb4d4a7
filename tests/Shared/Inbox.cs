using System.Threading.Channels;
using Kajabi.AspNetCore;

namespace Kajabi.Tests;

/// <summary>Records the events that the webhook handler of a test receives.</summary>
public sealed class Inbox
{
    private readonly Channel<WebhookEvent> _events = Channel.CreateUnbounded<WebhookEvent>();
    private int _count;

    /// <summary>Called by the handler for each event. Default: does nothing.</summary>
    public Func<WebhookEvent, CancellationToken, Task> OnEvent { get; set; } = static (_, _) => Task.CompletedTask;

    /// <summary>The number of handled events, failures included.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Returns the next event. Fails the test after a minute without one.</summary>
    public Task<WebhookEvent> NextAsync() => _events.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));

    public Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        _events.Writer.TryWrite(webhookEvent);
        return OnEvent(webhookEvent, cancellationToken);
    }

    /// <summary>The webhook handler to register.</summary>
    public sealed class Handler(Inbox inbox) : IKajabiWebhookHandler
    {
        public Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken = default) =>
            inbox.HandleAsync(webhookEvent, cancellationToken);
    }
}
