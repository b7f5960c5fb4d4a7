using System.Threading.Channels;
using Kajabi.AspNetCore;

namespace Kajabi.IntegrationTests.Webhooks;

/// <summary>Where the handler of a test puts what it receives, and what it does then.</summary>
public sealed class Inbox
{
    private readonly Channel<KajabiEvent> _arrived = Channel.CreateUnbounded<KajabiEvent>();
    private int _count;

    /// <summary>What the handler does with an event; nothing unless set.</summary>
    public Func<KajabiEvent, CancellationToken, Task> Behaviour { get; set; } = static (_, _) => Task.CompletedTask;

    /// <summary>How many events were handed over, failures among them.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The next event, as soon as it is handed over; one that never comes fails the test instead of holding up all others.</summary>
    public Task<KajabiEvent> NextAsync() => _arrived.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));

    public Task TakeAsync(KajabiEvent received, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        _arrived.Writer.TryWrite(received);
        return Behaviour(received, cancellationToken);
    }

    /// <summary>What an application registers.</summary>
    public sealed class Handler(Inbox inbox) : IKajabiWebhookHandler
    {
        public Task HandleAsync(KajabiEvent received, CancellationToken cancellationToken = default) => inbox.TakeAsync(received, cancellationToken);
    }
}
