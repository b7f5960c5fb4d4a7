namespace Kajabi.Sandbox.Internal.Store;

/// <summary>The metadata of a resource type.</summary>
/// <param name="Type">The JSON:API type, which is also the path of its operations.</param>
/// <param name="Sorts">The attributes that its list can be sorted by.</param>
internal sealed record SandboxType(string Type, params string[] Sorts)
{
    /// <summary>The attributes by which purchases are sorted and filtered.</summary>
    public static readonly string[] PurchaseAttributes =
    [
        "multipay_payments_made",
        "opt_in",
        "currency",
        "effective_start_at",
        "cardholder_name",
        "billing_address_zip",
        "deactivated_at",
        "deactivation_reason",
        "coupon_code",
        "source",
        "referrer",
        "quantity",
        "created_at",
        "updated_at",
    ];

    private static readonly SandboxType[] s_all =
    [
        new("blog_posts", "title", "published_at"),
        new("contact_notes", "created_at", "updated_at") { PageSize = 20, MaxPageSize = 100 },
        new("contact_tags", "name", "email"),
        new("contacts", "name", "email", "created_at")
        {
            LinksInLists = ["offers"],
            LinkedTo = "customer",
            IsNewestFirst = true,
        },
        new("courses", "title"),
        new("custom_fields", "title", "handle", "type", "required"),
        new("customers", "name", "email", "created_at", "net_revenue", "last_request_at")
        {
            LinksInLists = ["offers"],
            LinkedTo = "contact",
            IsNewestFirst = true,
        },
        new("form_submissions", "name", "email", "created_at"),
        new("forms", "title"),
        new("hooks"),
        new("kajabi_payments_payouts") { PageSize = 10, NeedsSite = true },
        new("landing_pages", "title", "publish_at"),
        new("offers", "title", "price_in_cents"),
        new("order_items", "created_at", "quantity", "fulfilled_at"),
        new("orders", "order_number", "created_at", "fulfilled_at"),
        new("podcasts", "title"),
        new("products", "title", "description", "status"),
        new("purchases", PurchaseAttributes),
        new("sites", "title", "subdomain"),
        new("transactions"),
        new("website_pages", "created_at"),
    ];

    /// <summary>The types that the API has lists of.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_all.Select(static type => type.Type)];

    public int PageSize { get; init; } = 25;

    public int MaxPageSize { get; init; } = 500;

    /// <summary>The relationships that have only links in lists, unless they are included.</summary>
    public string[] LinksInLists { get; init; } = [];

    /// <summary>The relationship in the links of the resource.</summary>
    public string? LinkedTo { get; init; }

    /// <summary>Whether a list without a sort order starts with the newest resource instead of the oldest.</summary>
    public bool IsNewestFirst { get; init; }

    /// <summary>Whether resources of this type have relationships in the JSON.</summary>
    public bool ShowsRelationships => !NeedsSite;

    /// <summary>Whether <c>filter[site_id]</c> is required and the pagination members differ.</summary>
    public bool NeedsSite { get; init; }

    /// <summary>Returns whether its list can be sorted by a key, which starts with a minus for descending order.</summary>
    public bool CanSortBy(string key) => Sorts.Contains(key.StartsWith('-') ? key[1..] : key);

    public static SandboxType? Find(string type) => s_all.FirstOrDefault(known => known.Type == type);
}
