namespace Kajabi.Sandbox.Tests.Data;

/// <summary>A checkout with loaded data either succeeds, or fails before anything is stored.</summary>
public sealed class LoadedSaleTests : EmptySandboxTestBase
{
    private const string Attributes = """ "title":null,"currency":null,"payment_type":null """;

    [Theory]
    [InlineData("\"price_in_cents\":null", "\"net_revenue\":\"unknown\"", 0)]
    [InlineData("\"price_in_cents\":3000000000", "\"net_revenue\":12.5", 2)]
    [InlineData("\"price_in_cents\":1000000000000000", "\"net_revenue\":null", 2)]
    [InlineData("\"price_in_cents\":500", "\"net_revenue\":\"79228162514264337593543950335\"", 2)]
    public async Task A_checkout_accepts_what_can_be_loaded(string price, string revenue, int payments)
    {
        Data.AddSite("Studio");
        Load(price, revenue);

        IReadOnlyList<string> purchases = Sandbox.SimulateCheckout("10", ["40", "41"]);
        SandboxPurchase added = Data.AddPurchase(new SandboxContact("10"), new SandboxOffer("42"));

        Assert.Equal(2, purchases.Count);
        Assert.Equal(payments, (await Kajabi.Transactions.ListTransactionsAsync()).Data.Count);
        Assert.NotNull((await Kajabi.Purchases.GetPurchaseAsync(added.Id)).Data.Attributes.CreatedAt);
    }

    [Fact]
    public async Task A_webhook_without_a_target_does_not_stop_a_checkout()
    {
        Data.AddSite("Studio");
        Load("\"price_in_cents\":500", "\"net_revenue\":null");
        Data.Load(
            """{"id":"5","type":"hooks","attributes":{"event":"order_created"}}"""
                + "\n"
                + """{"id":"6","type":"hooks","attributes":{"event":"purchase","target_url":null}}"""
        );

        Sandbox.SimulateCheckout("10", ["40"]);

        IReadOnlyList<SandboxDelivery> deliveries = await Sandbox.WaitForDeliveriesAsync();
        Assert.Equal(["order_created", "purchase"], deliveries.Select(static delivery => delivery.Event));
        Assert.All(
            deliveries,
            static delivery =>
                Assert.Equal(
                    (null, "The webhook has no absolute http or https URL.", 0),
                    (delivery.TargetUrl, delivery.Problem, delivery.ResponseStatusCodes.Count)
                )
        );
        Assert.Single((await Kajabi.Orders.ListOrdersAsync()).Data);
    }

    private void Load(string price, string revenue) =>
        Data.Load(
            $$$$"""
            {"id":"10","type":"contacts","attributes":{"email":null},"relationships":{"customer":{"type":"customers","id":"20"}}}
            {"id":"20","type":"customers","attributes":{{{{{revenue}}}}}}
            {"id":"40","type":"offers","attributes":{{{{{Attributes}}}},{{{{price}}}}}}
            {"id":"41","type":"offers","attributes":{{{{{Attributes}}}},{{{{price}}}}}}
            {"id":"42","type":"offers","attributes":{{{{{Attributes}}}},{{{{price}}}}}}
            """
        );
}
