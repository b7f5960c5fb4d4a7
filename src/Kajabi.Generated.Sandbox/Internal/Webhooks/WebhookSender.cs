using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Webhooks;

/// <summary>
/// Posts events to webhooks on loopback, in order for each webhook, with retries. Sends nothing to other addresses.
/// </summary>
/// <param name="options">The number of attempts and the retry delay.</param>
internal sealed class WebhookSender(KajabiSandboxOptions options) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<SandboxDelivery> _deliveries = [];
    private readonly Dictionary<string, Task> _queues = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _disabled = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
    };

    /// <summary>Whether a granted offer publishes a purchase.</summary>
    public bool GrantsFireWebhooks => options.GrantsFireWebhooks;

    /// <summary>Probes with HEAD and GET, as the service does. A webhook that returns 405 is disabled.</summary>
    public void Probe(SandboxResource webhook) =>
        Enqueue(
            webhook,
            async target =>
            {
                if (await SendAsync(HttpMethod.Head, target, null) == 405 || await SendAsync(HttpMethod.Get, target, null) == 405)
                {
                    _disabled[webhook.Id] = true;
                }
            }
        );

    public void Post(SandboxResource webhook, string eventName, string body)
    {
        SandboxDelivery delivery = new(webhook.Id, eventName, body);
        lock (_lock)
        {
            _deliveries.Add(delivery);
        }

        Enqueue(
            webhook,
            async target =>
            {
                for (int attempt = 1; attempt <= options.MaxDeliveryAttempts && !_disabled.ContainsKey(webhook.Id); attempt++)
                {
                    int status = await SendAsync(HttpMethod.Post, target, body);
                    delivery.AddResponse(status);
                    if (status is >= 200 and < 300)
                    {
                        break;
                    }

                    if (attempt < options.MaxDeliveryAttempts)
                    {
                        await Task.Delay(options.DeliveryRetryDelay, options.TimeProvider, _stop.Token);
                    }
                }
            }
        );
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

    private void Enqueue(SandboxResource webhook, Func<Uri, Task> work)
    {
        Uri target = new(webhook.GetText("target_url")!);
        if (!IsLoopback(target))
        {
            return;
        }

        lock (_lock)
        {
            Task previous = _queues.GetValueOrDefault(webhook.Id, Task.CompletedTask);
            _queues[webhook.Id] = Task.Run(async () =>
            {
                await previous;
                try
                {
                    await work(target);
                }
                catch (OperationCanceledException) when (_stop.IsCancellationRequested)
                {
                    // The sandbox is stopping.
                }
            });
        }
    }

    /// <summary>Sends a request.</summary>
    /// <returns>The status code; 0 for no response.</returns>
    private async Task<int> SendAsync(HttpMethod method, Uri target, string? body)
    {
        using HttpRequestMessage request = new(method, target);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        try
        {
            using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _stop.Token);
            return (int)response.StatusCode;
        }
        catch (Exception exception)
            when (exception is HttpRequestException || (exception is OperationCanceledException && !_stop.IsCancellationRequested))
        {
            return 0;
        }
    }
}
