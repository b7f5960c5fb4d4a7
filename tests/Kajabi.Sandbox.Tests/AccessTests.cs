namespace Kajabi.Sandbox.Tests;

/// <summary>Granted offers, purchases and access are consistent, as in the service.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private const string ContactId = "2148433001";

    private KajabiSandbox? _sandbox;
    private KajabiClient? _kajabi;

    private KajabiClient Kajabi => _kajabi!;

    public async Task InitializeAsync()
    {
        _sandbox = await KajabiSandbox.StartAsync();
        _kajabi = SandboxFixture.CreateClient(_sandbox);
    }

    public async Task DisposeAsync()
    {
        Kajabi.Dispose();
        await _sandbox!.DisposeAsync();
    }

    [Fact]
    public async Task A_grant_creates_a_customer_and_a_free_purchase()
    {
        await Kajabi.Contacts.GrantContactOffersAsync(ContactId, ["456"], WelcomeEmail.DoNotSend);

        Customer customer = (await GetCustomerAsync(ContactId))!;
        Purchase purchase = (await ListPurchasesAsync(customer)).Single();
        Assert.Equal(
            ("456", 0L, null),
            (purchase.Relationships.Offer.Identifier?.Id, purchase.Attributes.AmountInCents, purchase.Attributes.DeactivatedAt)
        );
        Assert.Equal(["701", "702"], customer.Relationships.Products.Identifiers!.Select(product => product.Id));
    }

    [Fact]
    public async Task A_revoked_offer_is_removed_from_contact_and_customer_and_its_purchase_is_deactivated()
    {
        await Kajabi.Contacts.GrantContactOffersAsync(ContactId, ["456", "457"], WelcomeEmail.DoNotSend);
        Customer customer = (await GetCustomerAsync(ContactId))!;
        await Kajabi.Customers.RevokeCustomerOffersAsync(customer.Id, ["456"]);

        Assert.Equal("457", (await Kajabi.Contacts.GetContactOffersRelationshipAsync(ContactId)).Data.Single().Id);
        List<Purchase> purchases = await ListPurchasesAsync(customer);
        Assert.NotNull(purchases.Single(purchase => purchase.Relationships.Offer.Identifier?.Id == "456").Attributes.DeactivatedAt);
        Assert.Null(purchases.Single(purchase => purchase.Relationships.Offer.Identifier?.Id == "457").Attributes.DeactivatedAt);
    }

    [Fact]
    public async Task Replacing_offers_with_an_empty_list_revokes_all()
    {
        await Kajabi.Contacts.GrantContactOffersAsync(ContactId, ["456", "457"], WelcomeEmail.DoNotSend);
        await Kajabi.Contacts.ReplaceContactOffersAsync(ContactId, [], EmptyListBehavior.RemoveAll);

        Customer customer = (await GetCustomerAsync(ContactId))!;
        Assert.Empty((await Kajabi.Customers.GetCustomerOffersRelationshipAsync(customer.Id)).Data);
        Assert.All(await ListPurchasesAsync(customer), purchase => Assert.NotNull(purchase.Attributes.DeactivatedAt));
    }

    [Fact]
    public async Task Deactivating_revokes_access_but_not_the_subscription_and_reactivating_restores_it()
    {
        string purchaseId = _sandbox!.SimulateCheckout(ContactId, "2148440010");

        Purchase ended = (await Kajabi.Purchases.DeactivatePurchaseAsync(purchaseId)).Data;
        Assert.Empty((await Kajabi.Contacts.GetContactOffersRelationshipAsync(ContactId)).Data);
        Assert.Equal("active", ended.Attributes.Status);

        await Kajabi.Purchases.ReactivatePurchaseAsync(purchaseId);
        Assert.Equal("2148440010", (await Kajabi.Contacts.GetContactOffersRelationshipAsync(ContactId)).Data.Single().Id);
    }

    [Fact]
    public async Task A_contact_with_a_subscription_cannot_be_deleted_until_it_is_canceled()
    {
        string purchaseId = _sandbox!.SimulateCheckout(ContactId, "2148440010");

        KajabiApiException rejected = await Assert.ThrowsAsync<KajabiApiException>(() => Kajabi.Contacts.DeleteContactAsync(ContactId));
        Assert.Equal(KajabiErrorKind.Validation, rejected.Kind);
        PurchaseDocument canceled = await Kajabi.Purchases.CancelPurchaseSubscriptionAsync(purchaseId);
        RelationshipDocument offers = await Kajabi.Contacts.GetContactOffersRelationshipAsync(ContactId);
        await Kajabi.Contacts.DeleteContactAsync(ContactId);

        Assert.Equal("canceled", canceled.Data.Attributes.Status);
        Assert.NotNull(canceled.Data.Attributes.DeactivatedAt);
        Assert.Empty(offers.Data);

        Assert.Equal(
            KajabiErrorKind.NotFound,
            (await Assert.ThrowsAsync<KajabiApiException>(() => Kajabi.Contacts.GetContactAsync(ContactId))).Kind
        );
    }

    [Fact]
    public async Task A_checkout_creates_an_order_a_payment_and_a_purchase()
    {
        string purchaseId = _sandbox!.SimulateCheckout(ContactId, "456");

        Customer customer = (await GetCustomerAsync(ContactId))!;
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
        Assert.Throws<ArgumentException>(() => _sandbox.SimulateCheckout(ContactId, "unknown"));
        Assert.Throws<ArgumentException>(() => _sandbox.SimulateCheckout("unknown", "456"));
    }

    [Fact]
    public async Task A_checkout_of_several_offers_is_one_order_and_one_payment_with_a_purchase_for_each_offer()
    {
        IReadOnlyList<string> purchaseIds = _sandbox!.SimulateCheckout(ContactId, ["456", "457", "458"]);

        Customer customer = (await GetCustomerAsync(ContactId))!;
        Order order = (
            await Kajabi.Orders.ListOrdersAsync(new ListOrdersQuery { CustomerId = customer.Id, Include = [OrderInclude.OrderItems] })
        ).Data.Single();
        Transaction payment = (
            await Kajabi.Transactions.ListTransactionsAsync(
                new ListTransactionsQuery { CustomerId = customer.Id, Include = [TransactionInclude.Purchases] }
            )
        ).Data.Single();
        Assert.Equal(
            ("234.0", 23400L, 23400L),
            (customer.Attributes.NetRevenue, order.Attributes.TotalPriceInCents, payment.Attributes.AmountInCents)
        );
        Assert.Equal([19900L, 0L, 3500L], order.OrderItems.Select(item => item.Attributes.TotalPriceInCents ?? -1));
        Assert.Equal([purchaseIds[0], purchaseIds[2]], payment.Purchases.Select(purchase => purchase.Id));
        Assert.Equal(RelationshipState.Empty, payment.Relationships["offer"]?.State);
        Assert.Equal(["456", "457", "458"], customer.Relationships.Offers.Identifiers.Select(offer => offer.Id));
    }

    [Theory]
    [InlineData("one offer")]
    [InlineData("once", "456", "456")]
    [InlineData("subscription", "456", "2148440010")]
    [InlineData("unknown", "456", "unknown")]
    public async Task Offers_that_cannot_be_charged_together_are_rejected_and_nothing_is_sold(string message, params string[] offerIds)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => _sandbox!.SimulateCheckout(ContactId, offerIds));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Null(await GetCustomerAsync(ContactId));
    }

    private async Task<Customer?> GetCustomerAsync(string contactId) =>
        (await Kajabi.Contacts.GetContactAsync(contactId, new GetContactQuery { Include = [ContactInclude.Customer] })).Data.Customer;

    private async Task<List<Purchase>> ListPurchasesAsync(Customer customer) =>
        [
            .. (await Kajabi.Purchases.ListPurchasesAsync(new ListPurchasesQuery { PageSize = 100 })).Data.Where(purchase =>
                purchase.Relationships.Customer.Identifier?.Id == customer.Id
            ),
        ];
}
