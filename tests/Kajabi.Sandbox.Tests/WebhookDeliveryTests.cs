using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Kajabi.Sandbox.Tests;

/// <summary>Webhook deliveries of the sandbox: probes, retries, and no requests to other machines.</summary>
public sealed class WebhookDeliveryTests
{
    [Fact]
    public async Task A_new_webhook_is_probed_with_HEAD_and_GET()
    {
        ConcurrentQueue<string> methods = [];
        await using WebhookHost host = await WebhookHost.StartAsync(use: application =>
            application.Use(
                (context, next) =>
                {
                    methods.Enqueue(context.Request.Method);
                    return next(context);
                }
            )
        );
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        await Subscription.CreateAndTagAsync(sandbox, host.Address);

        await sandbox.WaitForDeliveriesAsync();

        Assert.Equal(["HEAD", "GET", "POST"], methods);
    }

    [Fact]
    public async Task A_webhook_whose_probe_returns_405_gets_no_deliveries()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(use: static application =>
            application.MapPost("/post-only", static () => Results.Ok())
        );
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        await Subscription.CreateAndTagAsync(sandbox, new Uri(host.Origin, "/post-only"));

        SandboxDelivery delivery = (await sandbox.WaitForDeliveriesAsync()).Single();

        Assert.Empty(delivery.ResponseStatusCodes);
        Assert.Equal("The webhook returned 405 for a probe, which disables it.", delivery.Problem);
    }

    [Fact]
    public async Task A_failed_delivery_is_retried_until_it_succeeds()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        host.Inbox.OnEvent = (_, _) => host.Inbox.Count == 1 ? throw new InvalidOperationException("Not yet.") : Task.CompletedTask;
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { DeliveryRetryDelay = TimeSpan.Zero });
        await Subscription.CreateAndTagAsync(sandbox, host.Address);

        SandboxDelivery delivery = (await sandbox.WaitForDeliveriesAsync()).Single();

        Assert.Equal([500, 200], delivery.ResponseStatusCodes);
        Assert.Null(delivery.Problem);
        Assert.Equal(2, host.Inbox.Count);
    }

    [Fact]
    public async Task A_delivery_fails_after_the_maximum_number_of_attempts()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(
            new KajabiSandboxOptions { DeliveryRetryDelay = TimeSpan.Zero, MaxDeliveryAttempts = 4 }
        );
        await Subscription.CreateAndTagAsync(sandbox, host.GetAddress("?secret=a-wrong-one"));

        Assert.Equal([403, 403, 403, 403], (await sandbox.WaitForDeliveriesAsync()).Single().ResponseStatusCodes);
    }

    [Fact]
    public async Task The_retry_delay_uses_the_TimeProvider_of_the_sandbox()
    {
        FakeTimeProvider time = new(DateTimeOffset.UnixEpoch);
        await using WebhookHost host = await WebhookHost.StartAsync();
        host.Inbox.OnEvent = (_, _) => host.Inbox.Count == 1 ? throw new InvalidOperationException("Not yet.") : Task.CompletedTask;
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(
            new KajabiSandboxOptions { TimeProvider = time, DeliveryRetryDelay = TimeSpan.FromMinutes(1) }
        );
        await Subscription.CreateAndTagAsync(sandbox, host.Address);
        await host.Inbox.NextAsync();

        Task<IReadOnlyList<SandboxDelivery>> delivered = sandbox.WaitForDeliveriesAsync();
        Assert.False(delivered.IsCompleted);
        while (!delivered.IsCompleted)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        Assert.Equal([500, 200], (await delivered).Single().ResponseStatusCodes);
    }

    [Fact]
    public async Task A_server_that_closes_its_connections_without_announcing_it_receives_each_delivery()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        using CancellationTokenSource stop = new();
        Task serving = ServeAsync(listener, stop.Token);
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { MaxDeliveryAttempts = 1 });
        string webhookId = sandbox.AddAdminWebhook("order.created", $"http://{listener.LocalEndpoint}/");

        for (int count = 0; count < 20; count++)
        {
            sandbox.SendAdminWebhookSample(webhookId);
        }

        IReadOnlyList<SandboxDelivery> deliveries = await sandbox.WaitForDeliveriesAsync();
        Assert.Equal(20, deliveries.Count);
        Assert.All(deliveries, static delivery => Assert.Equal([200], delivery.ResponseStatusCodes));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => serving);
    }

    [Fact]
    public async Task A_redirect_is_a_failure_and_is_not_followed()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(use: static application =>
            application.MapMethods("/moved", ["HEAD", "GET", "POST"], static () => Results.Redirect("/hooks/kajabi"))
        );
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { MaxDeliveryAttempts = 1 });
        await Subscription.CreateAndTagAsync(sandbox, new Uri(host.Origin, "/moved"));

        Assert.Equal([302], (await sandbox.WaitForDeliveriesAsync()).Single().ResponseStatusCodes);
    }

    [Fact]
    public async Task An_unreachable_webhook_does_not_block_disposal()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(
            new KajabiSandboxOptions { DeliveryRetryDelay = TimeSpan.FromDays(1) }
        );
        WebhookHost gone = await WebhookHost.StartAsync();
        Uri address = gone.Address;
        await gone.DisposeAsync();
        await Subscription.CreateAndTagAsync(sandbox, address);

        // Disposing the sandbox ends the retry delay of a day.
        using CancellationTokenSource cancelled = new();
        Task waiting = sandbox.WaitForDeliveriesAsync(cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Theory]
    [InlineData("refund", "http://127.0.0.1:1/", "/data/attributes/event")]
    [InlineData("tag_added", "127.0.0.1/kajabi", "/data/attributes/target_url")]
    [InlineData("tag_added", "ftp://127.0.0.1/", "/data/attributes/target_url")]
    public async Task An_invalid_webhook_is_rejected(string name, string address, string location)
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);

        KajabiApiException rejected = await Assert.ThrowsAsync<KajabiApiException>(() =>
            kajabi.Webhooks.CreateWebhookAsync(new WebhookAttributes { Event = name, TargetUrl = address }, siteId: "1")
        );

        Assert.Equal(location, rejected.Errors.Single().Pointer);
    }

    /// <summary>Responds to one request per connection, and closes it although HTTP/1.1 keeps it open.</summary>
    private static async Task ServeAsync(TcpListener listener, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[64 * 1024];
        while (true)
        {
            using TcpClient connection = await listener.AcceptTcpClientAsync(cancellationToken);
            NetworkStream stream = connection.GetStream();
            string request = string.Empty;
            do
            {
                int count = await stream.ReadAsync(buffer, cancellationToken);
                if (count == 0)
                {
                    break;
                }

                request += Encoding.UTF8.GetString(buffer, 0, count);
            } while (!IsComplete(request));

            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), cancellationToken);
        }
    }

    private static bool IsComplete(string request)
    {
        Match length = Regex.Match(request, "Content-Length: ([0-9]+)", RegexOptions.IgnoreCase);
        int end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return end >= 0
            && (
                !length.Success
                || Encoding.UTF8.GetByteCount(request[(end + 4)..]) >= int.Parse(length.Groups[1].Value, CultureInfo.InvariantCulture)
            );
    }
}
