namespace Kajabi.Tests;

/// <summary>Deliveries of webhooks that are created in the admin pages, in every known shape, with names and ids of our own.</summary>
public static class AdminDeliveries
{
    /// <summary><c>purchase.created</c>, flat.</summary>
    public const string Purchase = """
        {"id":"5c0de1d2-cb1e-11f1-9d3a-0242ac130003","event":"purchase.created","payload":{
          "offer_id":2150011001,"offer_title":"Raku firing, one day","offer_reference":"kajabi_offer_2150011001","offer_type":"single",
          "member_id":2148900031,"member_email":"ines@example.com","member_name":"Ines Faber","member_first_name":"Ines",
          "member_last_name":"Faber","contact_address_line_1":"Hafenstr. 9","contact_address_city":"Kiel",
          "contact_address_country":"DE","contact_phone_number":"+49 431 5550",
          "opt_in":true,"trial":false,"transaction_id":331200501,"transaction_created_at":"2026-09-14T08:03:21.120+02:00",
          "subtotal":12900,"subtotal_decimal":129.0,"discount_amount":1400,"discount_amount_decimal":14.0,
          "amount_paid":11500,"amount_paid_decimal":115.0,"currency":"EUR","payment_method":"visa",
          "payment_processor":"Kajabi Payments","coupon_code":"KILN14","subscription_id":null,"quantity":2,
          "affiliate_user_name":null,"custom_field_glove_size":"M"}}
        """;

    /// <summary><c>purchase.created</c>, nested, which the documentation of Kajabi describes.</summary>
    public const string NestedPurchase = """
        {"id":331200502,"event":"purchase.created","offer":{"id":"2150011001","title":"Raku firing, one day"},
         "member":{"id":2148900031,"email":"ines@example.com","name":"Ines Faber","first_name":"Ines","last_name":"Faber"},
         "extra_contact_information":{"address_line_1":"Hafenstr. 9","address_city":"Kiel"}}
        """;

    /// <summary><c>payment.succeeded</c> for one offer.</summary>
    public const string Payment = """
        {"id":331200501,"event":"payment.succeeded","offer":{"id":2150011001,"title":"Raku firing, one day","type":"single"},
         "member":{"id":"2148900031","email":"ines@example.com","name":"Ines Faber","first_name":"Ines","last_name":"Faber"},
         "payment_transaction":{"id":331200501,"amount_paid":11500,"amount_paid_decimal":115.0,"currency":"EUR",
          "payment_method":"visa","payment_processor":"Kajabi Payments","sales_tax":1836,"sales_tax_decimal":18.36,"quantity":2,
          "coupon_code":null,"created_at":"2026-09-14T08:03:21.120+02:00"}}
        """;

    /// <summary><c>payment.succeeded</c> for two offers in one charge; one title contains a comma.</summary>
    public const string BundledPayment = """
        {"id":331200503,"event":"payment.succeeded","offer":{"id":"2150011001,2150011044","title":"Raku firing, one day,Clay"},
         "member":{"id":2148900031,"email":"ines@example.com","name":"Ines Faber","first_name":"Ines","last_name":"Faber"},
         "payment_transaction":{"id":331200503,"amount_paid":14000,"amount_paid_decimal":140.0,"currency":"EUR"}}
        """;

    /// <summary><c>order.created</c> with the items in the order.</summary>
    public const string Order = """
        {"id":90731,"event":"order.created","member":{"id":2148900031,"email":"ines@example.com","name":"Ines Faber"},
         "order":{"id":90731,"order_items":[
          {"id":2150011001,"title":"Raku firing, one day","type":"Offer","quantity":1,"unit_cost":12900,"unit_cost_decimal":129.0},
          {"id":"88","title":"Apron","type":"Product","unit_cost_decimal":"24.5"}]}}
        """;

    /// <summary><c>order.created</c> with the items beside the order.</summary>
    public const string OrderWithItemsBeside = """
        {"id":"90732","event":"order.created","member":{"email":"ines@example.com"},"order":{"id":"90732"},
         "order_items":[{"id":2150011001,"title":"Raku firing, one day","type":"Offer","unit_cost_decimal":129.0}]}
        """;

    /// <summary><c>form_submission.created</c>.</summary>
    public const string FormSubmission = """
        {"id":"61f0a7be-cb1e-11f1-9d3a-0242ac130003","event":"form_submission.created",
         "payload":{"form_title":"Studio visit","First Name":"Ines"," E-Mail ":"ines@example.com","Which day?":"Friday","Guests":2,
          "Topics":["raku","glaze"],"Notes":null}}
        """;

    /// <summary>What the test button sends.</summary>
    public const string Test = """
        {"id":"7d11c0aa-cb1e-11f1-9d3a-0242ac130003","event":"purchase.created","payload":{
          "offer_id":0,"offer_title":"Sample offer","offer_reference":"kajabi_offer_0","offer_type":"subscription",
          "member_id":0,"member_email":"sample@example.com","member_name":"Sam Sample","transaction_id":77001,
          "amount_paid":1250,"amount_paid_decimal":12.5,"currency":"USD","subscription_id":5,"interval":"month","interval_count":1,
          "trial":true,"trial_period_days":7}}
        """;

    /// <summary>Gets every delivery with the class of its event.</summary>
    public static IReadOnlyList<(string Json, Type Event)> All { get; } =
    [
        (Purchase, typeof(AdminPurchaseCreatedEvent)),
        (NestedPurchase, typeof(AdminPurchaseCreatedEvent)),
        (Payment, typeof(AdminPaymentSucceededEvent)),
        (BundledPayment, typeof(AdminPaymentSucceededEvent)),
        (Order, typeof(AdminOrderCreatedEvent)),
        (OrderWithItemsBeside, typeof(AdminOrderCreatedEvent)),
        (FormSubmission, typeof(AdminFormSubmissionCreatedEvent)),
        (Test, typeof(AdminPurchaseCreatedEvent)),
    ];
}
