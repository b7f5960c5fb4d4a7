namespace Acme;

/// <summary>Access and subscription are independent: deactivating a purchase does not stop the payments.</summary>
public sealed class CancelSubscription : Example
{
    [Fact]
    public async Task A_subscription_is_canceled_and_the_access_is_revoked()
    {
        KajabiClient kajabi = Client;

        #region cancel
        await kajabi.Purchases.CancelPurchaseSubscriptionAsync("1022"); // no further payments
        PurchaseDocument deactivated = await kajabi.Purchases.DeactivatePurchaseAsync("1022"); // no further access
        #endregion

        Assert.NotNull(deactivated.Data.Attributes.DeactivatedAt);
        Assert.Null((await kajabi.Purchases.ReactivatePurchaseAsync("1022")).Data.Attributes.DeactivatedAt);
    }
}
