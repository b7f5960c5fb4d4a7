namespace Kajabi.IntegrationTests.Contract;

/// <summary>Calls each operation by its typed method, in an order that the sandbox supports.</summary>
internal static class EveryOperation
{
    public static async Task CallAsync(KajabiClient kajabi)
    {
        await ReadPeopleAsync(kajabi);
        await ReadCatalogAsync(kajabi);
        await ReadSalesAsync(kajabi);
        await ReadPagesAsync(kajabi);
        await WriteContactsAsync(kajabi);
        await WriteCustomersAsync(kajabi);
        await WriteOthersAsync(kajabi);
        await UseTokensAsync(kajabi);
    }

    private static async Task ReadPeopleAsync(KajabiClient kajabi)
    {
        await kajabi.Contacts.ListContactsAsync(FullQuery.Create<ListContactsQuery>());
        await kajabi.Contacts.GetContactAsync("123", FullQuery.Create<GetContactQuery>());
        await kajabi.Contacts.GetContactOffersRelationshipAsync("123");
        await kajabi.Contacts.GetContactTagsRelationshipAsync("123");
        await kajabi.ContactNotes.ListContactNotesAsync(FullQuery.Create<ListContactNotesQuery>());
        await kajabi.ContactNotes.GetContactNoteAsync("901", FullQuery.Create<GetContactNoteQuery>());
        await kajabi.ContactTags.ListContactTagsAsync(FullQuery.Create<ListContactTagsQuery>());
        await kajabi.ContactTags.GetContactTagAsync("789");
        await kajabi.Customers.ListCustomersAsync(FullQuery.Create<ListCustomersQuery>());
        await kajabi.Customers.GetCustomerAsync("321", FullQuery.Create<GetCustomerQuery>());
        await kajabi.Customers.GetCustomerOffersRelationshipAsync("321");
        await kajabi.CustomFields.ListCustomFieldsAsync(FullQuery.Create<ListCustomFieldsQuery>());
        await kajabi.CustomFields.GetCustomFieldAsync("601", FullQuery.Create<GetCustomFieldQuery>());
        await kajabi.Forms.ListFormsAsync(FullQuery.Create<ListFormsQuery>());
        await kajabi.Forms.GetFormAsync("801", FullQuery.Create<GetFormQuery>());
        await kajabi.Forms.ListFormSubmissionsAsync(FullQuery.Create<ListFormSubmissionsQuery>());
        await kajabi.Forms.GetFormSubmissionAsync("821", FullQuery.Create<GetFormSubmissionQuery>());
        await kajabi.Me.GetMeAsync();
    }

    private static async Task ReadCatalogAsync(KajabiClient kajabi)
    {
        await kajabi.Courses.ListCoursesAsync(FullQuery.Create<ListCoursesQuery>());
        await kajabi.Courses.GetCourseAsync("501", FullQuery.Create<GetCourseQuery>());
        await kajabi.Offers.ListOffersAsync(FullQuery.Create<ListOffersQuery>());
        await kajabi.Offers.GetOfferAsync("456", FullQuery.Create<GetOfferQuery>());
        await kajabi.Offers.GetOfferProductsRelationshipAsync("456");
        await kajabi.Podcasts.ListPodcastsAsync(FullQuery.Create<ListPodcastsQuery>());
        await kajabi.Podcasts.GetPodcastAsync("421");
        await kajabi.Products.ListProductsAsync(FullQuery.Create<ListProductsQuery>());
        await kajabi.Products.GetProductAsync("701", FullQuery.Create<GetProductQuery>());
    }

    private static async Task ReadSalesAsync(KajabiClient kajabi)
    {
        ListKajabiPaymentsPayoutsQuery payouts = new() { SiteId = "1" };
        GetKajabiPaymentsPayoutQuery payout = new() { SiteId = "1" };
        FullQuery.Fill(payouts);
        FullQuery.Fill(payout);
        await kajabi.KajabiPaymentsPayouts.ListKajabiPaymentsPayoutsAsync(payouts);
        await kajabi.KajabiPaymentsPayouts.GetKajabiPaymentsPayoutAsync("payout_k1ln", payout);
        await kajabi.Orders.ListOrdersAsync(FullQuery.Create<ListOrdersQuery>());
        await kajabi.Orders.GetOrderAsync("1001", FullQuery.Create<GetOrderQuery>());
        await kajabi.Orders.ListOrderItemsAsync(FullQuery.Create<ListOrderItemsQuery>());
        await kajabi.Orders.GetOrderItemAsync("1011", FullQuery.Create<GetOrderItemQuery>());
        await kajabi.Purchases.ListPurchasesAsync(FullQuery.Create<ListPurchasesQuery>());
        await kajabi.Purchases.GetPurchaseAsync("1022", FullQuery.Create<GetPurchaseQuery>());
        await kajabi.Transactions.ListTransactionsAsync(FullQuery.Create<ListTransactionsQuery>());
        await kajabi.Transactions.GetTransactionAsync("1031", FullQuery.Create<GetTransactionQuery>());
    }

    private static async Task ReadPagesAsync(KajabiClient kajabi)
    {
        await kajabi.BlogPosts.ListBlogPostsAsync(FullQuery.Create<ListBlogPostsQuery>());
        await kajabi.BlogPosts.GetBlogPostAsync("411", FullQuery.Create<GetBlogPostQuery>());
        await kajabi.LandingPages.ListLandingPagesAsync(FullQuery.Create<ListLandingPagesQuery>());
        await kajabi.LandingPages.GetLandingPageAsync("301", FullQuery.Create<GetLandingPageQuery>());
        await kajabi.Sites.ListSitesAsync(FullQuery.Create<ListSitesQuery>());
        await kajabi.Sites.GetSiteAsync("1", FullQuery.Create<GetSiteQuery>());
        await kajabi.Sites.ListWebsitePagesAsync(FullQuery.Create<ListWebsitePagesQuery>());
        await kajabi.Sites.GetWebsitePageAsync("311", FullQuery.Create<GetWebsitePageQuery>());
        await kajabi.Version.GetVersionAsync();
    }

    private static async Task WriteContactsAsync(KajabiClient kajabi)
    {
        string id = (
            await kajabi.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada Byron", Email = "ada@example.com" }, siteId: "1")
        )
            .Data
            .Id;
        await kajabi.Contacts.UpdateContactAsync(id, new ContactAttributes { PhoneNumber = "+44 20 5550100" });
        await kajabi.Contacts.AddContactTagsAsync(id, ["789"]);
        await kajabi.Contacts.RemoveContactTagsAsync(id, ["789"]);
        await kajabi.Contacts.ReplaceContactTagsAsync(id, ["790"]);
        await kajabi.Contacts.GrantContactOffersAsync(id, ["456"], WelcomeEmail.DoNotSend);
        await kajabi.Contacts.RevokeContactOffersAsync(id, ["456"]);
        await kajabi.Contacts.ReplaceContactOffersAsync(id, [], EmptyListBehavior.RemoveAll);
        string note = (await kajabi.ContactNotes.CreateContactNoteAsync(new ContactNoteAttributes { Body = "Called." }, contactId: id))
            .Data
            .Id;
        await kajabi.ContactNotes.UpdateContactNoteAsync(note, new ContactNoteAttributes { Body = "Called back." });
        await kajabi.ContactNotes.DeleteContactNoteAsync(note);
        await kajabi.Contacts.DeleteContactAsync(id);
    }

    private static async Task WriteCustomersAsync(KajabiClient kajabi)
    {
        await kajabi.Customers.RevokeCustomerOffersAsync("321", ["457"]);
        await kajabi.Customers.GrantCustomerOffersAsync("321", ["457"]);
        await kajabi.Customers.ReplaceCustomerOffersAsync("321", ["456", "457"]);
        await kajabi.Purchases.DeactivatePurchaseAsync("1022");
        await kajabi.Purchases.ReactivatePurchaseAsync("1022");
        await kajabi.Purchases.CancelPurchaseSubscriptionAsync("1022");
    }

    private static async Task WriteOthersAsync(KajabiClient kajabi)
    {
        await kajabi.Forms.SubmitFormAsync("801", new FormSubmissionAttributes { Name = "Grace", Email = "grace@example.com" });
        await kajabi.Webhooks.ListWebhooksAsync(FullQuery.Create<ListWebhooksQuery>());
        string webhook = (
            await kajabi.Webhooks.CreateWebhookAsync(
                new WebhookAttributes { Event = "purchase", TargetUrl = "https://hooks.example.com/s3cret" },
                siteId: "1"
            )
        )
            .Data
            .Id;
        await kajabi.Webhooks.GetWebhookAsync(webhook);
        await kajabi.Webhooks.DeleteWebhookAsync(webhook);
        await kajabi.Webhooks.GetTagAddedSampleAsync();
        await kajabi.Webhooks.GetTagRemovedSampleAsync();
        await kajabi.Webhooks.GetFormSubmissionSampleAsync();
        await kajabi.Webhooks.GetPurchaseSampleAsync();
        await kajabi.Webhooks.GetPaymentSucceededSampleAsync();
        await kajabi.Webhooks.GetOrderCreatedSampleAsync();
    }

    private static async Task UseTokensAsync(KajabiClient kajabi)
    {
        AccessTokenResponse token = await kajabi.Authentication.CreateAccessTokenAsync(
            new AccessTokenRequest
            {
                ClientId = "sandbox-client",
                ClientSecret = "sandbox-secret",
                GrantType = "client_credentials",
            }
        );
        await kajabi.Authentication.RevokeAccessTokenAsync(new RevokeTokenRequest { Token = token.AccessToken });
    }
}
