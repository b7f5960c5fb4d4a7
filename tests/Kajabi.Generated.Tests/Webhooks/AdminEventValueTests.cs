namespace Kajabi.Tests.Webhooks;

/// <summary>Values of unexpected types are null or converted, and never throw.</summary>
public sealed class AdminEventValueTests
{
    [Theory]
    [InlineData("5", "5")]
    [InlineData("\"5\"", "5")]
    [InlineData("\" 5 \"", "5")]
    [InlineData("9223372036854775808", "9223372036854775808")]
    [InlineData("5.0", "5")]
    [InlineData("2.150011001e9", "2150011001")]
    [InlineData("5.5")]
    [InlineData("1e30")]
    [InlineData("\"5,6\"", "5", "6")]
    [InlineData("\"5, 6\"", "5", "6")]
    [InlineData("\"5,\"", "5,")]
    [InlineData("\",\"", ",")]
    [InlineData("\"5,six\"", "5,six")]
    [InlineData("\"\u0665,\u0666\"", "\u0665,\u0666")]
    [InlineData("\"a-b\"", "a-b")]
    [InlineData("\"\"")]
    [InlineData("\" \"")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[5]")]
    [InlineData("{\"id\":5}")]
    public void Ids_are_strings_and_only_lists_of_numbers_are_split(string json, params string[] expected)
    {
        AdminPaymentSucceededEvent nested = Read<AdminPaymentSucceededEvent>(
            $$$"""{"event":"payment.succeeded","offer":{"id":{{{json}}}}}"""
        );
        AdminPurchaseCreatedEvent flat = Read<AdminPurchaseCreatedEvent>(
            $$$"""{"event":"purchase.created","payload":{"offer_id":{{{json}}}}}"""
        );

        Assert.Equal(expected, nested.OfferIds);
        Assert.Equal(expected, flat.OfferIds);
    }

    [Theory]
    [InlineData("4000", "40.0", "EUR", 4000L)]
    [InlineData("\"4000\"", "40.0", "EUR", 4000L)]
    [InlineData("4000.0", "1", "EUR", 4000L)]
    [InlineData("0", "40.0", "EUR", 0L)]
    [InlineData("-500", "null", "EUR", -500L)]
    [InlineData("null", "40.0", "EUR", 4000L)]
    [InlineData("null", "\"40.05\"", "eur", 4005L)]
    [InlineData("null", "40.005", "EUR", 4001L)]
    [InlineData("null", "-0.5", "EUR", -50L)]
    [InlineData("null", "1250", "JPY", 1250L)]
    [InlineData("null", "1250", "jpy", 1250L)]
    [InlineData("null", "1250", "XOF", 1250L)]
    [InlineData("null", "1.234", "KWD", 1234L)]
    [InlineData("null", "12.5", null, 1250L)]
    [InlineData("null", "12.5", "???", 1250L)]
    [InlineData("\"n/a\"", "12.5", "USD", 1250L)]
    [InlineData("40.5", "12.5", "USD", 1250L)]
    [InlineData("\"40.00\"", "12.5", "USD", 1250L)]
    [InlineData("\"40.00\"", "null", "USD", null)]
    [InlineData("1e30", "12.5", "USD", 1250L)]
    [InlineData("9223372036854775807", "null", "USD", long.MaxValue)]
    [InlineData("9223372036854775808", "null", "USD", null)]
    [InlineData("null", "9000000000000000", "KWD", 9_000_000_000_000_000_000L)]
    [InlineData("null", "9000000000000001", "USD", null)]
    [InlineData("null", "-9000000000000001", "USD", null)]
    [InlineData("null", "1e300", "USD", null)]
    [InlineData("null", "null", "USD", null)]
    [InlineData("true", "[1]", "USD", null)]
    [InlineData("\"1,000\"", "null", "USD", null)]
    [InlineData("\"\"", "\"\"", "USD", null)]
    public void An_amount_is_in_cents_and_the_decimal_form_replaces_a_missing_one(
        string cents,
        string major,
        string? currency,
        long? expected
    )
    {
        string code = currency is null ? "null" : $"\"{currency}\"";
        string amounts = $"\"amount_paid\":{cents},\"amount_paid_decimal\":{major},\"currency\":{code}";
        AdminPurchaseCreatedEvent bought = Read<AdminPurchaseCreatedEvent>(
            $$$"""{"event":"purchase.created","payload":{"transaction_id":1,{{{amounts}}} }}"""
        );
        AdminPaymentSucceededEvent paid = Read<AdminPaymentSucceededEvent>(
            $$$"""{"event":"payment.succeeded","payment_transaction":{ {{{amounts}}} }}"""
        );

        Assert.Equal((expected, expected), (bought.AmountPaidInCents, paid.AmountPaidInCents));
    }

    [Theory]
    [InlineData("\"2026-09-14T08:03:21.120+00:00\"", "2026-09-14T08:03:21.1200000+00:00")]
    [InlineData("\"2026-09-14T08:03:21\"", "2026-09-14T08:03:21.0000000+00:00")]
    [InlineData("\"2026-09-14T08:03:21Z\"", "2026-09-14T08:03:21.0000000+00:00")]
    [InlineData("\"2026-09-14T08:03+02:00\"", "2026-09-14T08:03:00.0000000+02:00")]
    [InlineData("\" 2026-09-14 \"", "2026-09-14T00:00:00.0000000+00:00")]
    [InlineData("\"12:30\"", null)]
    [InlineData("\"2026-09\"", null)]
    [InlineData("\"September 14\"", null)]
    [InlineData("\"09/14/2026\"", null)]
    [InlineData("\"0001-01-01T00:00:00+02:00\"", null)]
    [InlineData("\"soon\"", null)]
    [InlineData("5", null)]
    [InlineData("null", null)]
    public void A_time_keeps_its_offset_and_is_UTC_without_one(string json, string? expected)
    {
        AdminPurchaseCreatedEvent bought = Read<AdminPurchaseCreatedEvent>(
            $$$"""{"event":"purchase.created","payload":{"transaction_id":1,"transaction_created_at":{{{json}}}}}"""
        );

        Assert.Equal(expected, bought.TransactionCreatedAt?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"true\"", true)]
    [InlineData("\"yes\"", null)]
    [InlineData("1", null)]
    [InlineData("null", null)]
    public void A_flag_is_a_boolean_or_its_text(string json, bool? expected)
    {
        AdminPurchaseCreatedEvent bought = Read<AdminPurchaseCreatedEvent>(
            $$$"""{"event":"purchase.created","payload":{"transaction_id":1,"opt_in":{{{json}}}}}"""
        );

        Assert.Equal(expected, bought.IsOptIn);
    }

    [Theory]
    [InlineData("""{"event":"payment.succeeded","offer":{"id":1},"member":null,"payment_transaction":{"id":2}}""")]
    [InlineData("""{"event":"payment.succeeded","offer":[1],"member":{},"payment_transaction":5,"payload":null}""")]
    [InlineData("""{"event":"payment.succeeded","member":{"email":5,"name":[],"id":{}}}""")]
    [InlineData("""{"event":"purchase.created","payload":{"member_email":{"a":1},"contact_address_city":[1],"custom_field_":null}}""")]
    [InlineData("""{"event":"order.created","order":{"order_items":{"0":{}}}}""")]
    [InlineData("""{"event":"order.created","order":{"order_items":[1,null,{}, []]}}""")]
    [InlineData("""{"event":"order.created","order_items":[]}""")]
    [InlineData("""{"event":"form_submission.created","payload":{}}""")]
    [InlineData("""{"event":"form_submission.created","payload":{"form_title":["x"]}}""")]
    public void A_known_event_with_other_types_is_still_this_event(string json)
    {
        AdminWebhookEvent read = Assert.IsAssignableFrom<AdminWebhookEvent>(WebhookParser.Parse(json));

        Assert.Equal(json, read.RawJson);
        Assert.NotEmpty(read.DeduplicationKey);
    }

    [Theory]
    [InlineData("""{"event":"purchase.created","payload":[{"type":"purchases","id":"1"}]}""")]
    [InlineData("""{"event":"purchase.created","payload":"none"}""")]
    [InlineData("""{"event":"purchase.created","payload":{"n":1}}""")]
    [InlineData("""{"event":"purchase.created"}""")]
    [InlineData("""{"event":"payment.succeeded","order":{"id":1}}""")]
    [InlineData("""{"event":"order.created","payload":{"order":{"id":1}}}""")]
    [InlineData("""{"event":"order.created","offer":{"id":1}}""")]
    [InlineData("""{"event":"form_submission.created","member":{"email":"ines@example.com"}}""")]
    [InlineData("""{"event":"form_submission.created","payload":[]}""")]
    [InlineData("""{"event":"order_created","order":{"id":1}}""")]
    [InlineData("""{"event":"purchase","payload":{"offer_id":1}}""")]
    [InlineData("""{"event":"refund.created","payload":{"offer_id":1}}""")]
    [InlineData("""{"event":"Purchase.Created","payload":{"offer_id":1}}""")]
    public void Another_shape_or_event_is_unknown_and_keeps_its_text(string json)
    {
        UnknownEvent unknown = Assert.IsType<UnknownEvent>(WebhookParser.Parse(json));

        Assert.Equal((json, null), (unknown.RawJson, unknown.UnreadableReason));
    }

    private static TEvent Read<TEvent>(string json)
        where TEvent : WebhookEvent => Assert.IsType<TEvent>(WebhookParser.Parse(json));
}
