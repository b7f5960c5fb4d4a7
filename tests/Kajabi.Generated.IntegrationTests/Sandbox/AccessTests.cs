using Kajabi.Sandbox;

namespace Kajabi.IntegrationTests.Sandbox;

/// <summary>Grants, purchases and access hang together as in the service.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private const string Stranger = "2148433001";

    private KajabiSandbox? _sandbox;
    private KajabiClient? _kajabi;

    private KajabiClient Kajabi => _kajabi!;

    public async Task InitializeAsync()
    {
        _sandbox = await KajabiSandbox.StartAsync();
        _kajabi = SandboxFixture.ClientOf(_sandbox);
    }

    public async Task DisposeAsync()
    {
        Kajabi.Dispose();
        await _sandbox!.DisposeAsync();
    }

    [Fact]
    public async Task A_grant_makes_a_customer_and_a_purchase_that_costs_nothing()
    {
        await Kajabi.Contacts.GrantContactOffersAsync(Stranger, ["456"], WelcomeEmail.DoNotSend);

        Customer customer = (await CustomerOf(Stranger))!;
        Purchase purchase = (await PurchasesOf(customer)).Single();
        Assert.Equal(
            ("456", 0L, null),
            (purchase.Relationships.Offer.Identifier?.Id, purchase.Attributes.AmountInCents, purchase.Attributes.DeactivatedAt)
        );
        Assert.Equal(["701", "702"], customer.Relationships.Products.Identifiers!.Select(product => product.Id));
    }

    [Fact]
    public async Task What_is_revoked_is_gone_on_both_sides_and_its_purchase_ended()
    {
        await Kajabi.Contacts.GrantContactOffersAsync(Stranger, ["456", "457"], WelcomeEmail.DoNotSend);
        Customer customer = (await CustomerOf(Stranger))!;
        await Kajabi.Customers.RevokeCustomerOffersAsync(customer.Id, ["456"]);

        Assert.Equal("457", (await Kajabi.Contacts.GetContactOffersRelationshipAsync(Stranger)).Data.Single().Id);
        List<Purchase> purchases = await PurchasesOf(customer);
        Assert.NotNull(purchases.Single(purchase => purchase.Relationships.Offer.Identifier?.Id == "456").Attributes.DeactivatedAt);
        Assert.Null(purchases.Single(purchase => purchase.Relationships.Offer.Identifier?.Id == "457").Attributes.DeactivatedAt);
    }

    [Fact]
    public async Task Replacing_with_an_empty_list_takes_everything()
    {
        await Kajabi.Contacts.GrantContactOffersAsync(Stranger, ["456", "457"], WelcomeEmail.DoNotSend);
        await Kajabi.Contacts.ReplaceContactOffersAsync(Stranger, [], EmptyListBehavior.RemoveAll);

        Customer customer = (await CustomerOf(Stranger))!;
        Assert.Empty((await Kajabi.Customers.GetCustomerOffersRelationshipAsync(customer.Id)).Data);
        Assert.All(await PurchasesOf(customer), purchase => Assert.NotNull(purchase.Attributes.DeactivatedAt));
    }

    [Fact]
    public async Task Deactivating_ends_the_access_and_not_the_subscription_and_reactivating_gives_it_back()
    {
        string purchaseId = _sandbox!.SimulateCheckout(Stranger, "2148440010");

        Purchase ended = (await Kajabi.Purchases.DeactivatePurchaseAsync(purchaseId)).Data;
        Assert.Empty((await Kajabi.Contacts.GetContactOffersRelationshipAsync(Stranger)).Data);
        Assert.Equal("active", ended.Attributes.Status);

        await Kajabi.Purchases.ReactivatePurchaseAsync(purchaseId);
        Assert.Equal("2148440010", (await Kajabi.Contacts.GetContactOffersRelationshipAsync(Stranger)).Data.Single().Id);
    }

    [Fact]
    public async Task A_contact_with_a_subscription_stays_until_it_is_cancelled()
    {
        string purchaseId = _sandbox!.SimulateCheckout(Stranger, "2148440010");

        KajabiApiException refused = await Assert.ThrowsAsync<KajabiApiException>(() => Kajabi.Contacts.DeleteContactAsync(Stranger));
        Assert.Equal(KajabiErrorKind.Validation, refused.Kind);
        await Kajabi.Purchases.CancelPurchaseSubscriptionAsync(purchaseId);
        await Kajabi.Contacts.DeleteContactAsync(Stranger);

        Assert.Equal(
            KajabiErrorKind.NotFound,
            (await Assert.ThrowsAsync<KajabiApiException>(() => Kajabi.Contacts.GetContactAsync(Stranger))).Kind
        );
    }

    [Fact]
    public async Task A_checkout_makes_an_order_a_payment_and_a_purchase()
    {
        string purchaseId = _sandbox!.SimulateCheckout(Stranger, "456");

        Customer customer = (await CustomerOf(Stranger))!;
        Order order = (
            await Kajabi.Orders.ListOrdersAsync(new ListOrdersQuery { CustomerId = customer.Id, Include = [OrderInclude.OrderItems] })
        ).Data.Single();
        Transaction payment = (
            await Kajabi.Transactions.ListTransactionsAsync(new ListTransactionsQuery { CustomerId = customer.Id })
        ).Data.Single();
        Assert.Equal(
            ("199.0", 19900L, 19900L),
            (customer.Attributes.NetRevenue, order.Attributes.TotalPriceInCents, payment.Attributes.AmountInCents)
        );
        Assert.Equal("Wheel throwing, full course", order.OrderItems.Single().Attributes.Title);
        Assert.Equal(purchaseId, payment.Relationships.Purchases.Identifiers!.Single().Id);
        Assert.Throws<ArgumentException>(() => _sandbox.SimulateCheckout(Stranger, "nothing"));
        Assert.Throws<ArgumentException>(() => _sandbox.SimulateCheckout("nobody", "456"));
    }

    private async Task<Customer?> CustomerOf(string contactId) =>
        (await Kajabi.Contacts.GetContactAsync(contactId, new GetContactQuery { Include = [ContactInclude.Customer] })).Data.Customer;

    private async Task<List<Purchase>> PurchasesOf(Customer customer) =>
        [
            .. (await Kajabi.Purchases.ListPurchasesAsync(new ListPurchasesQuery { PageSize = 100 })).Data.Where(purchase =>
                purchase.Relationships.Customer.Identifier?.Id == customer.Id
            ),
        ];
}
