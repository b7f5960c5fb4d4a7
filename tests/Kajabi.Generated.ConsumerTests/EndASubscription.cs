namespace Acme;

/// <summary>Access and subscription are two things: deactivating a purchase does not stop the payments.</summary>
public sealed class EndASubscription : Story
{
    [Fact]
    public async Task A_subscription_is_cancelled_and_the_access_ended()
    {
        KajabiClient kajabi = Client;

        #region cancel
        await kajabi.Purchases.CancelPurchaseSubscriptionAsync("1022"); // no further payments
        PurchaseDocument ended = await kajabi.Purchases.DeactivatePurchaseAsync("1022"); // no further access
        #endregion

        Assert.NotNull(ended.Data.Attributes.DeactivatedAt);
        Assert.Null((await kajabi.Purchases.ReactivatePurchaseAsync("1022")).Data.Attributes.DeactivatedAt);
    }
}
