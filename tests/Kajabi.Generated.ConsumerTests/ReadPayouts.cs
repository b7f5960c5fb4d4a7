namespace Acme;

/// <summary>Payouts need a site: a query without SiteId does not compile.</summary>
public sealed class ReadPayouts : Example
{
    [Fact]
    public async Task Payouts_of_a_site_are_summed()
    {
        KajabiClient kajabi = Client;
        decimal paid = 0;

        #region payouts
        ListKajabiPaymentsPayoutsQuery query = new()
        {
            SiteId = "1",
            Status = PayoutStatus.Paid,
            StartDate = new DateOnly(2026, 1, 1),
        };
        await foreach (KajabiPaymentsPayout payout in kajabi.KajabiPaymentsPayouts.ListAllKajabiPaymentsPayoutsAsync(query))
        {
            paid += payout.Attributes.Amount ?? 0; // In currency units here, in cents everywhere else.
        }
        #endregion

        Assert.True(paid > 0);
    }
}
