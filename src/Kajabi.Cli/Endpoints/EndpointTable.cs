using static Kajabi.Cli.Endpoints.WireQuery;

namespace Kajabi.Cli.Endpoints;

/// <summary>The resource types that have operations of their own, each with the typed calls that read it.</summary>
internal static class EndpointTable
{
    private static readonly Endpoint[] s_all =
    [
        Endpoint.Of("blog_posts",
            request => Fill(new GetBlogPostQuery(), request), (kajabi, id, query, token) => kajabi.BlogPosts.GetBlogPostAsync(id, query, token),
            request => Fill(new ListBlogPostsQuery(), request), (kajabi, query, token) => kajabi.BlogPosts.ListBlogPostsAsync(query, token)),
        Endpoint.Of("contact_notes",
            request => Fill(new GetContactNoteQuery(), request), (kajabi, id, query, token) => kajabi.ContactNotes.GetContactNoteAsync(id, query, token),
            request => Fill(new ListContactNotesQuery(), request), (kajabi, query, token) => kajabi.ContactNotes.ListContactNotesAsync(query, token)),
        Endpoint.Of("contact_tags",
            request => Fill(new GetContactTagQuery(), request), (kajabi, id, query, token) => kajabi.ContactTags.GetContactTagAsync(id, query, token),
            request => Fill(new ListContactTagsQuery(), request), (kajabi, query, token) => kajabi.ContactTags.ListContactTagsAsync(query, token)),
        Endpoint.Of("contacts",
            request => Fill(new GetContactQuery(), request), (kajabi, id, query, token) => kajabi.Contacts.GetContactAsync(id, query, token),
            request => Fill(new ListContactsQuery(), request), (kajabi, query, token) => kajabi.Contacts.ListContactsAsync(query, token)),
        Endpoint.Of("courses",
            request => Fill(new GetCourseQuery(), request), (kajabi, id, query, token) => kajabi.Courses.GetCourseAsync(id, query, token),
            request => Fill(new ListCoursesQuery(), request), (kajabi, query, token) => kajabi.Courses.ListCoursesAsync(query, token)),
        Endpoint.Of("custom_fields",
            request => Fill(new GetCustomFieldQuery(), request), (kajabi, id, query, token) => kajabi.CustomFields.GetCustomFieldAsync(id, query, token),
            request => Fill(new ListCustomFieldsQuery(), request), (kajabi, query, token) => kajabi.CustomFields.ListCustomFieldsAsync(query, token)),
        Endpoint.Of("customers",
            request => Fill(new GetCustomerQuery(), request), (kajabi, id, query, token) => kajabi.Customers.GetCustomerAsync(id, query, token),
            request => Fill(new ListCustomersQuery(), request), (kajabi, query, token) => kajabi.Customers.ListCustomersAsync(query, token)),
        Endpoint.Of("form_submissions",
            request => Fill(new GetFormSubmissionQuery(), request), (kajabi, id, query, token) => kajabi.Forms.GetFormSubmissionAsync(id, query, token),
            request => Fill(new ListFormSubmissionsQuery(), request), (kajabi, query, token) => kajabi.Forms.ListFormSubmissionsAsync(query, token)),
        Endpoint.Of("forms",
            request => Fill(new GetFormQuery(), request), (kajabi, id, query, token) => kajabi.Forms.GetFormAsync(id, query, token),
            request => Fill(new ListFormsQuery(), request), (kajabi, query, token) => kajabi.Forms.ListFormsAsync(query, token)),
        Endpoint.Of("hooks",
            WithoutQuery, (kajabi, id, _, token) => kajabi.Webhooks.GetHookAsync(id, token),
            request => Fill(new ListHooksQuery(), request), (kajabi, query, token) => kajabi.Webhooks.ListHooksAsync(query, token)),
        Endpoint.Of("kajabi_payments_payouts",
            request => Fill(new GetKajabiPaymentsPayoutQuery { SiteId = request.RequiredFilter("site_id") }, request, "site_id"), (kajabi, id, query, token) => kajabi.KajabiPaymentsPayouts.GetKajabiPaymentsPayoutAsync(id, query, token),
            request => Fill(new ListKajabiPaymentsPayoutsQuery { SiteId = request.RequiredFilter("site_id") }, request, "site_id"), (kajabi, query, token) => kajabi.KajabiPaymentsPayouts.ListKajabiPaymentsPayoutsAsync(query, token)),
        Endpoint.Of("landing_pages",
            request => Fill(new GetLandingPageQuery(), request), (kajabi, id, query, token) => kajabi.LandingPages.GetLandingPageAsync(id, query, token),
            request => Fill(new ListLandingPagesQuery(), request), (kajabi, query, token) => kajabi.LandingPages.ListLandingPagesAsync(query, token)),
        Endpoint.Of("offers",
            request => Fill(new GetOfferQuery(), request), (kajabi, id, query, token) => kajabi.Offers.GetOfferAsync(id, query, token),
            request => Fill(new ListOffersQuery(), request), (kajabi, query, token) => kajabi.Offers.ListOffersAsync(query, token)),
        Endpoint.Of("order_items",
            request => Fill(new GetOrderItemQuery(), request), (kajabi, id, query, token) => kajabi.Orders.GetOrderItemAsync(id, query, token),
            request => Fill(new ListOrderItemsQuery(), request), (kajabi, query, token) => kajabi.Orders.ListOrderItemsAsync(query, token)),
        Endpoint.Of("orders",
            request => Fill(new GetOrderQuery(), request), (kajabi, id, query, token) => kajabi.Orders.GetOrderAsync(id, query, token),
            request => Fill(new ListOrdersQuery(), request), (kajabi, query, token) => kajabi.Orders.ListOrdersAsync(query, token)),
        Endpoint.Of("podcasts",
            request => Fill(new GetPodcastQuery(), request), (kajabi, id, query, token) => kajabi.Podcasts.GetPodcastAsync(id, query, token),
            request => Fill(new ListPodcastsQuery(), request), (kajabi, query, token) => kajabi.Podcasts.ListPodcastsAsync(query, token)),
        Endpoint.Of("products",
            request => Fill(new GetProductQuery(), request), (kajabi, id, query, token) => kajabi.Products.GetProductAsync(id, query, token),
            request => Fill(new ListProductsQuery(), request), (kajabi, query, token) => kajabi.Products.ListProductsAsync(query, token)),
        Endpoint.Of("purchases",
            request => Fill(new GetPurchaseQuery(), request), (kajabi, id, query, token) => kajabi.Purchases.GetPurchaseAsync(id, query, token),
            request => Fill(new ListPurchasesQuery(), request), (kajabi, query, token) => kajabi.Purchases.ListPurchasesAsync(query, token)),
        Endpoint.Of("sites",
            request => Fill(new GetSiteQuery(), request), (kajabi, id, query, token) => kajabi.Sites.GetSiteAsync(id, query, token),
            request => Fill(new ListSitesQuery(), request), (kajabi, query, token) => kajabi.Sites.ListSitesAsync(query, token)),
        Endpoint.Of("transactions",
            request => Fill(new GetTransactionQuery(), request), (kajabi, id, query, token) => kajabi.Transactions.GetTransactionAsync(id, query, token),
            request => Fill(new ListTransactionsQuery(), request), (kajabi, query, token) => kajabi.Transactions.ListTransactionsAsync(query, token)),
        Endpoint.Of("website_pages",
            request => Fill(new GetWebsitePageQuery(), request), (kajabi, id, query, token) => kajabi.Sites.GetWebsitePageAsync(id, query, token),
            request => Fill(new ListWebsitePagesQuery(), request), (kajabi, query, token) => kajabi.Sites.ListWebsitePagesAsync(query, token)),
    ];

    /// <summary>The types, for messages and help.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. s_all.Select(static endpoint => endpoint.Type)];

    /// <summary>Finds the endpoint of a type.</summary>
    /// <exception cref="WrongUseException">The API reads no such resources by themselves.</exception>
    public static Endpoint Find(string type) => s_all.FirstOrDefault(endpoint => endpoint.Type == type)
        ?? throw new WrongUseException($"'{type}' is no type that the API reads by itself; some types only come included in others. {Spelling.Advice(type, Types)}");

    private static object? WithoutQuery(ReadRequest request) => request.HasQuery
        ? throw new WrongUseException($"One of '{request.Type}' is read as a whole: the API takes neither includes nor fields here. Leave these options out.")
        : null;
}
