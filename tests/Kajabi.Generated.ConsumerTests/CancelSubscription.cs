namespace Acme;

/// <summary>Canceling a subscription ends the payments and the access; deactivating a purchase ends the access only.</summary>
public sealed class CancelSubscription : Example
{
    [Fact]
    public async Task A_subscription_is_canceled_with_its_access()
    {
        KajabiClient kajabi = Client;

        #region cancel
        PurchaseDocument canceled = await kajabi.Purchases.CancelPurchaseSubscriptionAsync("1022"); // no further payments and no access
        PurchaseDocument ended = await kajabi.Purchases.DeactivatePurchaseAsync("1021"); // no access; a subscription would continue
        #endregion

        Assert.NotNull(canceled.Data.Attributes.DeactivatedAt);
        Assert.NotNull(ended.Data.Attributes.DeactivatedAt);
        Assert.Null((await kajabi.Purchases.ReactivatePurchaseAsync("1021")).Data.Attributes.DeactivatedAt);
    }
}
