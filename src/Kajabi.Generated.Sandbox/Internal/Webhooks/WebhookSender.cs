using System.Collections.Concurrent;
using System.Net;
using System.Text;
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
    private readonly Dictionary<string, Task> _queues = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _disabled = new(StringComparer.Ordinal);
    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            // A simple server closes a connection without announcing it, which loses a delivery that reuses the connection.
            PooledConnectionLifetime = TimeSpan.Zero,
        }
    )
    {
        Timeout = TimeSpan.FromSeconds(10),
    };
    private CancellationTokenSource _stop = new();

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
    public void Probe(SandboxResource webhook) =>
        Enqueue(
            webhook,
            async (target, stop) =>
            {
                if (
                    await SendAsync(HttpMethod.Head, target, null, stop) == 405
                    || await SendAsync(HttpMethod.Get, target, null, stop) == 405
                )
                {
                    Disable(webhook.Id, stop);
                }
            }
        );

    public void Post(SandboxResource webhook, string eventName, string body)
    {
        SandboxDeliveryFault? fault = faults.TakeForDelivery(eventName);
        SandboxDelivery delivery = Record(webhook, eventName, body);
        if (fault is { IsDropped: true })
        {
            return;
        }

        if (fault?.Duration > TimeSpan.Zero)
        {
            Enqueue(
                webhook,
                async (target, stop) =>
                {
                    await Task.Delay(fault.Duration, options.TimeProvider, stop);
                    await DeliverAsync(webhook, delivery, target, stop);
                },
                isInOrder: false
            );
            return;
        }

        Enqueue(webhook, (target, stop) => DeliverAsync(webhook, delivery, target, stop));
        if (fault is { IsDuplicated: true })
        {
            SandboxDelivery duplicate = Record(webhook, eventName, body);
            Enqueue(webhook, (target, stop) => DeliverAsync(webhook, duplicate, target, stop));
        }
    }

    /// <summary>Waits until no delivery is pending, including those caused by deliveries, and returns all deliveries.</summary>
    public async Task<IReadOnlyList<SandboxDelivery>> DrainAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task[] pending;
            lock (_lock)
            {
                pending = [.. _queues.Values.Where(static queue => !queue.IsCompleted)];
                if (pending.Length == 0)
                {
                    return [.. _deliveries];
                }
            }

            await Task.WhenAll(pending).WaitAsync(cancellationToken);
        }
    }

    /// <summary>The webhooks that returned 405 for a probe.</summary>
    public IReadOnlySet<string> DisabledWebhooks => _disabled.Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>Cancels pending deliveries, and forgets all deliveries.</summary>
    /// <param name="disabledWebhooks">The webhooks that receive no deliveries.</param>
    public void Reset(IReadOnlySet<string> disabledWebhooks)
    {
        CancellationTokenSource canceled;
        lock (_lock)
        {
            canceled = _stop;
            _stop = new CancellationTokenSource();
            _deliveries.Clear();
            _disabled.Clear();
            foreach (string id in disabledWebhooks)
            {
                _disabled[id] = true;
            }
        }

        canceled.Cancel();
        canceled.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await DrainAsync(CancellationToken.None);
        _http.Dispose();
        _stop.Dispose();
    }

    // Other host names could resolve to another machine.
    private static bool IsLoopback(Uri target) =>
        target.Host == "localhost" || (IPAddress.TryParse(target.DnsSafeHost, out IPAddress? address) && IPAddress.IsLoopback(address));

    private SandboxDelivery Record(SandboxResource webhook, string eventName, string body)
    {
        SandboxDelivery delivery = new(webhook.Id, eventName, body);
        lock (_lock)
        {
            _deliveries.Add(delivery);
        }

        return delivery;
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

    private async Task DeliverAsync(SandboxResource webhook, SandboxDelivery delivery, Uri target, CancellationToken stop)
    {
        for (int attempt = 1; attempt <= options.MaxDeliveryAttempts && !_disabled.ContainsKey(webhook.Id); attempt++)
        {
            int status = await SendAsync(HttpMethod.Post, target, delivery.Body, stop);
            delivery.AddResponse(status);
            if (status is >= 200 and < 300)
            {
                break;
            }

            if (attempt < options.MaxDeliveryAttempts)
            {
                await Task.Delay(options.DeliveryRetryDelay, options.TimeProvider, stop);
            }
        }
    }

    /// <param name="webhook">The webhook.</param>
    /// <param name="work">Sends the requests.</param>
    /// <param name="isInOrder">Whether it waits for earlier work of the webhook, and later work waits for it.</param>
    private void Enqueue(SandboxResource webhook, Func<Uri, CancellationToken, Task> work, bool isInOrder = true)
    {
        Uri target = new(webhook.GetText("target_url")!);
        if (!IsLoopback(target) && !options.WebhookHosts.Contains(target.DnsSafeHost))
        {
            return;
        }

        lock (_lock)
        {
            string queue = isInOrder ? webhook.Id : $"{webhook.Id}/{_deliveries.Count}";
            Task previous = _queues.GetValueOrDefault(queue, Task.CompletedTask);
            CancellationToken stop = _stop.Token;
            _queues[queue] = Task.Run(async () =>
            {
                await previous;
                try
                {
                    await work(target, stop);
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested)
                {
                    // The sandbox is stopping, or it was reset.
                }
            });
        }
    }

    /// <summary>Sends a request.</summary>
    /// <returns>The status code; 0 for no response.</returns>
    private async Task<int> SendAsync(HttpMethod method, Uri target, string? body, CancellationToken stop)
    {
        using HttpRequestMessage request = new(method, target);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        try
        {
            using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            return (int)response.StatusCode;
        }
        catch (Exception exception)
            when (exception is HttpRequestException || (exception is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return 0;
        }
    }
}
