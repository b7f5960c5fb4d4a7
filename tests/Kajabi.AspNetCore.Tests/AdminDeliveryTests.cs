using Kajabi.Sandbox;

namespace Kajabi.AspNetCore.Tests;

/// <summary>One endpoint receives the deliveries of webhooks of the admin pages and of those that are created through the API.</summary>
public sealed class AdminDeliveryTests
{
    public static TheoryData<int> Indexes => [.. Enumerable.Range(0, AdminDeliveries.All.Count)];

    [Theory]
    [MemberData(nameof(Indexes))]
    public async Task Each_delivery_is_handled_once_with_its_class(int index)
    {
        (string json, Type expected) = AdminDeliveries.All[index];
        await using WebhookHost host = await WebhookHost.StartAsync();

        int[] statuses = [await host.PostAsync(json), await host.PostAsync(json)];

        Assert.Equal([200, 200], statuses);
        WebhookEvent received = await host.Inbox.NextAsync();
        Assert.IsType(expected, received);
        Assert.Equal((json, 1), (received.RawJson, host.Inbox.Count));
    }

    [Fact]
    public async Task Both_families_are_received_at_one_URL_and_are_different_events()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        const string payment = """
            { "id": "331200501", "event": "payment_succeeded", "payload": [{ "id": "331200501", "type": "transactions" }] }
            """;

        int[] statuses =
        [
            await host.PostAsync(Deliveries.TagAdded()),
            await host.PostAsync(AdminDeliveries.Payment),
            await host.PostAsync(payment),
            await host.PostAsync(AdminDeliveries.Purchase),
        ];

        Assert.Equal([200, 200, 200, 200], statuses);
        Assert.IsType<TagAddedEvent>(await host.Inbox.NextAsync());
        Assert.IsType<AdminPaymentSucceededEvent>(await host.Inbox.NextAsync());
        Assert.IsType<PaymentSucceededEvent>(await host.Inbox.NextAsync());
        Assert.IsType<AdminPurchaseCreatedEvent>(await host.Inbox.NextAsync());
    }

    [Fact]
    public async Task A_sale_that_two_webhooks_deliver_is_handled_once()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        foreach (string name in (string[])["purchase.created", "payment.succeeded"])
        {
            sandbox.AddAdminWebhook(name, host.Address.ToString());
            sandbox.AddAdminWebhook(name, host.Address.ToString(), offerId: "456");
            sandbox.AddAdminWebhook(name, host.Address.ToString(), offerId: "457");
            sandbox.AddAdminWebhook(name, host.Address.ToString(), siteId: "2148432935");
        }

        sandbox.SimulateCheckout("2148433001", "456");
        IReadOnlyList<SandboxDelivery> deliveries = await sandbox.WaitForDeliveriesAsync();

        List<SandboxDelivery> sent = [.. deliveries.Where(static delivery => delivery.Event.Contains('.', StringComparison.Ordinal))];
        Assert.Equal(4, sent.Count);
        Assert.All(sent, delivery => Assert.Equal([200], delivery.ResponseStatusCodes));
        Assert.Equal(2, host.Inbox.Count);
        WebhookEvent[] received = [await host.Inbox.NextAsync(), await host.Inbox.NextAsync()];
        AdminPurchaseCreatedEvent bought = received.OfType<AdminPurchaseCreatedEvent>().Single();
        AdminPaymentSucceededEvent paid = received.OfType<AdminPaymentSucceededEvent>().Single();
        Assert.Equal((bought.TransactionId, "456", 19900L), (paid.TransactionId, paid.OfferIds.Single(), paid.AmountPaidInCents));
    }

    [Fact]
    public async Task A_failed_delivery_is_handled_when_it_is_sent_again()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        host.Inbox.OnEvent = (_, _) => host.Inbox.Count == 1 ? throw new InvalidOperationException("Not yet.") : Task.CompletedTask;
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { DeliveryRetryDelay = TimeSpan.Zero });
        sandbox.AddAdminWebhook("payment.succeeded", host.Address.ToString());

        sandbox.SimulateCheckout("2148433001", "456");
        SandboxDelivery delivery = (await sandbox.WaitForDeliveriesAsync()).Single(static delivery =>
            delivery.Event == "payment.succeeded"
        );

        Assert.Equal([500, 200], delivery.ResponseStatusCodes);
        Assert.Equal(2, host.Inbox.Count);
    }

    [Fact]
    public async Task A_payment_for_several_offers_has_a_purchase_for_each_of_them()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        sandbox.AddAdminWebhook("purchase.created", host.Address.ToString());
        sandbox.AddAdminWebhook("payment.succeeded", host.Address.ToString());

        sandbox.SimulateCheckout("2148433001", ["456", "457", "458"]);
        await sandbox.WaitForDeliveriesAsync();

        Assert.Equal(3, host.Inbox.Count);
        WebhookEvent[] received = [await host.Inbox.NextAsync(), await host.Inbox.NextAsync(), await host.Inbox.NextAsync()];
        AdminPaymentSucceededEvent paid = received.OfType<AdminPaymentSucceededEvent>().Single();
        Assert.Equal(["456", "458"], paid.OfferIds);
        Assert.Equal(23400, paid.AmountPaidInCents);
        Assert.Equal(
            [("456", 19900L, paid.TransactionId), ("458", 3500L, paid.TransactionId)],
            received
                .OfType<AdminPurchaseCreatedEvent>()
                .Select(bought => (bought.OfferIds.Single(), bought.AmountPaidInCents ?? -1, bought.TransactionId))
        );
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        Assert.Equal(["456", "458"], (await kajabi.Transactions.GetPaymentContentsByIdAsync(paid.TransactionId!)).OfferIds);
    }

    [Fact]
    public async Task Each_use_of_the_test_button_is_handled()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        string webhookId = sandbox.AddAdminWebhook("purchase.created", host.Address.ToString());

        sandbox.SendAdminWebhookSample(webhookId, AdminWebhookVariant.Test);
        sandbox.SendAdminWebhookSample(webhookId, AdminWebhookVariant.Test);
        await sandbox.WaitForDeliveriesAsync();

        Assert.Equal(2, host.Inbox.Count);
        Assert.True(Assert.IsType<AdminPurchaseCreatedEvent>(await host.Inbox.NextAsync()).IsTest);
    }

    [Fact]
    public async Task A_submitted_form_is_delivered_with_the_labels_of_its_fields()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        sandbox.AddAdminWebhook("form_submission.created", host.Address.ToString());

        await kajabi.Forms.SubmitFormAsync(
            "801",
            new FormSubmissionAttributes
            {
                Name = "Ada",
                Email = "ada@example.com",
                Custom1 = "Shino",
            }
        );
        await sandbox.WaitForDeliveriesAsync();

        AdminFormSubmissionCreatedEvent submitted = Assert.IsType<AdminFormSubmissionCreatedEvent>(await host.Inbox.NextAsync());
        Assert.Equal(("Newsletter", "ada@example.com"), (submitted.FormTitle, submitted.Email));
        Assert.Equal(("Ada", "Shino"), (submitted.GetValue("Your name"), submitted.GetValue("Favourite glaze")));
    }
}
