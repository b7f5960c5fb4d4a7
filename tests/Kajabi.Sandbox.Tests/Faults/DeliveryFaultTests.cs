using Microsoft.Extensions.Time.Testing;

namespace Kajabi.Sandbox.Tests.Faults;

/// <summary>Duplicate, delayed and dropped webhook deliveries.</summary>
public sealed class DeliveryFaultTests : IAsyncLifetime
{
    private const string First = "2148433001";
    private const string Second = "2148433002";

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch);
    private KajabiSandbox? _sandbox;
    private KajabiClient? _kajabi;
    private WebhookHost? _host;

    private KajabiSandbox Sandbox => _sandbox!;

    public async Task InitializeAsync()
    {
        _host = await WebhookHost.StartAsync();
        _sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { TimeProvider = _time });
        _kajabi = SandboxFixture.CreateClient(_sandbox);
        await Subscription.CreateAsync(_kajabi, "tag_added", _host.Address);
    }

    public async Task DisposeAsync()
    {
        _kajabi!.Dispose();
        await _sandbox!.DisposeAsync();
        await _host!.DisposeAsync();
    }

    [Fact]
    public async Task A_duplicate_delivery_has_the_same_body_and_the_endpoint_handles_it_once()
    {
        Sandbox.Faults.AddForDeliveries(SandboxDeliveryFault.Duplicate(), eventName: "tag_added");

        await TagAsync(First);
        IReadOnlyList<SandboxDelivery> deliveries = await Sandbox.WaitForDeliveriesAsync();

        Assert.Equal(2, deliveries.Count);
        Assert.Equal(deliveries[0].Body, deliveries[1].Body);
        Assert.All(deliveries, static delivery => Assert.Equal([200], delivery.ResponseStatusCodes));
        Assert.Equal(1, _host!.Inbox.Count);
        Assert.Empty(Sandbox.Faults.DeliveryRules);
    }

    [Fact]
    public async Task A_dropped_delivery_is_not_sent()
    {
        SandboxDeliveryFaultRule rule = Sandbox.Faults.AddForDeliveries(SandboxDeliveryFault.Drop());

        await TagAsync(First);
        await TagAsync(Second);
        IReadOnlyList<SandboxDelivery> deliveries = await Sandbox.WaitForDeliveriesAsync();

        Assert.Equal([0, 1], deliveries.Select(static delivery => delivery.ResponseStatusCodes.Count));
        Assert.Equal(["A fault dropped the delivery.", null], deliveries.Select(static delivery => delivery.Problem));
        Assert.Equal([rule.Fault, null], deliveries.Select(static delivery => delivery.Fault));
        Assert.Equal((Second, 0), ((await ReceiveAsync()).Contact?.Id, rule.RemainingCount));
        Assert.Equal(1, _host!.Inbox.Count);
    }

    [Fact]
    public async Task A_delayed_delivery_arrives_after_a_later_one()
    {
        Sandbox.Faults.AddForDeliveries(SandboxDeliveryFault.Delay(TimeSpan.FromMinutes(1)), eventName: "tag_added");

        await TagAsync(First);
        await TagAsync(Second);
        Assert.Equal(Second, (await ReceiveAsync()).Contact?.Id);
        Task<IReadOnlyList<SandboxDelivery>> delivered = Sandbox.WaitForDeliveriesAsync();
        Assert.False(delivered.IsCompleted);
        while (!delivered.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        Assert.Equal(First, (await ReceiveAsync()).Contact?.Id);
    }

    [Fact]
    public async Task A_fault_of_another_event_does_not_apply()
    {
        SandboxDeliveryFaultRule rule = Sandbox.Faults.AddForDeliveries(SandboxDeliveryFault.Drop(), times: 3, eventName: "purchase");

        await TagAsync(First);

        Assert.Equal([200], Assert.Single(await Sandbox.WaitForDeliveriesAsync()).ResponseStatusCodes);
        Assert.Equal("purchase: drop, 3 left", rule.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => Sandbox.Faults.AddForDeliveries(SandboxDeliveryFault.Drop(), times: 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => SandboxDeliveryFault.Delay(TimeSpan.Zero));
    }

    [Fact]
    public async Task A_delivery_that_is_never_sent_uses_up_no_fault()
    {
        SandboxDeliveryFaultRule rule = Sandbox.Faults.AddForDeliveries(SandboxDeliveryFault.Duplicate());
        await Subscription.CreateAsync(_kajabi!, "tag_removed", Subscription.Elsewhere);

        await _kajabi!.Contacts.RemoveContactTagsAsync("123", ["789"]);
        SandboxDelivery skipped = Assert.Single(await Sandbox.WaitForDeliveriesAsync());
        int remaining = rule.RemainingCount;
        await TagAsync(First);

        Assert.Equal((null, 1, 0), (skipped.Fault, remaining, rule.RemainingCount));
        Assert.StartsWith("The host hooks.example.com is not this machine", skipped.Problem, StringComparison.Ordinal);
        Assert.Equal(3, (await Sandbox.WaitForDeliveriesAsync()).Count);
    }

    [Theory]
    [InlineData("purchases", "Did you mean purchase?")]
    [InlineData("purchase_created", "Did you mean purchase.created?")]
    [InlineData("zzz", "order.created")]
    public void A_fault_of_an_event_that_does_not_exist_is_rejected(string eventName, string message)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() =>
            Sandbox.Faults.AddForDeliveries(SandboxDeliveryFault.Drop(), eventName: eventName)
        );

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(Sandbox.Faults.DeliveryRules);
    }

    private async Task<TagAddedEvent> ReceiveAsync() => (TagAddedEvent)await _host!.Inbox.NextAsync();

    private Task TagAsync(string contactId) => Subscription.TagAsync(_kajabi!, contactId);
}
