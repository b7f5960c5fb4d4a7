using System.Collections.Concurrent;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Webhooks;

/// <summary>
/// Posts events to webhooks on loopback, in order for each webhook, with retries. Sends nothing to other hosts, unless the options name
/// them.
/// </summary>
/// <param name="options">The number of attempts and the retry delay.</param>
/// <param name="faults">The faults, one of which may apply to a delivery.</param>
internal sealed class WebhookSender(KajabiSandboxOptions options, SandboxFaults faults) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<SandboxDelivery> _deliveries = [];
    private readonly DeliveryQueues _queues = new();
    private readonly ConcurrentDictionary<string, bool> _disabled = new(StringComparer.Ordinal);
    private readonly WebhookHttp _http = new();

    /// <summary>
    /// Receives a delivery after each attempt with its status code, 0 for no response, and one that is not sent with null; null for no
    /// receiver.
    /// </summary>
    public Action<SandboxDelivery, int?>? Reporter { get; set; }

    /// <summary>The deliveries so far, including pending ones.</summary>
    public IReadOnlyList<SandboxDelivery> Deliveries
    {
        get
        {
            lock (_lock)
            {
                return [.. _deliveries];
            }
        }
    }

    /// <summary>Whether a granted offer publishes a purchase.</summary>
    public bool GrantsFireWebhooks => options.GrantsFireWebhooks;

    /// <summary>Probes with HEAD and GET, as the service does. A webhook that returns 405 is disabled.</summary>
    public void Probe(SandboxResource webhook)
    {
        Uri? target = WebhookTarget.Parse(webhook.GetText("target_url"));
        if (target is not null && WebhookTarget.FindProblem(target, options.WebhookHosts) is null)
        {
            _queues.Enqueue(webhook.Id, stop => ProbeAsync(webhook.Id, target, stop));
        }
    }

    public void Post(SandboxResource webhook, string eventName, string body)
    {
        Uri? target = WebhookTarget.Parse(webhook.GetText("target_url"));
        string? problem = WebhookTarget.FindProblem(target, options.WebhookHosts);
        // Only a delivery that is sent uses up a fault.
        SandboxDeliveryFault? fault = problem is null && !_disabled.ContainsKey(webhook.Id) ? faults.TakeForDelivery(eventName) : null;
        string? shown = target is null ? null : WebhookTarget.Redact(target, hasPath: problem is null);
        SandboxDelivery delivery = Record(webhook.Id, eventName, body, shown, fault);
        if (target is null || problem is not null)
        {
            Skip(delivery, problem!);
        }
        else if (fault is { IsDropped: true })
        {
            Skip(delivery, "A fault dropped the delivery.");
        }
        else if (fault?.Duration > TimeSpan.Zero)
        {
            // A queue of its own, so that later deliveries do not wait for it.
            string queue = $"{webhook.Id}/{Guid.NewGuid()}";
            _queues.Enqueue(
                queue,
                async stop =>
                {
                    await DelayAsync(queue, delivery, fault.Duration, stop);
                    await DeliverAsync(queue, delivery, target, stop);
                }
            );
        }
        else
        {
            _queues.Enqueue(webhook.Id, stop => DeliverAsync(webhook.Id, delivery, target, stop));
            if (fault is { IsDuplicated: true })
            {
                SandboxDelivery duplicate = Record(webhook.Id, eventName, body, shown, fault);
                _queues.Enqueue(webhook.Id, stop => DeliverAsync(webhook.Id, duplicate, target, stop));
            }
        }
    }

    /// <summary>Waits until no delivery is pending, including those caused by deliveries, and returns all deliveries.</summary>
    public async Task<IReadOnlyList<SandboxDelivery>> DrainAsync(CancellationToken cancellationToken)
    {
        await _queues.WaitAsync(cancellationToken);
        return Deliveries;
    }

    /// <summary>Waits until no delivery is pending, or each pending one waits for the clock, which is stopped.</summary>
    public Task DrainDueAsync(SandboxClock clock, CancellationToken cancellationToken) => _queues.WaitForDueAsync(clock, cancellationToken);

    /// <summary>The webhooks that returned 405 for a probe.</summary>
    public IReadOnlySet<string> DisabledWebhooks => _disabled.Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>Cancels pending deliveries, and forgets all deliveries.</summary>
    /// <param name="disabledWebhooks">The webhooks that receive no deliveries.</param>
    public void Reset(IReadOnlySet<string> disabledWebhooks)
    {
        Action cancel;
        lock (_lock)
        {
            cancel = _queues.Restart();
            _deliveries.Clear();
            _disabled.Clear();
            foreach (string id in disabledWebhooks)
            {
                _disabled[id] = true;
            }
        }

        cancel();
    }

    public async ValueTask DisposeAsync()
    {
        await _queues.DisposeAsync();
        _http.Dispose();
    }

    private SandboxDelivery Record(string webhookId, string eventName, string body, string? target, SandboxDeliveryFault? fault)
    {
        SandboxDelivery delivery = new(webhookId, eventName, body, options.TimeProvider.GetUtcNow()) { TargetUrl = target, Fault = fault };
        lock (_lock)
        {
            _deliveries.Add(delivery);
        }

        return delivery;
    }

    private async Task ProbeAsync(string webhookId, Uri target, CancellationToken stop)
    {
        if (
            (await _http.SendAsync(HttpMethod.Head, target, null, stop)).Status == 405
            || (await _http.SendAsync(HttpMethod.Get, target, null, stop)).Status == 405
        )
        {
            Disable(webhookId, stop);
        }
    }

    private void Disable(string webhookId, CancellationToken stop)
    {
        lock (_lock)
        {
            // After a reset, another webhook can have the same id.
            if (!stop.IsCancellationRequested)
            {
                _disabled[webhookId] = true;
            }
        }
    }

    private void Skip(SandboxDelivery delivery, string problem)
    {
        delivery.SetProblem(problem);
        delivery.IsCompleted = true;
        Reporter?.Invoke(delivery, null);
    }

    private async Task DelayAsync(string queue, SandboxDelivery delivery, TimeSpan duration, CancellationToken stop)
    {
        delivery.NextAttempt = options.TimeProvider.GetUtcNow() + duration;
        await _queues.DelayAsync(queue, duration, options.TimeProvider, stop);
        delivery.NextAttempt = null;
    }

    private async Task DeliverAsync(string queue, SandboxDelivery delivery, Uri target, CancellationToken stop)
    {
        for (int attempt = 1; attempt <= options.MaxDeliveryAttempts; attempt++)
        {
            if (_disabled.ContainsKey(delivery.WebhookId))
            {
                Skip(delivery, "The webhook returned 405 for a probe, which disables it.");
                return;
            }

            (int status, string? problem) = await _http.SendAsync(HttpMethod.Post, target, delivery.Body, stop);
            delivery.AddResponse(status, problem);
            delivery.IsCompleted = status is (>= 200 and < 300) || attempt == options.MaxDeliveryAttempts;
            Reporter?.Invoke(delivery, status);
            if (delivery.IsCompleted)
            {
                return;
            }

            await DelayAsync(queue, delivery, options.DeliveryRetryDelay, stop);
        }
    }
}
