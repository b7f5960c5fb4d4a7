namespace Kajabi.Sandbox.Tests.Data;

/// <summary>Data of a test, read with the SDK.</summary>
public sealed class OwnDataTests : EmptySandboxTestBase
{
    [Fact]
    public async Task Without_sample_data_the_sandbox_is_empty_and_every_list_can_be_read()
    {
        Assert.Equal("Mira Okafor", (await Kajabi.Me.GetMeAsync()).Data.Attributes.Name);
        Assert.Empty((await Kajabi.Sites.ListSitesAsync()).Data);
        Assert.Empty((await Kajabi.Contacts.ListContactsAsync()).Data);
        Assert.Equal(KajabiErrorKind.NotFound, (await GetErrorAsync(() => Kajabi.Forms.GetFormAsync("default"))).Kind);
        Assert.IsType<TagAddedEvent>(WebhookParser.Parse(Sandbox.CreateWebhookSample("tag_added")));
    }

    [Fact]
    public async Task A_purchase_creates_the_customer_the_order_and_the_payment_and_relates_all_of_them()
    {
        Data.AddSite("Studio");
        SandboxTag vip = Data.AddTag("VIP");
        SandboxProduct product = Data.AddProduct("Course");
        SandboxOffer offer = Data.AddOffer("Course, full", priceInCents: 19900, products: [product]);
        SandboxContact ann = Data.AddContact("ann@example.com", "Ann", tags: [vip], configure: one => one["custom_1"] = "Celadon");
        SandboxPurchase purchase = Data.AddPurchase(ann, offer, configure: one => one["coupon_code"] = "CLAY10");

        Contact contact = (
            await Kajabi.Contacts.GetContactAsync(
                ann.Id,
                new GetContactQuery { Include = [ContactInclude.Customer, ContactInclude.Offers, ContactInclude.Tags] }
            )
        ).Data;
        Assert.Equal(
            ("Ann", "Celadon", "VIP"),
            (contact.Attributes.Name, contact.Attributes.Custom1, contact.Tags.Single().Attributes.Name)
        );
        Assert.Equal((purchase.Customer!.Id, offer.Id), (contact.Customer?.Id, contact.Offers.Single().Id));
        Purchase bought = (await Kajabi.Purchases.GetPurchaseAsync(purchase.Id)).Data;
        Assert.Equal(
            (19900L, "CLAY10", offer.Id),
            (bought.Attributes.AmountInCents, bought.Attributes.CouponCode, bought.Relationships.Offer.Identifier?.Id)
        );
        Assert.Equal([purchase.Transaction!.Id], bought.Relationships.Transactions.Identifiers!.Select(static one => one.Id));
        Customer customer = (await Kajabi.Customers.GetCustomerAsync(purchase.Customer.Id)).Data;
        Assert.Equal(
            (ann.Id, product.Id),
            (customer.Relationships.Contact.Identifier?.Id, customer.Relationships.Products.Identifiers!.Single().Id)
        );
        Transaction payment = (await Kajabi.Transactions.GetTransactionAsync(purchase.Transaction.Id)).Data;
        Assert.Equal((19900L, "$199.00"), (payment.Attributes.AmountInCents, payment.Attributes.FormattedAmount));
        Order order = (await Kajabi.Orders.ListOrdersAsync()).Data.Single();
        Assert.Equal([purchase.Transaction.Id], order.Relationships.PaymentTransactions.Identifiers!.Select(static one => one.Id));
        Assert.Empty(await Sandbox.WaitForDeliveriesAsync());
    }

    [Fact]
    public async Task A_granted_or_free_offer_has_no_payment_and_a_deactivated_purchase_grants_no_access()
    {
        Data.AddSite("Studio");
        SandboxContact ann = Data.AddContact("ann@example.com");
        SandboxOffer paid = Data.AddOffer("Course", priceInCents: 19900);
        SandboxPurchase granted = Data.AddPurchase(ann, paid, isGranted: true);
        SandboxPurchase free = Data.AddPurchase(ann, Data.AddOffer("Taster", priceInCents: 0));
        SandboxPurchase ended = Data.AddPurchase(
            ann,
            Data.AddOffer("Circle", priceInCents: 2900, currency: "EUR", isSubscription: true),
            configure: one => one["deactivated_at"] = "2026-01-05T12:00:00.000Z"
        );

        Assert.Equal((null, null), (granted.Transaction, free.Transaction));
        Assert.Equal(granted.Customer, ended.Customer);
        Assert.Equal(0, (await Kajabi.Purchases.GetPurchaseAsync(granted.Id)).Data.Attributes.AmountInCents);
        Assert.Equal("active", (await Kajabi.Purchases.GetPurchaseAsync(ended.Id)).Data.Attributes.Status);
        Assert.Equal("€29.00", (await Kajabi.Transactions.GetTransactionAsync(ended.Transaction!.Id)).Data.Attributes.FormattedAmount);
        Assert.Equal(2, (await Kajabi.Contacts.GetContactOffersRelationshipAsync(ann.Id)).Data.Count);
    }

    [Fact]
    public async Task A_refund_belongs_to_the_purchase()
    {
        Data.AddSite("Studio");
        SandboxPurchase purchase = Data.AddPurchase(Data.AddContact("ann@example.com"), Data.AddOffer("Course", 19900));

        SandboxTransaction refund = Data.AddTransaction(purchase, amountInCents: 500, action: "refund");

        Transaction read = (await Kajabi.Transactions.GetTransactionAsync(refund.Id)).Data;
        Assert.Equal((500L, "refund"), (read.Attributes.AmountInCents, read.Attributes.Action));
        Assert.Equal(purchase.Customer!.Id, read.Relationships.Customer.Identifier?.Id);
        Purchase paid = (await Kajabi.Purchases.GetPurchaseAsync(purchase.Id)).Data;
        Assert.Equal([purchase.Transaction!.Id, refund.Id], paid.Relationships.Transactions.Identifiers!.Select(static one => one.Id));
    }

    [Fact]
    public async Task Courses_forms_notes_and_custom_fields_are_complete()
    {
        SandboxSite site = Data.AddSite("Studio");
        SandboxTag tag = Data.AddTag("Reader");
        SandboxCourse course = Data.AddCourse("Wheel", [Data.AddOffer("Course", 0)], lessons: ["Wedging", "Centring"]);
        SandboxForm form = Data.AddForm("Newsletter", tags: [tag]);
        SandboxContact ann = Data.AddContact("ann@example.com");
        SandboxNote note = Data.AddNote(ann, "Prefers mornings.");
        SandboxCustomField field = Data.AddCustomField("Glaze", "custom_2");

        Course read = (await Kajabi.Courses.GetCourseAsync(course.Id, new GetCourseQuery { Include = [CourseInclude.Lessons] })).Data;
        Assert.Equal(["Wedging", "Centring"], read.Lessons.Select(static lesson => lesson.Attributes.Title));
        await Kajabi.Forms.SubmitFormAsync(form.Id, new FormSubmissionAttributes { Name = "Bob", Email = "bob@example.com" });
        Contact bob = (await Kajabi.Contacts.ListContactsAsync(new ListContactsQuery { Search = "bob@" })).Data.Single();
        Assert.Equal([tag.Id], (await Kajabi.Contacts.GetContactTagsRelationshipAsync(bob.Id)).Data.Select(static one => one.Id));
        Assert.Equal(ann.Id, (await Kajabi.ContactNotes.GetContactNoteAsync(note.Id)).Data.Relationships.Contact.Identifier?.Id);
        Assert.Equal("custom_2", (await Kajabi.CustomFields.GetCustomFieldAsync(field.Id)).Data.Attributes.Handle);
        Assert.Equal(site.Id, (await Kajabi.Sites.ListSitesAsync()).Data.Single().Id);
        Assert.Equal(form.Id, (await Kajabi.Forms.GetFormAsync("default")).Data.Id);
    }

    [Fact]
    public async Task Ids_are_chosen_or_assigned_and_never_used_twice()
    {
        SandboxSite site = Data.AddSite("Studio", id: "7");
        SandboxContact chosen = Data.AddContact("ann@example.com", id: "3000000001");
        SandboxContact assigned = Data.AddContact("bob@example.com");

        Assert.Equal(("7", "3000000001", "3000000002"), (site.Id, chosen.Id, assigned.Id));
        Assert.Equal(new SandboxContact("3000000002"), assigned);
        Assert.Equal("contacts 3000000002", assigned.ToString());
        Contact created = (await Kajabi.Contacts.CreateContactAsync(new ContactAttributes { Email = "c@example.com" }, siteId: "7")).Data;
        Assert.Equal("3000000003", created.Id);
    }

    [Fact]
    public async Task Resources_of_the_sample_data_can_be_related()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        SandboxPurchase purchase = sandbox.Data.AddPurchase(new SandboxContact("123"), new SandboxOffer("458"));
        SandboxContact ann = sandbox.Data.AddContact("ann@example.com", tags: [new SandboxTag("789")]);

        Assert.Equal("321", purchase.Customer?.Id);
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        Assert.Equal("1", (await kajabi.Contacts.GetContactAsync(ann.Id)).Data.Relationships.Site.Identifier?.Id);
    }

    [Fact]
    public async Task Data_can_be_added_while_requests_are_handled()
    {
        Data.AddSite("Studio");
        Task[] writers =
        [
            .. Enumerable
                .Range(0, 4)
                .Select(one =>
                    Task.Run(() => Enumerable.Range(0, 25).Select(two => Data.AddContact($"c{one}-{two}@example.com")).ToList())
                ),
        ];
        while (!Task.WhenAll(writers).IsCompleted)
        {
            await Kajabi.Contacts.ListContactsAsync();
        }

        Assert.Equal(100, (await Kajabi.Contacts.ListAllContactsAsync().ReadAllAsync()).Select(static one => one.Id).Distinct().Count());
    }

    private static async Task<KajabiApiException> GetErrorAsync(Func<Task> call) => await Assert.ThrowsAsync<KajabiApiException>(call);
}
