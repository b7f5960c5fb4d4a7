namespace Kajabi.Sandbox.Tests;

/// <summary>The targets of webhook deliveries: which ones the sandbox sends to, and what a delivery records of them.</summary>
public sealed class WebhookTargetTests
{
    [Theory]
    [InlineData("https://hooks.example.com/kajabi")]
    [InlineData("http://192.0.2.1:9/kajabi")]
    [InlineData("http://127.0.0.1.example.com/kajabi")]
    [InlineData("http://localhost.example.com/kajabi")]
    [InlineData("http://user@[2001:db8::1]:9/kajabi")]
    public async Task No_request_is_sent_to_another_machine(string address)
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        await Subscription.CreateAndTagAsync(sandbox, new Uri(address));

        SandboxDelivery delivery = (await sandbox.WaitForDeliveriesAsync()).Single();

        Assert.Empty(delivery.ResponseStatusCodes);
        string host = new Uri(address).DnsSafeHost;
        Assert.Equal(
            $"The host {host} is not this machine, so nothing is sent to it. kajabi sandbox --webhook-host {host} allows it, and in .NET "
                + "KajabiSandboxOptions.WebhookHosts.",
            delivery.Problem
        );
        Assert.IsType<TagAddedEvent>(WebhookParser.Parse(delivery.Body));
    }

    [Fact]
    public async Task A_delivery_is_sent_to_a_host_of_the_options()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(
            new KajabiSandboxOptions { WebhookHosts = { "Hooks.Invalid" }, MaxDeliveryAttempts = 1 }
        );

        // No such host exists, so that the attempt has no response. For another host, there is no attempt.
        await Subscription.CreateAndTagAsync(sandbox, new Uri("http://hooks.invalid/kajabi"));

        SandboxDelivery delivery = (await sandbox.WaitForDeliveriesAsync()).Single();
        Assert.Equal([0], delivery.ResponseStatusCodes);
        Assert.StartsWith("There was no response: ", delivery.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delivery_has_its_time_and_its_target_without_secrets()
    {
        SandboxClock clock = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { TimeProvider = clock });
        await Subscription.CreateAndTagAsync(sandbox, new Uri("https://user:s3cret@hooks.example.com:8443/kajabi?secret=s3cret#s3cret"));

        SandboxDelivery delivery = (await sandbox.WaitForDeliveriesAsync()).Single();

        Assert.Equal((clock.GetUtcNow(), "https://hooks.example.com:8443/(redacted)"), (delivery.Time, delivery.TargetUrl));
        Assert.StartsWith(
            "tag_added to https://hooks.example.com:8443/(redacted): The host hooks.example.com is not",
            delivery.ToString(),
            StringComparison.Ordinal
        );
    }
}
