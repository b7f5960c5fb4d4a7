using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;

namespace Kajabi.Sandbox.Tests;

/// <summary>Webhooks that are created in the admin pages, and samples of their deliveries.</summary>
public sealed class AdminWebhookTests
{
    public static TheoryData<string, AdminWebhookVariant, Type> Samples =>
        new()
        {
            { "purchase.created", AdminWebhookVariant.Default, typeof(AdminPurchaseCreatedEvent) },
            { "purchase.created", AdminWebhookVariant.Nested, typeof(AdminPurchaseCreatedEvent) },
            { "purchase.created", AdminWebhookVariant.Test, typeof(AdminPurchaseCreatedEvent) },
            { "payment.succeeded", AdminWebhookVariant.Default, typeof(AdminPaymentSucceededEvent) },
            { "payment.succeeded", AdminWebhookVariant.Bundled, typeof(AdminPaymentSucceededEvent) },
            { "order.created", AdminWebhookVariant.Default, typeof(AdminOrderCreatedEvent) },
            { "form_submission.created", AdminWebhookVariant.Default, typeof(AdminFormSubmissionCreatedEvent) },
        };

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_parsed_as_its_event(string eventName, AdminWebhookVariant variant, Type expected)
    {
        AdminWebhookEvent read = (AdminWebhookEvent)WebhookParser.Parse(AdminWebhookSample.Create(eventName, variant, "77"));

        Assert.IsType(expected, read);
        Assert.Equal((eventName, variant == AdminWebhookVariant.Test), (read.Name, read.IsTest));
        Assert.Equal(
            variant == AdminWebhookVariant.Nested || eventName[0] is 'o' || eventName.StartsWith("payment", StringComparison.Ordinal),
            read.Data.ContainsKey("member")
        );
        switch (read)
        {
            case AdminSaleEvent sale:
                Assert.Equal(
                    variant == AdminWebhookVariant.Bundled ? ["456", "458"]
                        : read.IsTest ? ["0"]
                        : ["456"],
                    sale.OfferIds
                );
                Assert.Equal(read.IsTest ? "sample.buyer@example.com" : "johanna@example.com", sale.Member.Email);
                Assert.Equal(
                    variant switch
                    {
                        AdminWebhookVariant.Bundled => 23400L,
                        AdminWebhookVariant.Test => 1250L,
                        AdminWebhookVariant.Nested => null,
                        _ => 19900L,
                    },
                    sale.AmountPaidInCents
                );
                break;
            case AdminOrderCreatedEvent order:
                Assert.Equal(("77", "456", 19900L), (order.OrderId, order.Items.Single().Id, order.Items.Single().UnitCostInCents));
                break;
            case AdminFormSubmissionCreatedEvent form:
                Assert.Equal(("Newsletter", "johanna@example.com"), (form.FormTitle, form.Email));
                break;
        }
    }

    [Fact]
    public void Samples_with_the_same_transaction_are_duplicates_and_others_are_not()
    {
        string first = Key("payment.succeeded", "5");

        Assert.Equal(first, Key("payment.succeeded", "5"));
        Assert.NotEqual(first, Key("payment.succeeded", "6"));
        Assert.NotEqual(Key("purchase.created", null), Key("purchase.created", null));
        Assert.NotEqual(
            AdminWebhookSample.Create("purchase.created", transactionId: "5"),
            AdminWebhookSample.Create("purchase.created", transactionId: "5")
        );

        static string Key(string eventName, string? transactionId) =>
            WebhookParser.Parse(AdminWebhookSample.Create(eventName, transactionId: transactionId)).DeduplicationKey;
    }

    [Theory]
    [InlineData("tag_added", AdminWebhookVariant.Default, "5", "eventName")]
    [InlineData("order.created", AdminWebhookVariant.Bundled, "5", "variant")]
    [InlineData("form_submission.created", AdminWebhookVariant.Test, "5", "variant")]
    [InlineData("payment.succeeded", AdminWebhookVariant.Default, "", "transactionId")]
    [InlineData("payment.succeeded", AdminWebhookVariant.Default, "5x", "transactionId")]
    [InlineData("payment.succeeded", AdminWebhookVariant.Default, "1234567890123456789", "transactionId")]
    public void A_sample_that_does_not_exist_is_an_error(string eventName, AdminWebhookVariant variant, string id, string parameter) =>
        Assert.Throws<ArgumentException>(parameter, () => AdminWebhookSample.Create(eventName, variant, id));

    [Fact]
    public async Task A_webhook_is_probed_and_receives_each_variant_of_its_event()
    {
        ConcurrentQueue<string> methods = [];
        await using WebhookHost host = await WebhookHost.StartAsync(use: application =>
            application.Use(
                (context, next) =>
                {
                    methods.Enqueue(context.Request.Method);
                    return next(context);
                }
            )
        );
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        string webhookId = sandbox.AddAdminWebhook("payment.succeeded", host.Address.ToString());

        sandbox.SendAdminWebhookSample(webhookId);
        sandbox.SendAdminWebhookSample(webhookId, AdminWebhookVariant.Bundled);
        IReadOnlyList<SandboxDelivery> deliveries = await sandbox.WaitForDeliveriesAsync();

        Assert.Equal(["HEAD", "GET", "POST", "POST"], methods);
        Assert.All(deliveries, delivery => Assert.Equal((webhookId, "payment.succeeded"), (delivery.WebhookId, delivery.Event)));
        Assert.Equal(2, host.Inbox.Count);
        Assert.Equal(["456"], ((AdminPaymentSucceededEvent)await host.Inbox.NextAsync()).OfferIds);
        Assert.Equal(["456", "458"], ((AdminPaymentSucceededEvent)await host.Inbox.NextAsync()).OfferIds);
    }

    [Fact]
    public async Task A_subscription_is_delivered_to_the_webhooks_of_its_site()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        sandbox.AddAdminWebhook("purchase.created", host.Address.ToString());

        sandbox.SimulateCheckout("2148433001", "2148440010");
        sandbox.SimulateCheckout("2148433001", "457"); // Nothing is charged for this offer, so the service sends no event.
        await sandbox.WaitForDeliveriesAsync();

        AdminPurchaseCreatedEvent bought = (AdminPurchaseCreatedEvent)await host.Inbox.NextAsync();
        Assert.Equal((1, "subscription", "EUR"), (host.Inbox.Count, bought.OfferType, bought.Currency));
        Assert.NotNull(bought.SubscriptionId);
    }

    [Fact]
    public async Task Webhooks_that_cannot_exist_are_errors_and_are_not_resources_of_the_API()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        string webhookId = sandbox.AddAdminWebhook("order.created", "https://hooks.example.com/");

        Assert.Throws<ArgumentException>("eventName", () => sandbox.AddAdminWebhook("tag_added", "http://127.0.0.1/"));
        Assert.Throws<ArgumentException>("siteId", () => sandbox.AddAdminWebhook("order.created", "http://127.0.0.1/", siteId: "99"));
        Assert.Throws<ArgumentException>("offerId", () => sandbox.AddAdminWebhook("order.created", "http://127.0.0.1/", offerId: "99"));
        Assert.Throws<ArgumentException>(
            "offerId",
            () => sandbox.AddAdminWebhook("order.created", "http://127.0.0.1/", offerId: "2148440010")
        );
        Assert.Throws<ArgumentException>("targetUrl", () => sandbox.AddAdminWebhook("order.created", "127.0.0.1"));
        Assert.Throws<ArgumentException>("targetUrl", () => sandbox.AddAdminWebhook("order.created", "ftp://127.0.0.1/"));
        Assert.Throws<ArgumentException>("targetUrl", () => sandbox.AddAdminWebhook("order.created", "http://127.0.0.1/\ud800"));
        Assert.Throws<ArgumentException>("webhookId", () => sandbox.SendAdminWebhookSample("831"));
        Assert.Throws<ArgumentException>("variant", () => sandbox.SendAdminWebhookSample(webhookId, AdminWebhookVariant.Nested));
        Assert.DoesNotContain(await kajabi.Webhooks.ListAllWebhooksAsync().ReadAllAsync(), webhook => webhook.Id == webhookId);
        sandbox.SendAdminWebhookSample(webhookId);
        Assert.Empty((await sandbox.WaitForDeliveriesAsync()).Single().ResponseStatusCodes);
    }

    [Theory]
    [InlineData("tag_added", typeof(TagAddedEvent))]
    [InlineData("tag_removed", typeof(TagRemovedEvent))]
    [InlineData("form_submission", typeof(FormSubmissionEvent))]
    [InlineData("purchase", typeof(PurchaseEvent))]
    [InlineData("payment_succeeded", typeof(PaymentSucceededEvent))]
    [InlineData("order_created", typeof(OrderCreatedEvent))]
    public async Task The_sample_of_an_event_of_the_API_is_a_delivery(string eventName, Type expected)
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();

        WebhookEvent read = WebhookParser.Parse(sandbox.CreateWebhookSample(eventName));

        Assert.IsType(expected, read);
        Assert.Equal(read.Delivery!.Payload[0].Id, read.Delivery.Id);
        Assert.Throws<ArgumentException>(nameof(eventName), () => sandbox.CreateWebhookSample("purchase.created"));
    }
}
