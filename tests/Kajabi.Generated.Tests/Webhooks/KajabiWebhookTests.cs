using System.Text;

namespace Kajabi.Tests.Webhooks;

public sealed class KajabiWebhookTests
{
    [Fact]
    public async Task A_tag_event_finds_its_tag_by_type_in_any_order()
    {
        const string json = """
            { "id": "d-1", "event": "tag_added", "payload": [
                { "id": "0", "type": "contact_tags", "attributes": { "name": "VIP" } },
                { "id": "0", "type": "contacts", "attributes": { "email": "ada@example.com" } } ] }
            """;
        using MemoryStream body = new(Encoding.UTF8.GetBytes(json));

        TagAddedEvent tagged = Assert.IsType<TagAddedEvent>(await KajabiWebhook.ReadAsync(body));

        Assert.Equal(("VIP", "ada@example.com"), (tagged.Tag?.Attributes.Name, tagged.Contact.Attributes.Email));
        Assert.Equal("tag_added:d-1", tagged.DeduplicationKey);
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
    public void Each_kind_has_its_class_and_what_lacks_its_subject_is_unknown(string kind, string type, Type expected)
    {
        KajabiEvent read = KajabiWebhook.Read($$"""{ "id": "d", "event": "{{kind}}", "payload": [{ "id": "1", "type": "{{type}}" }] }""");

        Assert.IsType(expected, read);
        Assert.Equal(kind, read.Name);
    }

    [Fact]
    public void An_order_event_links_its_customer_and_items()
    {
        OrderCreatedEvent placed = Assert.IsType<OrderCreatedEvent>(KajabiWebhook.Read("""
            { "id": "d", "event": "order_created", "payload": [
                { "id": "1", "type": "orders", "relationships": { "customer": { "data": { "id": "2", "type": "customers" } } } },
                { "id": "9", "type": "customers" }, { "id": "2", "type": "customers" }, { "id": "3", "type": "order_items" } ] }
            """));

        Assert.Equal(("2", "3"), (placed.Customer?.Id, placed.Items.Single().Id));
    }

    [Theory]
    [InlineData("""{ "event": "payment.succeeded", "offer": { "id": 1 }, "member": null }""")]
    [InlineData("""{ "id": 5, "event": "purchase.created", "payload": { "member_email": "a@example.com" } }""")]
    [InlineData("""{ "id": "hash_id", "event": "tag_added", "payload": [] }""")]
    [InlineData("""{ "event": "tag_added", "payload": [5] }""")]
    [InlineData("""{ "event": ["tag_added"] }""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("<html></html>")]
    [InlineData("""{ "event": "tag_added", "payload": [{ "id": """)]
    public void Whatever_else_arrives_is_kept_raw(string json)
    {
        UnknownEvent unknown = Assert.IsType<UnknownEvent>(KajabiWebhook.Read(json));

        Assert.Equal(json, unknown.RawJson);
        Assert.Equal(unknown.DeduplicationKey, KajabiWebhook.Read(json).DeduplicationKey);
    }

    [Fact]
    public async Task What_is_too_large_or_too_deep_is_refused()
    {
        using MemoryStream large = new(new byte[KajabiWebhook.MaxBytes + 1]);

        await Assert.ThrowsAsync<KajabiDocumentException>(() => KajabiWebhook.ReadAsync(large));
        Assert.Throws<KajabiDocumentException>(() => KajabiWebhook.Read("""{ "event": "x", "deep": """ + new string('[', 5000)));
    }
}
