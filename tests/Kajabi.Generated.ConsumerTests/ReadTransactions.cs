namespace Acme;

/// <summary>Amounts are in cents of the currency of the transaction.</summary>
public sealed class ReadTransactions : Example
{
    [Fact]
    public async Task Transactions_are_listed_with_their_customers()
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
