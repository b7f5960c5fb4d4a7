using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Kajabi.Sandbox.Tests;

/// <summary>What a snapshot contains.</summary>
public sealed class SnapshotContentTests
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_snapshot_has_everything_that_its_documentation_lists()
    {
        SandboxClock clock = new(s_start);
        await using WebhookHost host = await WebhookHost.StartAsync(use: static application =>
            application.MapPost("/post-only", static () => Results.Ok())
        );
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(
            new KajabiSandboxOptions
            {
                TimeProvider = clock,
                MaxDeliveryAttempts = 1, // A further attempt would wait for the stopped clock.
            }
        );
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        string postOnly = await Subscription.CreateAsync(kajabi, "tag_added", new Uri(host.Origin, "/post-only"));
        string admin = sandbox.AddAdminWebhook("order.created", host.Address.AbsoluteUri);
        sandbox.Data.Load("""{"id":"900","type":"contacts","attributes":{"email":"ann@example.com"}}""");
        sandbox.Faults.Add(SandboxFault.NotFound(), times: 3, path: "/v1/sites");
        sandbox.Faults.AddForDeliveries(SandboxDeliveryFault.Drop(), times: 2, eventName: "purchase");
        clock.Advance(TimeSpan.FromHours(1));
        await sandbox.WaitForDeliveriesAsync();
        string before = SandboxState.Describe(sandbox);
        Assert.Contains($"disabled {postOnly}", before, StringComparison.Ordinal);
        SandboxSnapshot snapshot = sandbox.TakeSnapshot();

        sandbox.SimulateCheckout("123", "457");
        await kajabi.Contacts.DeleteContactAsync("900");
        await kajabi.Webhooks.DeleteWebhookAsync(postOnly);
        await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Sites.ListSitesAsync());
        sandbox.Restore(await TakeSnapshotOfAnotherAsync(clock.GetUtcNow())); // Without disabled webhooks.
        sandbox.Faults.Add(SandboxFault.Forbidden(), path: "/v1/offers");
        clock.Resume();
        clock.SetUtcNow(s_start.AddYears(1));
        Assert.NotEqual(before, SandboxState.Describe(sandbox));
        sandbox.Restore(snapshot);

        Assert.Equal(before, SandboxState.Describe(sandbox));
        Assert.True(clock.IsStopped);
        Assert.Empty(sandbox.Requests);
        Assert.Empty(await sandbox.WaitForDeliveriesAsync());
        sandbox.SendAdminWebhookSample(admin); // The webhooks of the admin pages are restored, too.
        SandboxDelivery delivery = (await sandbox.WaitForDeliveriesAsync()).Single();
        Assert.Equal("order.created", delivery.Event);
        Assert.Equal([200], delivery.ResponseStatusCodes);
    }

    [Fact]
    public async Task A_running_clock_keeps_what_was_added_to_it()
    {
        FakeTimeProvider source = new(s_start);
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { TimeProvider = source });
        sandbox.Clock.Advance(TimeSpan.FromHours(1));
        SandboxSnapshot snapshot = sandbox.TakeSnapshot();

        sandbox.Clock.Advance(TimeSpan.FromDays(1));
        source.Advance(TimeSpan.FromMinutes(1));
        sandbox.Restore(snapshot);

        Assert.Equal(s_start.AddMinutes(61), sandbox.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Files_are_added_to_a_snapshot_without_a_change_until_it_is_restored()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { HasSampleData = false });
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        sandbox.Faults.Add(SandboxFault.NotFound(), path: "/v1/offers");
        SandboxSnapshot empty = sandbox.TakeSnapshot();
        await kajabi.Me.GetMeAsync();
        int received = sandbox.Requests.Count;

        SandboxSnapshot sites = sandbox.Data.AddTo(empty, """{"id":"1","type":"sites"}"""u8.ToArray());
        Assert.Throws<SandboxDataException>(() => sandbox.Data.AddTo(sites, """{"id":"1","type":"sites"}"""u8.ToArray()));
        SandboxSnapshot both = sandbox.Data.AddTo(sites, """{"id":"2","type":"sites"}"""u8.ToArray());

        Assert.Equal((received, 0), (sandbox.Requests.Count, sandbox.Store.GetAll("sites").Count));
        sandbox.Restore(both);
        Assert.Equal(["1", "2"], (await kajabi.Sites.ListSitesAsync()).Data.Select(static site => site.Id));
        Assert.Equal(("/v1/offers", 1), (sandbox.Faults.Rules.Single().Path, sandbox.Requests.Count));
        sandbox.Restore(empty);
        Assert.Empty((await kajabi.Sites.ListSitesAsync()).Data);
    }

    private static async Task<SandboxSnapshot> TakeSnapshotOfAnotherAsync(DateTimeOffset time)
    {
        await using KajabiSandbox other = await KajabiSandbox.StartAsync(
            new KajabiSandboxOptions { TimeProvider = new SandboxClock(time) }
        );
        return other.TakeSnapshot();
    }
}
