using System.Collections.Concurrent;
using Kajabi.IntegrationTests.Sandbox;
using Kajabi.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Kajabi.IntegrationTests.Webhooks;

/// <summary>How the sandbox delivers: it probes, repeats, gives up, and never leaves the machine.</summary>
public sealed class SandboxDeliveryTests
{
    [Fact]
    public async Task A_new_webhook_is_probed_by_head_and_get()
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
        await SubscribeAndTagAsync(sandbox, host.Address);

        await sandbox.WaitForDeliveriesAsync();

        Assert.Equal(["HEAD", "GET", "POST"], methods);
    }

    [Fact]
    public async Task Who_answers_a_probe_with_405_is_told_nothing()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(use: static application =>
            application.MapPost("/post-only", static () => Results.Ok())
        );
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        await SubscribeAndTagAsync(sandbox, new Uri(host.Origin, "/post-only"));

        SandboxDelivery delivery = (await sandbox.WaitForDeliveriesAsync()).Single();

        Assert.Empty(delivery.ResponseStatusCodes);
    }

    [Fact]
    public async Task What_fails_is_repeated_until_it_arrives()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        host.Inbox.Behaviour = (_, _) => host.Inbox.Count == 1 ? throw new InvalidOperationException("Not yet.") : Task.CompletedTask;
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { DeliveryRetryDelay = TimeSpan.Zero });
        await SubscribeAndTagAsync(sandbox, host.Address);

        SandboxDelivery delivery = (await sandbox.WaitForDeliveriesAsync()).Single();

        Assert.Equal([500, 200], delivery.ResponseStatusCodes);
        Assert.Equal(2, host.Inbox.Count);
    }

    [Fact]
    public async Task What_fails_for_ever_is_given_up()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(
            new KajabiSandboxOptions { DeliveryRetryDelay = TimeSpan.Zero, MaxDeliveryAttempts = 4 }
        );
        await SubscribeAndTagAsync(sandbox, host.AddressWith("?secret=a-wrong-one"));

        Assert.Equal([403, 403, 403, 403], (await sandbox.WaitForDeliveriesAsync()).Single().ResponseStatusCodes);
    }

    [Fact]
    public async Task A_repetition_waits_by_the_clock_of_the_sandbox()
    {
        FakeTimeProvider time = new(DateTimeOffset.UnixEpoch);
        await using WebhookHost host = await WebhookHost.StartAsync();
        host.Inbox.Behaviour = (_, _) => host.Inbox.Count == 1 ? throw new InvalidOperationException("Not yet.") : Task.CompletedTask;
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(
            new KajabiSandboxOptions { TimeProvider = time, DeliveryRetryDelay = TimeSpan.FromMinutes(1) }
        );
        await SubscribeAndTagAsync(sandbox, host.Address);
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

    [Theory]
    [InlineData("https://hooks.example.com/kajabi")]
    [InlineData("http://192.0.2.1:9/kajabi")]
    [InlineData("http://127.0.0.1.example.com/kajabi")]
    [InlineData("http://localhost.example.com/kajabi")]
    [InlineData("http://user@[2001:db8::1]:9/kajabi")]
    public async Task Nothing_leaves_the_machine(string address)
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        await SubscribeAndTagAsync(sandbox, new Uri(address));

        SandboxDelivery delivery = (await sandbox.WaitForDeliveriesAsync()).Single();

        Assert.Empty(delivery.ResponseStatusCodes);
        Assert.IsType<TagAddedEvent>(WebhookParser.Parse(delivery.Body));
    }

    [Fact]
    public async Task A_redirect_is_a_failure_and_not_followed()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(use: static application =>
            application.MapMethods("/moved", ["HEAD", "GET", "POST"], static () => Results.Redirect("/hooks/kajabi"))
        );
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { MaxDeliveryAttempts = 1 });
        await SubscribeAndTagAsync(sandbox, new Uri(host.Origin, "/moved"));

        Assert.Equal([302], (await sandbox.WaitForDeliveriesAsync()).Single().ResponseStatusCodes);
    }

    [Fact]
    public async Task A_subscriber_who_is_not_there_holds_nobody_up()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(
            new KajabiSandboxOptions { DeliveryRetryDelay = TimeSpan.FromDays(1) }
        );
        WebhookHost gone = await WebhookHost.StartAsync();
        Uri address = gone.Address;
        await gone.DisposeAsync();
        await SubscribeAndTagAsync(sandbox, address);

        // Disposing of the sandbox ends the wait of a day.
        using CancellationTokenSource cancelled = new();
        Task waiting = sandbox.WaitForDeliveriesAsync(cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Theory]
    [InlineData("refund", "http://127.0.0.1:1/", "/data/attributes/event")]
    [InlineData("tag_added", "127.0.0.1/kajabi", "/data/attributes/target_url")]
    [InlineData("tag_added", "ftp://127.0.0.1/", "/data/attributes/target_url")]
    public async Task A_webhook_that_could_never_work_is_refused(string name, string address, string place)
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using KajabiClient kajabi = SandboxFixture.ClientOf(sandbox);

        KajabiApiException refused = await Assert.ThrowsAsync<KajabiApiException>(() =>
            kajabi.Webhooks.CreateWebhookAsync(new WebhookAttributes { Event = name, TargetUrl = address }, siteId: "1")
        );

        Assert.Equal(place, refused.Errors.Single().Pointer);
    }

    private static async Task SubscribeAndTagAsync(KajabiSandbox sandbox, Uri address)
    {
        using KajabiClient kajabi = SandboxFixture.ClientOf(sandbox);
        await kajabi.Webhooks.CreateWebhookAsync(
            new WebhookAttributes { Event = "tag_added", TargetUrl = address.AbsoluteUri },
            siteId: "1"
        );
        await kajabi.Contacts.AddContactTagsAsync("2148433001", ["790"]);
    }
}
