namespace Kajabi.Sandbox.Tests.LikeTheService;

/// <summary>Whether a granted offer is a purchase for webhooks.</summary>
public sealed class GrantEventTests
{
    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task A_grant_fires_no_purchase_unless_the_option_asks_for_it(bool isEnabled, int purchases)
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GrantsFireWebhooks = isEnabled });
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        await Subscription.CreateAsync(kajabi, "purchase", Subscription.Elsewhere);

        await kajabi.Contacts.GrantContactOffersAsync("2148433001", ["457"], WelcomeEmail.DoNotSend);
        sandbox.SimulateCheckout("2148433001", "456");

        IReadOnlyList<SandboxDelivery> deliveries = await sandbox.WaitForDeliveriesAsync();
        // The seeded webhook of this event gets the same deliveries.
        Assert.Equal(purchases * 2, deliveries.Count(static delivery => delivery.Event == "purchase"));
    }
}
