using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Webhooks;

/// <summary>The events of webhooks that are created in the admin pages.</summary>
public sealed class AdminEventTests
{
    public static TheoryData<int> Deliveries => [.. Enumerable.Range(0, AdminDeliveries.All.Count)];

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task Each_delivery_has_its_class_and_keeps_its_text_and_all_values(int index)
    {
        (string json, Type expected) = AdminDeliveries.All[index];
        using MemoryStream body = new(System.Text.Encoding.UTF8.GetBytes(json));

        AdminWebhookEvent read = Assert.IsAssignableFrom<AdminWebhookEvent>(await WebhookParser.ParseAsync(body));

        JObject sent = ParseExactly(json);
        Assert.IsType(expected, read);
        Assert.Equal((json, (string?)sent["event"]), (read.RawJson, read.Name));
        Assert.Equal((string?)sent["event"], read.ToString());
        Assert.Equal((string?)sent["id"], read.Id);
        Assert.Equal(json == AdminDeliveries.Test, read.IsTest);
        Assert.All(
            ((JObject)(sent["payload"] ?? sent)).Properties(),
            value => Assert.Equal(value.Value.ToString(), read.Data[value.Name].ToString())
        );
    }

    [Fact]
    public void A_flat_purchase_has_its_values()
    {
        AdminPurchaseCreatedEvent bought = Read<AdminPurchaseCreatedEvent>(AdminDeliveries.Purchase);

        Assert.Equal(["2150011001"], bought.OfferIds);
        Assert.Equal(("Raku firing, one day", "single", "331200501"), (bought.OfferTitle, bought.OfferType, bought.TransactionId));
        Assert.Equal(
            (12900L, 1400L, 11500L, "EUR"),
            (bought.SubtotalInCents, bought.DiscountAmountInCents, bought.AmountPaidInCents, bought.Currency)
        );
        Assert.Equal(
            ("KILN14", 2L, "visa", "Kajabi Payments"),
            (bought.CouponCode, bought.Quantity, bought.PaymentMethod, bought.PaymentProcessor)
        );
        Assert.Equal((true, false, null), (bought.IsOptIn, bought.IsTrial, bought.SubscriptionId));
        Assert.Equal(new DateTimeOffset(2026, 9, 14, 8, 3, 21, 120, TimeSpan.FromHours(2)), bought.TransactionCreatedAt);
        Assert.Equal(TimeSpan.FromHours(2), bought.TransactionCreatedAt!.Value.Offset);
        Assert.Equal(("2148900031", "ines@example.com", "Ines Faber"), (bought.Member.Id, bought.Member.Email, bought.Member.Name));
        Assert.Equal(("Ines", "Faber"), (bought.Member.FirstName, bought.Member.LastName));
        Assert.Equal(["address_line_1", "address_city", "address_country", "phone_number"], bought.ContactInformation.Keys);
        Assert.Equal("Kiel", bought.ContactInformation["address_city"]);
        Assert.Equal([KeyValuePair.Create("glove_size", "M")], bought.CustomFields);
    }

    [Fact]
    public void A_nested_purchase_has_the_same_properties()
    {
        AdminPurchaseCreatedEvent bought = Read<AdminPurchaseCreatedEvent>(AdminDeliveries.NestedPurchase);

        Assert.Equal(["2150011001"], bought.OfferIds);
        Assert.Equal(("331200502", "Raku firing, one day"), (bought.Id, bought.OfferTitle));
        Assert.Equal(("2148900031", "ines@example.com", "Faber"), (bought.Member.Id, bought.Member.Email, bought.Member.LastName));
        Assert.Equal("Kiel", bought.ContactInformation["address_city"]);
        Assert.Empty(bought.CustomFields);
        Assert.Null(bought.TransactionId);
        Assert.Null(bought.AmountPaidInCents);
    }

    [Theory]
    [InlineData("payment.succeeded", "payment_transaction")]
    [InlineData("payment_succeeded", "payment_transaction")]
    [InlineData("payment.succeeded", "transaction")]
    public void A_payment_has_its_values(string name, string group)
    {
        AdminPaymentSucceededEvent paid = Read<AdminPaymentSucceededEvent>(
            AdminDeliveries
                .Payment.Replace("payment.succeeded", name, StringComparison.Ordinal)
                .Replace("payment_transaction", group, StringComparison.Ordinal)
        );

        Assert.Equal(name, paid.Name);
        Assert.Equal(("2150011001", "331200501", "single"), (paid.OfferIds.Single(), paid.TransactionId, paid.OfferType));
        Assert.Equal((11500L, 1836L, "EUR", 2L), (paid.AmountPaidInCents, paid.SalesTaxInCents, paid.Currency, paid.Quantity));
        Assert.Equal(("visa", "Kajabi Payments", null), (paid.PaymentMethod, paid.PaymentProcessor, paid.CouponCode));
        Assert.Equal(new DateTimeOffset(2026, 9, 14, 8, 3, 21, 120, TimeSpan.FromHours(2)), paid.TransactionCreatedAt);
        Assert.Equal("2148900031", paid.Member.Id);
    }

    [Fact]
    public void A_payment_for_several_offers_has_their_ids_and_the_joined_title()
    {
        AdminPaymentSucceededEvent paid = Read<AdminPaymentSucceededEvent>(AdminDeliveries.BundledPayment);

        Assert.Equal(["2150011001", "2150011044"], paid.OfferIds);
        Assert.Equal("Raku firing, one day,Clay", paid.OfferTitle);
        Assert.Equal((14000L, "331200503"), (paid.AmountPaidInCents, paid.TransactionId));
    }

    [Fact]
    public void An_order_has_its_items_wherever_they_are()
    {
        AdminOrderCreatedEvent inOrder = Read<AdminOrderCreatedEvent>(AdminDeliveries.Order);
        AdminOrderCreatedEvent beside = Read<AdminOrderCreatedEvent>(AdminDeliveries.OrderWithItemsBeside);

        Assert.Equal(("90731", "ines@example.com"), (inOrder.OrderId, inOrder.Member.Email));
        Assert.Equal(
            [("2150011001", "Raku firing, one day", "Offer", 1L, 12900L), ("88", "Apron", "Product", null, 2450L)],
            inOrder.Items.Select(item => (item.Id, item.Title, item.Type, item.Quantity, item.UnitCostInCents))
        );
        Assert.Equal("129.0", inOrder.Items[0].Data["unit_cost_decimal"].ToString());
        Assert.Equal(("90732", "2150011001", 12900L), (beside.OrderId, beside.Items.Single().Id, beside.Items.Single().UnitCostInCents));
    }

    [Fact]
    public void A_form_submission_has_its_values_by_their_labels_in_order()
    {
        AdminFormSubmissionCreatedEvent submitted = Read<AdminFormSubmissionCreatedEvent>(AdminDeliveries.FormSubmission);

        Assert.Equal(("Studio visit", "ines@example.com"), (submitted.FormTitle, submitted.Email));
        Assert.Equal(
            [
                ("First Name", "Ines"),
                (" E-Mail ", "ines@example.com"),
                ("Which day?", "Friday"),
                ("Guests", "2"),
                ("Topics", """["raku","glaze"]"""),
                ("Notes", null),
            ],
            submitted.Values.Select(value => (value.Key, value.Value))
        );
        Assert.Equal(
            ("Friday", null, null),
            (submitted.GetValue("which DAY?"), submitted.GetValue("Notes"), submitted.GetValue("missing"))
        );
        Assert.Throws<ArgumentNullException>(() => submitted.GetValue(null!));
    }

    [Fact]
    public void The_test_button_is_recognized_in_both_shapes()
    {
        Assert.True(Read<AdminPurchaseCreatedEvent>(AdminDeliveries.Test).IsTest);
        Assert.True(Read<AdminPaymentSucceededEvent>("""{"event":"payment.succeeded","offer":{"id":"0"},"member":{"id":0}}""").IsTest);
        Assert.False(Read<AdminPurchaseCreatedEvent>("""{"event":"purchase.created","payload":{"offer_id":0,"member_id":7}}""").IsTest);
        Assert.False(Read<AdminPurchaseCreatedEvent>("""{"event":"purchase.created","payload":{"offer_id":7,"member_id":0}}""").IsTest);
        Assert.False(Read<AdminPurchaseCreatedEvent>("""{"event":"purchase.created","payload":{"offer_title":"x"}}""").IsTest);
    }

    [Fact]
    public void A_form_whose_fields_have_the_names_of_a_sale_is_no_test()
    {
        AdminFormSubmissionCreatedEvent submitted = Read<AdminFormSubmissionCreatedEvent>(
            """{"id":"f","event":"form_submission.created","payload":{"offer_id":0,"member_id":0}}"""
        );

        Assert.False(submitted.IsTest);
        Assert.Equal("0", submitted.GetValue("offer_id"));
    }

    [Fact]
    public void A_value_that_the_payment_does_not_have_is_the_one_of_the_transaction()
    {
        AdminPaymentSucceededEvent paid = Read<AdminPaymentSucceededEvent>(
            """
            {"event":"payment.succeeded","payment_transaction":{"id":null,"amount_paid":4000},
             "transaction":{"id":3,"amount_paid":5000,"currency":"EUR"}}
            """
        );

        Assert.Equal(("3", 4000L, "EUR"), (paid.TransactionId, paid.AmountPaidInCents, paid.Currency));
    }

    /// <summary>Parses JSON without converting times and numbers.</summary>
    private static JObject ParseExactly(string json)
    {
        using StringReader text = new(json);
        using JsonTextReader reader = new(text)
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
        };
        return JObject.Load(reader);
    }

    private static TEvent Read<TEvent>(string json)
        where TEvent : WebhookEvent => Assert.IsType<TEvent>(WebhookParser.Parse(json));
}
