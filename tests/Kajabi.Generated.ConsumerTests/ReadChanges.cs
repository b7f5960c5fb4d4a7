namespace Acme;

/// <summary>A job that saves what is new since its last run.</summary>
public sealed class ReadChanges : Example
{
    [Fact]
    public async Task Changed_purchases_are_read_since_a_watermark()
    {
        KajabiClient kajabi = Client;
        Dictionary<string, Purchase> saved = [];
        DateTimeOffset? since = null;

        #region changes
        ChangeSequence<Purchase> changes = kajabi.Purchases.ListChangedPurchasesAsync(since);
        await foreach (Purchase purchase in changes)
        {
            saved[purchase.Id] = purchase; // By id, because purchases around the watermark are returned again.
        }

        since = changes.Watermark; // Store it for the next time.
        #endregion

        Assert.Equal(["1021", "1022"], saved.Keys.Order());
        Assert.Equal(saved.Values.Max(purchase => purchase.Attributes.UpdatedAt), since);

        await foreach (Purchase purchase in kajabi.Purchases.ListChangedPurchasesAsync(since))
        {
            Assert.True(saved.ContainsKey(purchase.Id));
        }

        Assert.Equal(
            ["GET /v1/purchases?sort=updated_at", "GET /v1/purchases?sort=updated_at&filter[updated_at_gte]=2026-01-31T23:55:00.750Z"],
            Requests
        );
    }
}
