namespace Kajabi;

/// <content>Reading what a payment paid for.</content>
public static partial class TransactionsApiExtensions
{
    /// <summary>
    /// Returns the purchases and offers of a payment, which are several if one charge covers several offers (a bundled payment).
    /// </summary>
    /// <remarks>
    /// Sends no request if the transaction contains its purchases with the ids of their offers, as after a request with
    /// <c>include=purchases</c>; otherwise one, <c>GET /v1/transactions/{id}?include=purchases</c>. An empty list of purchases is also
    /// requested, because a delivery can leave them out.
    /// </remarks>
    /// <param name="api">The operations of the area Transactions.</param>
    /// <param name="transaction">The payment, for example of a <see cref="PaymentSucceededEvent"/>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The purchases and the ids of their offers.</returns>
    /// <exception cref="RelationshipNotLoadedException">The response does not contain all purchases of the payment.</exception>
    /// <exception cref="KajabiApiException">The API returned an error, could not be reached, or sent an unexpected response.</exception>
    /// <example>
    /// <code>
    /// PaymentContents contents = await kajabi.Transactions.GetPaymentContentsAsync(paid.Transaction);
    /// foreach (string offerId in contents.OfferIds)
    /// {
    ///     Console.WriteLine(offerId);
    /// }
    /// </code>
    /// </example>
    public static Task<PaymentContents> GetPaymentContentsAsync(
        this ITransactionsApi api,
        Transaction transaction,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(transaction);
        return PaymentReader.HasContents(transaction)
            ? Task.FromResult(PaymentReader.Read(transaction))
            : api.GetPaymentContentsByIdAsync(transaction.Id, cancellationToken);
    }

    /// <summary>Returns the purchases and offers of a payment by its id, with one request.</summary>
    /// <param name="api">The operations of the area Transactions.</param>
    /// <param name="transactionId">The id of the transaction.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The purchases and the ids of their offers.</returns>
    /// <exception cref="RelationshipNotLoadedException">The response does not contain all purchases of the payment.</exception>
    /// <exception cref="KajabiApiException">The API returned an error, could not be reached, or sent an unexpected response.</exception>
    /// <example>
    /// <code>
    /// PaymentContents contents = await kajabi.Transactions.GetPaymentContentsByIdAsync("1031");
    /// </code>
    /// </example>
    public static async Task<PaymentContents> GetPaymentContentsByIdAsync(
        this ITransactionsApi api,
        string transactionId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentException.ThrowIfNullOrWhiteSpace(transactionId);
        GetTransactionQuery query = new() { Include = [TransactionInclude.Purchases] };
        TransactionDocument document = await api.GetTransactionAsync(transactionId, query, cancellationToken).ConfigureAwait(false);
        return PaymentReader.Read(document.Data);
    }
}
