using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Areas;

/// <summary>What a payment paid for, with a request only if the transaction does not contain it.</summary>
public sealed class PaymentContentsTests
{
    private const string Purchases = """
        { "type": "purchases", "id": "5", "relationships": { "offer": { "data": { "type": "offers", "id": "51" } } } },
        { "type": "purchases", "id": "6", "relationships": { "offers": { "data": [{ "type": "offers", "id": "61" }] } } },
        { "type": "purchases", "id": "7", "relationships": { "offer": { "data": { "type": "offers", "id": "51" } } } }
        """;

    private const string Linkage = """
        { "type": "purchases", "id": "5" }, { "type": "purchases", "id": "6" }, { "type": "purchases", "id": "7" }
        """;

    [Fact]
    public async Task A_payment_that_contains_its_purchases_needs_no_request()
    {
        using TestKajabi kajabi = new();

        PaymentContents contents = await kajabi.Client.Transactions.GetPaymentContentsAsync(Read(Document(Linkage, Purchases)));

        Assert.Equal(["5", "6", "7"], contents.Purchases.Select(purchase => purchase.Id));
        Assert.Equal(["51", "61"], contents.OfferIds);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{ "type": "offers", "id": "52" }""", "52")]
    public async Task A_payment_without_purchases_is_for_its_own_offer(string offer, params string[] expected)
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        MockedRequest request = kajabi
            .Network.When(HttpMethod.Get, "https://api.kajabi.com/v1/transactions/9")
            .Respond(TestKajabi.MediaType, Document("", "", offer));

        PaymentContents contents = await kajabi.Client.Transactions.GetPaymentContentsAsync(Read(Document("", "", offer)));

        Assert.Equal(1, kajabi.Network.GetMatchCount(request));
        Assert.Empty(contents.Purchases);
        Assert.Equal(expected, contents.OfferIds);
    }

    [Fact]
    public async Task The_own_offer_of_a_payment_is_only_used_if_no_purchase_names_one()
    {
        using TestKajabi kajabi = new();
        const string own = """{ "type": "offers", "id": "52" }""";
        const string unnamed = """{ "type": "purchases", "id": "5" }""";
        kajabi.RespondWithToken();
        kajabi
            .Network.When(HttpMethod.Get, "https://api.kajabi.com/v1/transactions/9")
            .Respond(TestKajabi.MediaType, Document(unnamed, unnamed, own));

        PaymentContents named = await kajabi.Client.Transactions.GetPaymentContentsAsync(Read(Document(Linkage, Purchases, own)));
        PaymentContents fallback = await kajabi.Client.Transactions.GetPaymentContentsByIdAsync("9");

        Assert.Equal(["51", "61"], named.OfferIds);
        Assert.Equal(["52"], fallback.OfferIds);
        Assert.Equal("5", fallback.Purchases.Single().Id);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(Linkage, "")]
    [InlineData(Linkage, """{ "type": "purchases", "id": "5" }""")]
    [InlineData("""{ "type": "purchases", "id": "5" }""", """{ "type": "purchases", "id": "5" }""")]
    [InlineData(null, "")]
    public async Task Missing_purchases_and_offers_are_requested_once(string? linkage, string included)
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        MockedRequest request = kajabi
            .Network.When(HttpMethod.Get, "https://api.kajabi.com/v1/transactions/9")
            .WithExactQueryString("include=purchases")
            .Respond(TestKajabi.MediaType, Document(Linkage, Purchases));

        PaymentContents contents = await kajabi.Client.Transactions.GetPaymentContentsAsync(Read(Document(linkage, included)));

        Assert.Equal(1, kajabi.Network.GetMatchCount(request));
        Assert.Equal(["51", "61"], contents.OfferIds);
        Assert.Equal(3, contents.Purchases.Count);
    }

    [Fact]
    public async Task A_response_without_the_purchases_is_an_error_and_not_a_payment_for_nothing()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi
            .Network.When(HttpMethod.Get, "https://api.kajabi.com/v1/transactions/9")
            .Respond(TestKajabi.MediaType, Document(Linkage, """{ "type": "purchases", "id": "5" }"""));

        RelationshipNotLoadedException exception = await Assert.ThrowsAsync<RelationshipNotLoadedException>(() =>
            kajabi.Client.Transactions.GetPaymentContentsByIdAsync("9")
        );

        Assert.Contains("purchases", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_purchase_without_an_offer_is_returned()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi
            .Network.When(HttpMethod.Get, "https://api.kajabi.com/v1/transactions/9")
            .Respond(TestKajabi.MediaType, Document("""{ "type": "purchases", "id": "5" }""", """{ "type": "purchases", "id": "5" }"""));

        PaymentContents contents = await kajabi.Client.Transactions.GetPaymentContentsByIdAsync("9");

        Assert.Equal("5", contents.Purchases.Single().Id);
        Assert.Empty(contents.OfferIds);
    }

    [Fact]
    public async Task Arguments_are_required()
    {
        using TestKajabi kajabi = new();

        await Assert.ThrowsAsync<ArgumentNullException>(() => kajabi.Client.Transactions.GetPaymentContentsAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => TransactionsApiExtensions.GetPaymentContentsAsync(null!, new Transaction()));
        await Assert.ThrowsAsync<ArgumentNullException>(() => TransactionsApiExtensions.GetPaymentContentsByIdAsync(null!, "9"));
    }

    private static Transaction Read(string json) => JsonApiSerializer.Deserialize<TransactionDocument>(json).Data;

    /// <summary>Creates a document; without linkage if that is null.</summary>
    private static string Document(string? linkage, string included, string offer = "null") =>
        $$"""
            { "data": { "type": "transactions", "id": "9", "relationships": { "offer": { "data": {{offer}} }
                {{(linkage is null ? "" : $$""", "purchases": { "data": [{{linkage}}] }""")}} } },
              "included": [{{included}}] }
            """;
}
