namespace Kajabi.Tests.Webhooks;

/// <summary>Two webhooks of the admin pages deliver one sale with different texts; their events have the same deduplication key.</summary>
public sealed class AdminEventKeyTests
{
    private const string Sale = """{"id":"a","event":"purchase.created","payload":{"offer_id":1,"member_id":2,"transaction_id":3}}""";

    [Theory]
    [InlineData(Sale, """{"id":"b","event":"purchase.created","payload":{"transaction_id":"3","offer_id":"1","amount_paid":4}}""")]
    [InlineData(
        """{"id":"a","event":"payment.succeeded","offer":{"id":1},"payment_transaction":{"id":3}}""",
        """{"id":"b","event":"payment_succeeded","offer":{"id":"1"},"transaction":{"id":"3"}}"""
    )]
    [InlineData(
        """{"id":5,"event":"purchase.created","offer":{"id":1},"member":{"email":"a"}}""",
        """{"id":"5","event":"purchase.created","offer":{"id":1},"member":{"email":"b"}}"""
    )]
    [InlineData("""{"id":5,"event":"order.created","order":{"id":9}}""", """{"id":6,"event":"order.created","order":{"id":"9"}}""")]
    [InlineData("""{"id":5,"event":"order.created","order_items":[]}""", """{"id":5,"event":"order.created","order_items":[{}]}""")]
    [InlineData(
        """{"id":"f","event":"form_submission.created","payload":{"Name":"a"}}""",
        """{"id":"f","event":"form_submission.created","payload":{"Name":"a","form_title":"t"}}"""
    )]
    public void Deliveries_of_one_event_have_the_same_key(string first, string second) => Assert.Equal(GetKey(first), GetKey(second));

    [Theory]
    // The next sale, another offer of the same payment, another event of the same payment.
    [InlineData(Sale, """{"id":"a","event":"purchase.created","payload":{"offer_id":1,"member_id":2,"transaction_id":4}}""")]
    [InlineData(Sale, """{"id":"a","event":"purchase.created","payload":{"offer_id":2,"member_id":2,"transaction_id":3}}""")]
    [InlineData(Sale, """{"id":"a","event":"payment.succeeded","offer":{"id":1},"payment_transaction":{"id":3}}""")]
    [InlineData(Sale, """{"id":"3","event":"purchase.created","payload":{"offer_id":1,"member_id":2}}""")]
    [InlineData("""{"id":5,"event":"order.created","order":{"id":9}}""", """{"id":9,"event":"order.created","order_items":[]}""")]
    // The ids are not joined: "1", "2,3" and "1,2", "3" are different offers.
    [InlineData(
        """{"event":"payment.succeeded","offer":{"id":"1,2"},"payment_transaction":{"id":3}}""",
        """{"event":"payment.succeeded","offer":{"id":"1,x2"},"payment_transaction":{"id":3}}"""
    )]
    // Without an id, the whole text.
    [InlineData(
        """{"event":"form_submission.created","payload":{"Name":"a"}}""",
        """{"event":"form_submission.created","payload":{"Name":"b"}}"""
    )]
    [InlineData(
        """{"id":"","event":"form_submission.created","payload":{"Name":"a"}}""",
        """{"id":" ","event":"form_submission.created","payload":{"Name":"a"}}"""
    )]
    // Each use of the test button.
    [InlineData(
        """{"id":"a","event":"purchase.created","payload":{"offer_id":0,"member_id":0,"transaction_id":3}}""",
        """{"id":"b","event":"purchase.created","payload":{"offer_id":0,"member_id":0,"transaction_id":3}}"""
    )]
    public void Different_events_have_different_keys(string first, string second) => Assert.NotEqual(GetKey(first), GetKey(second));

    [Fact]
    public void A_retry_has_the_same_key_for_every_shape_and_all_keys_differ()
    {
        Assert.All(AdminDeliveries.All, static delivery => Assert.Equal(GetKey(delivery.Json), GetKey(delivery.Json)));
        Assert.Equal(AdminDeliveries.All.Count, AdminDeliveries.All.Select(static delivery => GetKey(delivery.Json)).Distinct().Count());
    }

    [Fact]
    public void A_key_of_an_event_is_not_one_of_a_text_and_contains_no_values()
    {
        string key = GetKey(Sale);

        Assert.StartsWith("sha256-event:", key, StringComparison.Ordinal);
        Assert.Equal("sha256-event:".Length + 64, key.Length);
        Assert.StartsWith("sha256:", GetKey("""{"event":"form_submission.created","payload":{}}"""), StringComparison.Ordinal);
    }

    private static string GetKey(string json) => Assert.IsAssignableFrom<AdminWebhookEvent>(WebhookParser.Parse(json)).DeduplicationKey;
}
