using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Hooks;

/// <summary>Posts events to webhooks on this machine, for each webhook in their order, and repeats what fails; sends nothing anywhere else.</summary>
/// <param name="options">How often and after which time it repeats.</param>
internal sealed class WebhookSender(KajabiSandboxOptions options) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<SandboxDelivery> _deliveries = [];
    private readonly Dictionary<string, Task> _queues = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _disabled = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
    };

    /// <summary>Asks by HEAD and GET, as the service does; who answers 405 is told nothing from then on.</summary>
    public void Probe(SandboxResource hook) =>
        Enqueue(
            hook,
            async target =>
            {
                if (await StatusAsync(HttpMethod.Head, target, null) == 405 || await StatusAsync(HttpMethod.Get, target, null) == 405)
                {
                    _disabled[hook.Id] = true;
                }
            }
        );

    public void Post(SandboxResource hook, string kind, string body)
    {
        SandboxDelivery delivery = new(hook.Id, kind, body);
        lock (_gate)
        {
            _deliveries.Add(delivery);
        }

        Enqueue(
            hook,
            async target =>
            {
                for (int attempt = 1; attempt <= options.DeliveryAttempts && !_disabled.ContainsKey(hook.Id); attempt++)
                {
                    int status = await StatusAsync(HttpMethod.Post, target, body);
                    delivery.Answered(status);
                    if (status is >= 200 and < 300)
                    {
                        break;
                    }

                    await (
                        attempt < options.DeliveryAttempts
                            ? Task.Delay(options.DeliveryRetryDelay, options.TimeProvider, _stop.Token)
                            : Task.CompletedTask
                    );
                }
            }
        );
    }

    /// <summary>Waits until nothing is left to send, not even what a delivery set off, and gives everything that was to be told.</summary>
    public async Task<IReadOnlyList<SandboxDelivery>> DrainAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task[] open;
            lock (_gate)
            {
                open = [.. _queues.Values.Where(static queue => !queue.IsCompleted)];
                if (open.Length == 0)
                {
                    return [.. _deliveries];
                }
            }

            await Task.WhenAll(open).WaitAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await DrainAsync(CancellationToken.None);
        _http.Dispose();
        _stop.Dispose();
    }

    /// <summary>Names other than this one could lead off the machine.</summary>
    private static bool IsHere(Uri target) =>
        target.Host == "localhost" || (IPAddress.TryParse(target.DnsSafeHost, out IPAddress? address) && IPAddress.IsLoopback(address));

    private void Enqueue(SandboxResource hook, Func<Uri, Task> work)
    {
        Uri target = new(hook.Text("target_url")!);
        if (!IsHere(target))
        {
            return;
        }

        lock (_gate)
        {
            Task before = _queues.GetValueOrDefault(hook.Id, Task.CompletedTask);
            _queues[hook.Id] = Task.Run(async () =>
            {
                await before;
                try
                {
                    await work(target);
                }
                catch (OperationCanceledException) when (_stop.IsCancellationRequested)
                {
                    // The sandbox stops; nobody waits for the rest.
                }
            });
        }
    }

    private async Task<int> StatusAsync(HttpMethod method, Uri target, string? body)
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
