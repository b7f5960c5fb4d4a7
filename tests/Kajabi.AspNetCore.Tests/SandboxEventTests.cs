using Kajabi.Sandbox;

namespace Kajabi.AspNetCore.Tests;

/// <summary>Changes made through the client are delivered as events: sandbox, client and endpoint over real sockets.</summary>
public sealed class SandboxEventTests : IAsyncLifetime
{
    private WebhookHost? _host;
    private KajabiSandbox? _sandbox;
    private KajabiClient? _kajabi;

    private KajabiClient Kajabi => _kajabi!;

    public async Task InitializeAsync()
    {
        _host = await WebhookHost.StartAsync();
        _sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GrantsFireWebhooks = true });
        _kajabi = SandboxFixture.CreateClient(_sandbox);
    }

    public async Task DisposeAsync()
    {
        Kajabi.Dispose();
        await _sandbox!.DisposeAsync();
        await _host!.DisposeAsync();
    }

    [Fact]
    public async Task Tagging_a_contact_and_granting_an_offer_are_delivered()
    {
        await SubscribeAsync("tag_added");
        await SubscribeAsync("purchase");

        Contact ada = (
            await Kajabi.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada", Email = "ada@example.com" }, siteId: "1")
        ).Data;
        await Kajabi.Contacts.AddContactTagsAsync(ada.Id, ["789"]);
        TagAddedEvent tagged = await NextAsync<TagAddedEvent>();
        await Kajabi.Contacts.GrantContactOffersAsync(ada.Id, ["456"], WelcomeEmail.DoNotSend);
        PurchaseEvent bought = await NextAsync<PurchaseEvent>();

        Customer? customer = (await Kajabi.Contacts.GetContactAsync(ada.Id, new GetContactQuery { Include = [ContactInclude.Customer] }))
            .Data
            .Customer;
        Assert.Equal(("ada@example.com", "Workshop 2026"), (tagged.Contact.Attributes.Email, tagged.Tag?.Attributes.Name));
        Assert.Equal(RelationshipState.Absent, tagged.Contact.Relationships.Tags.State);
        Assert.Equal((customer?.Id, "456"), (bought.Customer?.Id, bought.Offers.Single().Id));
        Assert.Equal("Ada", bought.Purchase.Customer?.Attributes.Name);
        Assert.All(
            await _sandbox!.WaitForDeliveriesAsync(),
            delivery =>
                Assert.True(
                    delivery.ResponseStatusCodes is [200] or [],
                    $"{delivery.Event} got the responses {string.Join(", ", delivery.ResponseStatusCodes)}."
                )
        );
    }

    [Fact]
    public async Task Removing_a_tag_is_delivered()
    {
        await SubscribeAsync("tag_removed");

        await Kajabi.Contacts.RemoveContactTagsAsync("123", ["789"]);
        Assert.Equal("789", (await NextAsync<TagRemovedEvent>()).Tag?.Id);
        await Kajabi.Contacts.ReplaceContactTagsAsync("123", [], EmptyListBehavior.RemoveAll);
        Assert.Equal("790", (await NextAsync<TagRemovedEvent>()).Tag?.Id);
    }

    [Fact]
    public async Task A_submitted_form_is_delivered_with_its_sender_and_the_tags_it_adds()
    {
        await SubscribeAsync("form_submission");
        await SubscribeAsync("tag_added");

        await Kajabi.Forms.SubmitFormAsync("801", new FormSubmissionAttributes { Name = "Ada", Email = "ada@example.com" });

        await _sandbox!.WaitForDeliveriesAsync();
        WebhookEvent[] received = [await _host!.Inbox.NextAsync(), await _host.Inbox.NextAsync()];
        FormSubmissionEvent submitted = received.OfType<FormSubmissionEvent>().Single();
        Assert.Equal(("ada@example.com", "Newsletter"), (submitted.Submission.Attributes.Email, submitted.Form?.Attributes.Title));
        Assert.Equal("ada@example.com", received.OfType<TagAddedEvent>().Single().Contact.Attributes.Email);
    }

    [Fact]
    public async Task A_checkout_is_delivered_as_an_order_a_purchase_and_a_payment()
    {
        foreach (string name in (string[])["order_created", "purchase", "payment_succeeded"])
        {
            await SubscribeAsync(name);
        }

        string purchaseId = _sandbox!.SimulateCheckout("2148433001", "456");
        await _sandbox.WaitForDeliveriesAsync();
        WebhookEvent[] received = [await _host!.Inbox.NextAsync(), await _host.Inbox.NextAsync(), await _host.Inbox.NextAsync()];

        OrderCreatedEvent placed = received.OfType<OrderCreatedEvent>().Single();
        PaymentSucceededEvent paid = received.OfType<PaymentSucceededEvent>().Single();
        Assert.Equal(("Wheel throwing, full course", placed.Customer?.Id), (placed.Items.Single().Attributes.Title, paid.Customer?.Id));
        Assert.Equal((paid.Transaction.Id, "456"), (placed.Payments.Single().Id, placed.Offers.Single().Id));
        Assert.Equal((19900L, purchaseId), (paid.Transaction.Attributes.AmountInCents, paid.PurchaseIds.Single()));
#pragma warning disable CS0618 // Obsolete because of bundled payments; this is not one.
        Assert.Equal("456", paid.Offer?.Id);
#pragma warning restore CS0618
        Assert.Equal(purchaseId, received.OfType<PurchaseEvent>().Single().Purchase.Id);
    }

    [Fact]
    public async Task A_checkout_of_two_offers_is_one_payment_without_an_offer_and_two_purchases()
    {
        foreach (string name in (string[])["order_created", "purchase", "payment_succeeded"])
        {
            await SubscribeAsync(name);
        }

        await SubscribeAsync("payment_succeeded", resourceId: "458");

        IReadOnlyList<string> purchaseIds = _sandbox!.SimulateCheckout("2148433001", ["456", "458", "457"]);
        IReadOnlyList<SandboxDelivery> deliveries = await _sandbox.WaitForDeliveriesAsync();
        WebhookEvent[] received = new WebhookEvent[5];
        for (int index = 0; index < received.Length; index++)
        {
            received[index] = await _host!.Inbox.NextAsync();
        }

        OrderCreatedEvent placed = received.OfType<OrderCreatedEvent>().Single();
        PaymentSucceededEvent paid = received.OfType<PaymentSucceededEvent>().Single();
        Assert.Equal(2, deliveries.Count(static delivery => delivery.Event == "payment_succeeded"));
        Assert.Equal(5, _host!.Inbox.Count);
        Assert.Equal(RelationshipState.Empty, paid.Delivery!.Payload.OfType<Transaction>().Single().Relationships["offer"]?.State);
        Assert.Equal(purchaseIds.Take(2), paid.PurchaseIds); // Nothing is charged for the third offer.
        Assert.Equal(23400L, paid.Transaction.Attributes.AmountInCents);
        Assert.Equal(purchaseIds, received.OfType<PurchaseEvent>().Select(bought => bought.Purchase.Id));
        Assert.Equal(["456", "458", "457"], placed.Offers.Select(offer => offer.Id));
        Assert.Equal([19900L, 3500L, 0L], placed.Items.Select(item => item.Attributes.TotalPriceInCents ?? -1));
        PaymentContents contents = await Kajabi.Transactions.GetPaymentContentsAsync(paid.Transaction);
        Assert.Equal(["456", "458"], contents.OfferIds);
    }

    [Fact]
    public async Task A_webhook_for_one_tag_on_one_site_receives_no_other_events()
    {
        await SubscribeAsync("tag_added", resourceId: "790");
        await SubscribeAsync("tag_added", siteId: "2148432935");

        await Kajabi.Contacts.AddContactTagsAsync("2148433001", ["789"]);
        await Kajabi.Contacts.AddContactTagsAsync("2148433001", ["790"]);

        Assert.Equal("790", (await NextAsync<TagAddedEvent>()).Tag?.Id);
        Assert.Equal(1, _host!.Inbox.Count);
    }

    [Fact]
    public async Task Two_webhooks_with_the_same_URL_call_the_handler_once()
    {
        await SubscribeAsync("tag_added");
        await SubscribeAsync("tag_added", resourceId: "789");

        await Kajabi.Contacts.AddContactTagsAsync("2148433001", ["789"]);

        Assert.Equal(2, (await _sandbox!.WaitForDeliveriesAsync()).Count(delivery => delivery.ResponseStatusCodes is [200]));
        Assert.Equal(1, _host!.Inbox.Count);
    }

    [Fact]
    public async Task A_write_that_changes_nothing_is_not_delivered()
    {
        await SubscribeAsync("tag_added");
        await SubscribeAsync("purchase");

        await Kajabi.Contacts.AddContactTagsAsync("123", ["789"]);
        await Kajabi.Contacts.GrantContactOffersAsync("123", ["456"], WelcomeEmail.DoNotSend);

        Assert.Empty(await _sandbox!.WaitForDeliveriesAsync());
    }

    [Theory]
    [InlineData("tag_added")]
    [InlineData("tag_removed")]
    [InlineData("form_submission")]
    [InlineData("purchase")]
    [InlineData("payment_succeeded")]
    [InlineData("order_created")]
    public async Task A_sample_of_the_API_is_parsed_as_its_event(string name)
    {
        MixedResourceCollection sample = name switch
        {
            "tag_added" => await Kajabi.Webhooks.GetTagAddedSampleAsync(),
            "tag_removed" => await Kajabi.Webhooks.GetTagRemovedSampleAsync(),
            "form_submission" => await Kajabi.Webhooks.GetFormSubmissionSampleAsync(),
            "purchase" => await Kajabi.Webhooks.GetPurchaseSampleAsync(),
            "payment_succeeded" => await Kajabi.Webhooks.GetPaymentSucceededSampleAsync(),
            _ => await Kajabi.Webhooks.GetOrderCreatedSampleAsync(),
        };

        WebhookEvent shown = WebhookParser.FromSample(name, sample);

        Assert.IsNotType<UnknownEvent>(shown);
        Assert.Equal(name, shown.Name);
        Assert.Equal(sample.Data.Select(resource => resource.Identifier), shown.Delivery!.Payload.Select(resource => resource.Identifier));
    }

    private Task SubscribeAsync(string name, string? resourceId = null, string siteId = "1") =>
        Kajabi.Webhooks.CreateWebhookAsync(
            new WebhookAttributes
            {
                Event = name,
                TargetUrl = _host!.Address.ToString(),
                ResourceId = resourceId,
            },
            siteId
        );

    private async Task<TEvent> NextAsync<TEvent>()
        where TEvent : WebhookEvent
    {
        await _sandbox!.WaitForDeliveriesAsync();
        return Assert.IsType<TEvent>(await _host!.Inbox.NextAsync());
    }
}
