using System.Text;

namespace Kajabi.Tests.Webhooks;

public sealed class WebhookParserTests
{
    [Fact]
    public async Task The_tag_of_a_tag_event_is_found_by_type_in_any_order()
    {
        const string json = """
            { "id": "d-1", "event": "tag_added", "payload": [
                { "id": "0", "type": "contact_tags", "attributes": { "name": "VIP" } },
                { "id": "0", "type": "contacts", "attributes": { "email": "ada@example.com" } } ] }
            """;
        using MemoryStream body = new(Encoding.UTF8.GetBytes(json));

        TagAddedEvent tagged = Assert.IsType<TagAddedEvent>(await WebhookParser.ParseAsync(body));

        Assert.Equal(("VIP", "ada@example.com"), (tagged.Tag?.Attributes.Name, tagged.Contact.Attributes.Email));
        Assert.DoesNotContain("ada@", tagged.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tag_removed", "contacts", typeof(TagRemovedEvent))]
    [InlineData("form_submission", "form_submissions", typeof(FormSubmissionEvent))]
    [InlineData("purchase", "purchases", typeof(PurchaseEvent))]
    [InlineData("payment_succeeded", "transactions", typeof(PaymentSucceededEvent))]
    [InlineData("order_created", "orders", typeof(OrderCreatedEvent))]
    [InlineData("purchase", "contacts", typeof(UnknownEvent))]
    [InlineData("refund", "purchases", typeof(UnknownEvent))]
    public void Each_event_type_has_its_class_and_an_event_without_its_main_resource_is_unknown(string kind, string type, Type expected)
    {
        WebhookEvent read = WebhookParser.Parse($$"""{ "id": "d", "event": "{{kind}}", "payload": [{ "id": "1", "type": "{{type}}" }] }""");

        Assert.IsType(expected, read);
        Assert.Equal(kind, read.Name);
        Assert.Equal(read is UnknownEvent ? "unknown event" : kind, read.ToString());
    }

    [Fact]
    public void An_order_event_has_its_customer_items_and_payments()
    {
        OrderCreatedEvent placed = Assert.IsType<OrderCreatedEvent>(
            WebhookParser.Parse(
                """
                { "id": "d", "event": "order_created", "payload": [
                    { "id": "6", "type": "transactions" }, { "id": "7", "type": "transactions" }, { "id": "5", "type": "offers" },
                    { "id": "1", "type": "orders", "relationships": {
                        "customer": { "data": { "id": "2", "type": "customers" } },
                        "payment_transactions": { "data": [{ "id": "7", "type": "transactions" }] } } },
                    { "id": "9", "type": "customers" }, { "id": "2", "type": "customers" }, { "id": "3", "type": "order_items" } ] }
                """
            )
        );

        Assert.Equal(("2", "3"), (placed.Customer?.Id, placed.Items.Single().Id));
        Assert.Equal(("7", "5"), (placed.Payments.Single().Id, placed.Offers.Single().Id));
    }

    [Fact]
    public void A_linked_customer_that_is_missing_is_not_replaced_by_another_customer()
    {
        PaymentSucceededEvent paid = Assert.IsType<PaymentSucceededEvent>(
            WebhookParser.Parse(
                """
                { "event": "payment_succeeded", "payload": [
                    { "id": "7", "type": "customers" },
                    { "id": "1", "type": "transactions",
                      "relationships": { "customer": { "data": { "id": "8", "type": "customers" } } } } ] }
                """
            )
        );

        Assert.Null(paid.Customer);
        Assert.Equal("7", paid.Delivery!.Payload.OfType<Customer>().Single().Id);
    }

    [Theory]
    [InlineData("""{ "type": "customers", "id": "2" }""", "2")]
    [InlineData("""{ "type": "customers", "id": "2" }, { "type": "customers", "id": "3" }""", null)]
    [InlineData("""{ "type": "offers", "id": "2" }""", null)]
    public void Without_linkage_only_a_single_resource_of_the_type_is_used(string others, string? expected)
    {
        PurchaseEvent bought = Assert.IsType<PurchaseEvent>(
            WebhookParser.Parse(
                $$"""
                { "event": "purchase", "payload": [{{others}}, { "id": "1", "type": "purchases" }] }
                """
            )
        );

        Assert.Equal(expected, bought.Customer?.Id);
    }

    [Fact]
    public void The_offers_of_a_purchase_are_its_linked_offers()
    {
        PurchaseEvent bought = Assert.IsType<PurchaseEvent>(
            WebhookParser.Parse(
                """
                { "event": "purchase", "payload": [
                    { "id": "1", "type": "purchases", "relationships": { "offer": { "data": { "id": "5", "type": "offers" } } } },
                    { "id": "4", "type": "offers" }, { "id": "5", "type": "offers" } ] }
                """
            )
        );

        Assert.Equal("5", bought.Offers.Single().Id);
    }

    [Fact]
    public void Duplicate_deliveries_have_the_same_key_and_other_events_of_the_same_contact_do_not()
    {
        static string Tagged(string tag) =>
            $$"""
                { "id": "123", "event": "tag_added",
                  "payload": [{ "id": "123", "type": "contacts" }, { "id": "{{tag}}", "type": "contact_tags" }] }
                """;

        Assert.Equal(WebhookParser.Parse(Tagged("789")).DeduplicationKey, WebhookParser.Parse(Tagged("789")).DeduplicationKey);
        Assert.NotEqual(WebhookParser.Parse(Tagged("789")).DeduplicationKey, WebhookParser.Parse(Tagged("790")).DeduplicationKey);
    }

    [Fact]
    public async Task A_delivery_over_the_size_limit_is_rejected()
    {
        using MemoryStream large = new(new byte[10 * 1024 * 1024]);

        await Assert.ThrowsAsync<KajabiSerializationException>(() => WebhookParser.ParseAsync(large));
        Assert.InRange(large.Position, WebhookParser.DefaultMaxBytes, WebhookParser.DefaultMaxBytes + (16 * 1024));
        Assert.Throws<KajabiSerializationException>(() => WebhookParser.Parse("[\"ü\"]", maxBytes: 5));
        Assert.IsType<UnknownEvent>(WebhookParser.Parse("[\"ü\"]", maxBytes: 6));
    }

    [Theory]
    [InlineData("""{ "event": "x", "deep": """)]
    [InlineData("""{ "event": "tag_added", "payload": [{ "type": "contacts", "id": "1", "attributes": { "custom_1": """)]
    [InlineData("""{ "event": "tag_added", "payload": [{ "id": "1", "attributes": { "custom_1": """)]
    [InlineData("")]
    [InlineData("[5, ")]
    public void Deep_nesting_is_rejected_anywhere_in_the_body(string start)
    {
        Assert.Throws<KajabiSerializationException>(() => WebhookParser.Parse(start + new string('[', 100_000)));
    }
}
