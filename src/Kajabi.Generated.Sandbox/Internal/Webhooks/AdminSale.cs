using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Webhooks;

/// <summary>A sale as the webhooks of the admin pages describe it.</summary>
/// <param name="TransactionId">The id of the payment.</param>
/// <param name="MemberId">The id of the buyer.</param>
/// <param name="MemberName">The name of the buyer.</param>
/// <param name="MemberEmail">The e-mail address of the buyer.</param>
/// <param name="Offers">The offers; several in one charge.</param>
/// <param name="CreatedAt">The time of the payment.</param>
internal sealed record AdminSale(
    string TransactionId,
    string MemberId,
    string? MemberName,
    string? MemberEmail,
    IReadOnlyList<AdminSaleOffer> Offers,
    DateTimeOffset CreatedAt
)
{
    private static readonly AdminSaleOffer[] s_sampleOffers =
    [
        new("456", "Wheel throwing, full course", 19900, "USD", IsSubscription: false),
        new("458", "Trimming tools, set of five", 3500, "USD", IsSubscription: false),
    ];

    /// <summary>What the test button sends.</summary>
    public static AdminSale Test { get; } =
        new(
            "1",
            "0",
            "Sample Buyer",
            "sample.buyer@example.com",
            [new AdminSaleOffer("0", "Sample offer", 1250, "USD", IsSubscription: true)],
            new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero)
        );

    public long Cents => Offers.Sum(static offer => offer.Cents);

    public string Currency => Offers[0].Currency;

    /// <summary>Creates a sale to the customer <c>321</c> of the sample data.</summary>
    public static AdminSale CreateSample(string transactionId, int offerCount) =>
        new(
            transactionId,
            "321",
            "Johanna Brandt",
            "johanna@example.com",
            [.. s_sampleOffers.Take(offerCount)],
            new DateTimeOffset(2026, 1, 5, 12, 0, 0, 285, TimeSpan.Zero)
        );

    /// <param name="payment">The transaction.</param>
    /// <param name="customer">The buyer.</param>
    /// <param name="offers">The offers that were charged.</param>
    /// <param name="time">The time of the payment.</param>
    public static AdminSale Create(
        SandboxResource payment,
        SandboxResource customer,
        IEnumerable<SandboxResource> offers,
        DateTimeOffset time
    ) => new(payment.Id, customer.Id, customer.GetText("name"), customer.GetText("email"), [.. offers.Select(AdminSaleOffer.Create)], time);
}
