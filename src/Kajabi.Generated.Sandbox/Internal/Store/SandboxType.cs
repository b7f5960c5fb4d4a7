namespace Kajabi.Sandbox.Internal.Store;

/// <summary>The metadata of a resource type.</summary>
/// <param name="Type">The JSON:API type, which is also the path of its operations.</param>
/// <param name="Includes">The supported include paths.</param>
internal sealed record SandboxType(string Type, params string[] Includes)
{
    private static readonly SandboxType[] s_all =
    [
        new("blog_posts"),
        new("contact_notes", "contact") { PageSize = 20, MaxPageSize = 100 },
        new("contact_tags"),
        new("contacts", "site", "customer", "offers", "tags") { LinksInLists = ["offers"], LinkedTo = "customer" },
        new("courses", "site", "offers", "modules", "lessons", "lessons.media"),
        new("custom_fields"),
        new("customers", "contact", "site", "offers", "products") { LinksInLists = ["offers"], LinkedTo = "contact" },
        new("form_submissions", "site", "form"),
        new("forms", "site", "offer", "fields", "contact_tags"),
        new("hooks"),
        new("kajabi_payments_payouts") { PageSize = 10, NeedsSite = true },
        new("landing_pages"),
        new("offers", "site", "products"),
        new("order_items", "order"),
        new("orders", "site", "customer", "order_items"),
        new("podcasts"),
        new("products"),
        new("purchases"),
        new("sites"),
        new("transactions", "customer", "purchases", "offer"),
        new("website_pages"),
    ];

    public int PageSize { get; init; } = 25;

    public int MaxPageSize { get; init; } = 500;

    /// <summary>The relationships that have only links in lists, unless they are included.</summary>
    public string[] LinksInLists { get; init; } = [];

    /// <summary>The relationship in the links of the resource.</summary>
    public string? LinkedTo { get; init; }

    /// <summary>Whether resources of this type have relationships in the JSON.</summary>
    public bool ShowsRelationships => !NeedsSite;

    /// <summary>Whether <c>filter[site_id]</c> is required and the pagination members differ.</summary>
    public bool NeedsSite { get; init; }

    public static SandboxType? Find(string type) => s_all.FirstOrDefault(known => known.Type == type);
}
