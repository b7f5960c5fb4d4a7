namespace Kajabi.Sandbox.Tests;

/// <summary>The state of a sandbox is reset, saved and restored as a whole.</summary>
public sealed class SnapshotTests
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Reset_restores_the_start_with_the_same_ids_and_times()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(
            new KajabiSandboxOptions { TimeProvider = new SandboxClock(s_start) }
        );
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        (string id, DateTimeOffset? time) first = await CreateAsync(kajabi);
        await kajabi.Contacts.AddContactTagsAsync("2148433001", ["789"]);
        await kajabi.Contacts.UpdateContactAsync("123", new ContactAttributes { Name = "Changed" });
        sandbox.Faults.Add(SandboxFault.NotFound());
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));

        sandbox.Reset();

        Assert.Empty(sandbox.Requests);
        Assert.Empty(sandbox.Faults.Rules);
        Assert.Empty(await sandbox.WaitForDeliveriesAsync());
        Assert.Equal((s_start, 0), (sandbox.Clock.GetUtcNow(), sandbox.TokenRequestCount));
        Assert.Equal("Johanna Brandt", (await kajabi.Contacts.GetContactAsync("123")).Data.Attributes.Name);
        Assert.Empty((await kajabi.Contacts.GetContactTagsRelationshipAsync("2148433001")).Data);
        Assert.Equal(2, sandbox.TokenRequestCount); // Both tokens from before the reset are rejected.
        Assert.Equal(first, await CreateAsync(kajabi));
    }

    [Fact]
    public async Task A_snapshot_is_restored_any_number_of_times()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        SandboxContact ann = sandbox.Data.AddContact("ann@example.com");
        sandbox.Faults.Add(SandboxFault.NotFound(), times: 2);
        SandboxSnapshot snapshot = sandbox.TakeSnapshot();

        for (int run = 0; run < 2; run++)
        {
            await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Contacts.GetContactAsync(ann.Id));
            await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Contacts.GetContactAsync(ann.Id));
            await kajabi.Contacts.DeleteContactAsync(ann.Id);
            sandbox.Restore(snapshot);
            Assert.Empty(sandbox.Requests);
        }

        sandbox.Faults.Clear();
        Assert.Equal("ann@example.com", (await kajabi.Contacts.GetContactAsync(ann.Id)).Data.Attributes.Email);
        Assert.Equal(1, sandbox.TokenRequestCount); // The token remains valid.
    }

    [Fact]
    public async Task A_snapshot_is_restored_in_another_sandbox_and_both_remain_isolated()
    {
        await using KajabiSandbox first = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { HasSampleData = false });
        await using KajabiSandbox second = await KajabiSandbox.StartAsync();
        first.Data.AddSite("Studio");
        SandboxContact ann = first.Data.AddContact("ann@example.com");

        second.Restore(first.TakeSnapshot());
        using KajabiClient kajabi = SandboxFixture.CreateClient(second);
        await kajabi.Contacts.UpdateContactAsync(ann.Id, new ContactAttributes { Name = "Changed" });

        using KajabiClient other = SandboxFixture.CreateClient(first);
        Assert.Equal("ann", (await other.Contacts.GetContactAsync(ann.Id)).Data.Attributes.Name);
        Assert.Equal([ann.Id], (await kajabi.Contacts.ListContactsAsync()).Data.Select(static contact => contact.Id));
    }

    [Fact]
    public async Task Sandboxes_that_tests_use_in_parallel_are_isolated_and_have_the_same_ids()
    {
        (string Id, int Count, int Requests)[] results = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(number =>
                    Task.Run(async () =>
                    {
                        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(
                            new KajabiSandboxOptions { HasSampleData = false }
                        );
                        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
                        SandboxSite site = sandbox.Data.AddSite($"Site {number}");
                        sandbox.Faults.Add(SandboxFault.InternalServerError(), times: number + 1, path: "/v1/sites");
                        (string id, _) = await CreateAsync(kajabi, site.Id);
                        return (id, (await kajabi.Contacts.ListContactsAsync()).Data.Count, sandbox.Requests.Count);
                    })
                )
        );

        Assert.Equal([(results[0].Id, 1, 3)], results.Distinct());
    }

    [Fact]
    public async Task A_reset_cancels_pending_deliveries()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(
            new KajabiSandboxOptions { TimeProvider = new SandboxClock(s_start) }
        );
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        await Subscription.CreateAsync(kajabi, "tag_added", host.Address);
        sandbox.Faults.AddForDeliveries(SandboxDeliveryFault.Delay(TimeSpan.FromHours(1)));
        await Subscription.TagAsync(kajabi, "2148433001");

        sandbox.Reset();
        sandbox.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Empty(await sandbox.WaitForDeliveriesAsync());
        Assert.Equal(0, host.Inbox.Count);
    }

    private static async Task<(string Id, DateTimeOffset? Time)> CreateAsync(KajabiClient kajabi, string siteId = "1")
    {
        Contact created = (
            await kajabi.Contacts.CreateContactAsync(new ContactAttributes { Email = "new@example.com" }, siteId: siteId)
        ).Data;
        return (created.Id, created.Attributes.CreatedAt);
    }
}
