namespace Acme;

/// <summary>Money is in cents of the currency beside it.</summary>
public sealed class ReadWhatWasSold : Story
{
    [Fact]
    public async Task Transactions_are_added_up_with_who_paid_them()
    {
        KajabiClient kajabi = Client;
        List<string> lines = [];

        #region transactions
        ListTransactionsQuery query = new() { SiteId = "1", Include = [TransactionInclude.Customer] };
        await foreach (Transaction transaction in kajabi.Transactions.ListAllTransactionsAsync(query))
        {
            lines.Add($"{transaction.Customer?.Attributes.Name}: {transaction.Attributes.AmountInCents} {transaction.Attributes.Currency}");
        }
        #endregion

        Assert.Contains("Johanna Brandt: 21293 USD", lines);
    }
}
