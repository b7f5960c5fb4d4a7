namespace Kajabi.Tests.Webhooks;

/// <summary>A delivery can contain several resources of a type: an event has those that its relationships link.</summary>
public sealed class LinkedResourceTests
{
    [Fact]
    public void The_form_of_a_submission_is_its_linked_form()
    {
        FormSubmissionEvent submitted = Parse<FormSubmissionEvent>("form_submission", "form_submissions", "form", One("forms"), "forms");

        Assert.Equal("2", submitted.Form?.Id);
    }

    [Fact]
    public void The_items_of_an_order_are_its_linked_items()
    {
        OrderCreatedEvent placed = Parse<OrderCreatedEvent>("order_created", "orders", "order_items", Many("order_items"), "order_items");

        Assert.Equal("2", placed.Items.Single().Id);
    }

    [Fact]
    public void The_offer_of_a_payment_is_its_linked_offer()
    {
        PaymentSucceededEvent paid = Parse<PaymentSucceededEvent>("payment_succeeded", "transactions", "offer", One("offers"), "offers");

#pragma warning disable CS0618 // Obsolete because of bundled payments; this is not one.
        Assert.Equal("2", paid.Offer?.Id);
#pragma warning restore CS0618
    }

    [Fact]
    public void The_purchases_of_a_payment_for_several_offers_are_its_linked_purchases()
    {
        PaymentSucceededEvent paid = Parse<PaymentSucceededEvent>(
            "payment_succeeded",
            "transactions",
            "purchases",
            """[{ "id": "7", "type": "purchases" }, { "id": "8", "type": "purchases" }]""",
            "offers"
        );

        Assert.Equal(["7", "8"], paid.PurchaseIds);
    }

    [Fact]
    public void The_customer_of_a_purchase_is_its_linked_customer()
    {
        PurchaseEvent bought = Parse<PurchaseEvent>("purchase", "purchases", "customer", One("customers"), "customers");

        Assert.Equal("2", bought.Customer?.Id);
    }

    [Fact]
    public void A_purchase_can_link_several_offers()
    {
        PurchaseEvent bought = Parse<PurchaseEvent>("purchase", "purchases", "offers", Many("offers"), "offers");

        Assert.Equal("2", bought.Offers.Single().Id);
    }

    private static string One(string type) => $$"""{ "id": "2", "type": "{{type}}" }""";

    private static string Many(string type) => $"[{One(type)}]";

    /// <summary>Parses a delivery with three resources of a type, of which the second is linked.</summary>
    private static TEvent Parse<TEvent>(string name, string mainType, string relationship, string linkage, string type)
        where TEvent : WebhookEvent =>
        Assert.IsType<TEvent>(
            WebhookParser.Parse(
                $$"""
                { "event": "{{name}}", "payload": [
                    { "id": "1", "type": "{{type}}" }, {{One(type)}}, { "id": "3", "type": "{{type}}" },
                    { "id": "9", "type": "{{mainType}}", "relationships": { "{{relationship}}": { "data": {{linkage}} } } } ] }
                """
            )
        );
}
