namespace Kajabi.IntegrationTests.Contract;

/// <summary>Each operation by its typed method, in an order in which the sandbox can carry them out.</summary>
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
        await kajabi.Contacts.ListContactsAsync(FullQuery.Of<ListContactsQuery>());
        await kajabi.Contacts.GetContactAsync("123", FullQuery.Of<GetContactQuery>());
        await kajabi.Contacts.GetContactOffersRelationshipAsync("123");
        await kajabi.Contacts.GetContactTagsRelationshipAsync("123");
        await kajabi.ContactNotes.ListContactNotesAsync(FullQuery.Of<ListContactNotesQuery>());
        await kajabi.ContactNotes.GetContactNoteAsync("901", FullQuery.Of<GetContactNoteQuery>());
        await kajabi.ContactTags.ListContactTagsAsync(FullQuery.Of<ListContactTagsQuery>());
        await kajabi.ContactTags.GetContactTagAsync("789");
        await kajabi.Customers.ListCustomersAsync(FullQuery.Of<ListCustomersQuery>());
        await kajabi.Customers.GetCustomerAsync("321", FullQuery.Of<GetCustomerQuery>());
        await kajabi.Customers.GetCustomerOffersRelationshipAsync("321");
        await kajabi.CustomFields.ListCustomFieldsAsync(FullQuery.Of<ListCustomFieldsQuery>());
        await kajabi.CustomFields.GetCustomFieldAsync("601", FullQuery.Of<GetCustomFieldQuery>());
        await kajabi.Forms.ListFormsAsync(FullQuery.Of<ListFormsQuery>());
        await kajabi.Forms.GetFormAsync("801", FullQuery.Of<GetFormQuery>());
        await kajabi.Forms.ListFormSubmissionsAsync(FullQuery.Of<ListFormSubmissionsQuery>());
        await kajabi.Forms.GetFormSubmissionAsync("821", FullQuery.Of<GetFormSubmissionQuery>());
        await kajabi.Me.GetMeAsync();
    }

    private static async Task ReadCatalogAsync(KajabiClient kajabi)
    {
        await kajabi.Courses.ListCoursesAsync(FullQuery.Of<ListCoursesQuery>());
        await kajabi.Courses.GetCourseAsync("501", FullQuery.Of<GetCourseQuery>());
        await kajabi.Offers.ListOffersAsync(FullQuery.Of<ListOffersQuery>());
        await kajabi.Offers.GetOfferAsync("456", FullQuery.Of<GetOfferQuery>());
        await kajabi.Offers.GetOfferProductsRelationshipAsync("456");
        await kajabi.Podcasts.ListPodcastsAsync(FullQuery.Of<ListPodcastsQuery>());
        await kajabi.Podcasts.GetPodcastAsync("421");
        await kajabi.Products.ListProductsAsync(FullQuery.Of<ListProductsQuery>());
        await kajabi.Products.GetProductAsync("701", FullQuery.Of<GetProductQuery>());
    }

    private static async Task ReadSalesAsync(KajabiClient kajabi)
    {
        ListKajabiPaymentsPayoutsQuery payouts = new() { SiteId = "1" };
        GetKajabiPaymentsPayoutQuery payout = new() { SiteId = "1" };
        FullQuery.Fill(payouts);
        FullQuery.Fill(payout);
        await kajabi.KajabiPaymentsPayouts.ListKajabiPaymentsPayoutsAsync(payouts);
        await kajabi.KajabiPaymentsPayouts.GetKajabiPaymentsPayoutAsync("payout_k1ln", payout);
        await kajabi.Orders.ListOrdersAsync(FullQuery.Of<ListOrdersQuery>());
        await kajabi.Orders.GetOrderAsync("1001", FullQuery.Of<GetOrderQuery>());
        await kajabi.Orders.ListOrderItemsAsync(FullQuery.Of<ListOrderItemsQuery>());
        await kajabi.Orders.GetOrderItemAsync("1011", FullQuery.Of<GetOrderItemQuery>());
        await kajabi.Purchases.ListPurchasesAsync(FullQuery.Of<ListPurchasesQuery>());
        await kajabi.Purchases.GetPurchaseAsync("1022", FullQuery.Of<GetPurchaseQuery>());
        await kajabi.Transactions.ListTransactionsAsync(FullQuery.Of<ListTransactionsQuery>());
        await kajabi.Transactions.GetTransactionAsync("1031", FullQuery.Of<GetTransactionQuery>());
    }

    private static async Task ReadPagesAsync(KajabiClient kajabi)
    {
        await kajabi.BlogPosts.ListBlogPostsAsync(FullQuery.Of<ListBlogPostsQuery>());
        await kajabi.BlogPosts.GetBlogPostAsync("411", FullQuery.Of<GetBlogPostQuery>());
        await kajabi.LandingPages.ListLandingPagesAsync(FullQuery.Of<ListLandingPagesQuery>());
        await kajabi.LandingPages.GetLandingPageAsync("301", FullQuery.Of<GetLandingPageQuery>());
        await kajabi.Sites.ListSitesAsync(FullQuery.Of<ListSitesQuery>());
        await kajabi.Sites.GetSiteAsync("1", FullQuery.Of<GetSiteQuery>());
        await kajabi.Sites.ListWebsitePagesAsync(FullQuery.Of<ListWebsitePagesQuery>());
        await kajabi.Sites.GetWebsitePageAsync("311", FullQuery.Of<GetWebsitePageQuery>());
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
        await kajabi.Webhooks.ListWebhooksAsync(FullQuery.Of<ListWebhooksQuery>());
        string hook = (
            await kajabi.Webhooks.CreateWebhookAsync(
                new WebhookAttributes { Event = "purchase", TargetUrl = "https://hooks.example.com/s3cret" },
                siteId: "1"
            )
        )
            .Data
            .Id;
        await kajabi.Webhooks.GetWebhookAsync(hook);
        await kajabi.Webhooks.DeleteWebhookAsync(hook);
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
