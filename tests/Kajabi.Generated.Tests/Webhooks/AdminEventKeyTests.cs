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
    // The labels of the fields are not names of Kajabi.
    [InlineData(
        """{"id":"f","event":"form_submission.created","payload":{"transaction_id":"1","offer_id":"1"}}""",
        """{"id":"f","event":"form_submission.created","payload":{"transaction_id":"2","offer_id":"2"}}"""
    )]
    [InlineData(Sale, """{"id":"b","event":"purchase.created","payload":{"offer_id":1.0,"member_id":2,"transaction_id":3.0}}""")]
    [InlineData(
        """{"id":"a","event":"purchase.created","payload":{"offer_id":1,"transaction_id":null,"subscription_id":88}}""",
        """{"id":"b","event":"purchase.created","payload":{"offer_id":1,"transaction_id":0,"subscription_id":"88"}}"""
    )]
    [InlineData(
        """{"id":"a","event":"payment.succeeded","offer":{"id":"1,2"},"payment_transaction":{"id":3}}""",
        """{"id":"b","event":"payment.succeeded","offer":{"id":"2,1"},"payment_transaction":{"id":3}}"""
    )]
    [InlineData(
        """{"id":"a","event":"payment.succeeded","offer":{"id":1},"payment_transaction":{},"transaction":{"id":3}}""",
        """{"id":"b","event":"payment.succeeded","offer":{"id":1},"payment_transaction":{"id":null},"transaction":{"id":3}}"""
    )]
    [InlineData(
        """{"id":5,"event":"payment.succeeded","payment_transaction":{"created_at":"2026-09-14T08:03:21Z","amount_paid":4000}}""",
        """{"id":"5","event":"payment.succeeded","payment_transaction":{"created_at":"2026-09-14T08:03:21Z","amount_paid":"4000"}}"""
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
    // Two submissions of a form with a field that has the label of an id.
    [InlineData(
        """{"id":"a","event":"form_submission.created","payload":{"transaction_id":"1"}}""",
        """{"id":"b","event":"form_submission.created","payload":{"transaction_id":"1"}}"""
    )]
    // The id 0 is none.
    [InlineData(
        """{"id":"a","event":"purchase.created","payload":{"offer_id":1,"member_id":2,"transaction_id":0}}""",
        """{"id":"b","event":"purchase.created","payload":{"offer_id":1,"member_id":7,"transaction_id":0}}"""
    )]
    [InlineData(
        """{"id":"a","event":"purchase.created","payload":{"offer_id":1,"transaction_id":0,"subscription_id":0}}""",
        """{"id":"b","event":"purchase.created","payload":{"offer_id":1,"transaction_id":0,"subscription_id":0}}"""
    )]
    [InlineData(
        """{"id":0,"event":"purchase.created","offer":{"id":1},"member":{"email":"a"}}""",
        """{"id":0,"event":"purchase.created","offer":{"id":1},"member":{"email":"b"}}"""
    )]
    // The purchases of one payment, whose offers cannot be read.
    [InlineData(
        """{"id":"a","event":"purchase.created","payload":{"member_id":2,"offer_title":"A","transaction_id":3}}""",
        """{"id":"b","event":"purchase.created","payload":{"member_id":2,"offer_title":"B","transaction_id":3}}"""
    )]
    [InlineData(
        """{"id":3,"event":"purchase.created","offer":[{"id":1}],"member":{"id":2},"payment_transaction":{"id":3}}""",
        """{"id":3,"event":"purchase.created","offer":[{"id":4}],"member":{"id":2},"payment_transaction":{"id":3}}"""
    )]
    [InlineData(
        """{"id":"a","event":"purchase.created","payload":{"offer_id":1.0,"transaction_id":3}}""",
        """{"id":"a","event":"purchase.created","payload":{"offer_id":2.0,"transaction_id":3}}"""
    )]
    // Another subscription, another offer of it, and its renewals, which have the id of the order.
    [InlineData(
        """{"id":"a","event":"purchase.created","payload":{"offer_id":1,"subscription_id":88}}""",
        """{"id":"a","event":"purchase.created","payload":{"offer_id":1,"subscription_id":89}}"""
    )]
    [InlineData(
        """{"id":"a","event":"purchase.created","payload":{"offer_id":1,"subscription_id":88}}""",
        """{"id":"a","event":"purchase.created","payload":{"offer_id":2,"subscription_id":88}}"""
    )]
    [InlineData(
        """{"id":"a","event":"payment.succeeded","payload":{"offer_id":1,"subscription_id":88}}""",
        """{"id":"b","event":"payment.succeeded","payload":{"offer_id":1,"subscription_id":88}}"""
    )]
    [InlineData(
        """{"id":5,"event":"payment.succeeded","payment_transaction":{"created_at":"2026-09-14T08:03:21Z","amount_paid":4000}}""",
        """{"id":5,"event":"payment.succeeded","payment_transaction":{"created_at":"2026-10-14T08:03:21Z","amount_paid":4000}}"""
    )]
    [InlineData(
        """{"id":5,"event":"payment.succeeded","order":{"id":9},"payment_transaction":{"amount_paid":4000}}""",
        """{"id":5,"event":"payment.succeeded","order":{"id":9},"payment_transaction":{"amount_paid":2000}}"""
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
