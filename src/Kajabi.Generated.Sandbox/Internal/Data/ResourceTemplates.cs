namespace Kajabi.Sandbox.Internal.Data;

/// <summary>The templates of all resource types of the API, which complete the resources that a test adds.</summary>
internal static class ResourceTemplates
{
    private static readonly RelationshipTemplate s_site = new("site", "sites");

    private static readonly Dictionary<string, ResourceTemplate> s_all = new[]
    {
        CreatePeople(),
        CreateCatalog(),
        CreateSales(),
        CreateContents(),
    }
        .SelectMany(static part => part)
        .ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);

    public static IEnumerable<string> Types => s_all.Keys;

    /// <summary>Returns the template of a type; null if the API has no such type.</summary>
    public static ResourceTemplate? Find(string type) => s_all.GetValueOrDefault(type);

    private static RelationshipTemplate Many(string name, string target, string? inverse = null) =>
        new(name, target, IsToMany: true, inverse);

    private static Dictionary<string, ResourceTemplate> CreatePeople() =>
        new()
        {
            ["contacts"] = new(
                """
                { "name": "", "email": "", "phone_number": null, "business_number": null, "subscribed": false, "address_line_1": null,
                  "address_line_2": null, "address_city": null, "address_state": null, "address_country": null, "address_zip": null,
                  "external_user_id": null, "custom_1": null, "custom_2": null, "custom_3": null, "created_at": "now", "updated_at": "now" }
                """,
                s_site,
                new RelationshipTemplate("customer", "customers", Inverse: "contact"),
                Many("offers", "offers"),
                Many("tags", "contact_tags")
            ),
            ["customers"] = new(
                """
                { "name": "", "email": "", "avatar": null, "external_user_id": null, "public_bio": null, "public_location": null,
                  "public_website": null, "socials": null, "net_revenue": "0.0", "sign_in_count": 0, "last_request_at": null,
                  "bounced_at": null, "created_at": "now", "updated_at": "now" }
                """,
                new RelationshipTemplate("contact", "contacts", Inverse: "customer"),
                s_site,
                Many("offers", "offers"),
                Many("products", "products")
            ),
            ["contact_notes"] = new(
                """{ "body": "", "created_at": "now", "updated_at": "now" }""",
                new RelationshipTemplate("contact", "contacts")
            ),
            ["contact_tags"] = new("""{ "name": "" }""", s_site),
            ["custom_fields"] = new(
                """{ "title": "", "handle": "custom_1", "type": "TextField", "required": false, "archived": false }""",
                s_site
            ),
            ["users"] = new("""{ "initials": "", "name": "", "email": "", "role_level": "OWNER" }"""),
            ["sites"] = new("""{ "title": "", "subdomain": "", "created_at": "now", "updated_at": "now" }"""),
        };

    private static Dictionary<string, ResourceTemplate> CreateCatalog() =>
        new()
        {
            ["products"] = new(
                """
                { "created_at": "now", "title": "", "description": null, "status": "ready", "members_aggregate_count": 0,
                  "product_type_name": "Course", "product_type_id": 0, "publish_status": "published", "thumbnail_url": null, "url": null,
                  "image_url": null }
                """,
                s_site
            ),
            ["offers"] = new(
                """
                { "title": "", "name": null, "description": null, "internal_title": null, "currency": "USD", "price_in_cents": 0,
                  "price": null, "payment_type": "single", "token": "", "payment_method": "card", "price_description": "",
                  "checkout_url": "", "recurring_offer": false, "subscription": false, "one_time": true, "single": true, "free": false,
                  "image_url": null, "status": "active" }
                """,
                s_site,
                Many("products", "products")
            ),
            ["courses"] = new(
                """{ "created_at": "now", "title": "", "description": null, "thumbnail_url": null, "status": "ready" }""",
                s_site,
                Many("offers", "offers"),
                Many("modules", "modules"),
                Many("lessons", "lessons")
            ),
            ["modules"] = new(
                """{ "title": "", "description": null, "position": 1, "poster_image_url": null, "publishing_option": "published" }"""
            ),
            ["lessons"] = new(
                """{ "title": "", "position": 1, "status": "ready", "publishing_option": "published" }""",
                new RelationshipTemplate("media", "media")
            ),
            ["media"] = new("{}"),
        };

    private static Dictionary<string, ResourceTemplate> CreateSales() =>
        new()
        {
            ["purchases"] = new(
                """
                { "amount_in_cents": 0, "payment_type": "single", "multipay_payments_made": null, "opt_in": false,
                  "raw_extra_contact_information": {}, "currency": "USD", "effective_start_at": null, "cardholder_name": null,
                  "billing_address_zip": null, "deactivated_at": null, "deactivation_reason": null, "coupon_code": null, "source": null,
                  "referrer": null, "quantity": 1, "created_at": "now", "updated_at": "now", "trial": null, "trial_end_at": null,
                  "payment_plan_total_payments": null, "status": "succeeded" }
                """,
                new RelationshipTemplate("offer", "offers"),
                new RelationshipTemplate("customer", "customers"),
                Many("transactions", "transactions", inverse: "purchases"),
                Many("products", "products"),
                Many("offers", "offers")
            ),
            ["transactions"] = new(
                """
                { "action": "charge", "state": "succeeded", "payment_type": null, "amount_in_cents": 0, "sales_tax_in_cents": 0,
                  "currency": "USD", "currency_symbol": "$", "formatted_amount": "", "created_at": "now", "updated_at": "now",
                  "provider": null, "payment_fee_in_cents": null, "settlement_amount_in_cents": null,
                  "settlement_fee_amount_in_cents": null, "settlement_currency": null }
                """,
                s_site,
                new RelationshipTemplate("customer", "customers"),
                new RelationshipTemplate("offer", "offers"),
                Many("purchases", "purchases", inverse: "transactions")
            ),
            ["orders"] = new(
                """
                { "order_number": 0, "currency_code": "USD", "fulfilled_at": null, "created_at": "now", "total_price_in_cents": 0,
                  "subtotal_in_cents": 0, "sales_tax_amount_in_cents": 0, "discount_amount_in_cents": 0, "formatted_total_price": "",
                  "formatted_subtotal": "", "currency_symbol": "$" }
                """,
                s_site,
                new RelationshipTemplate("customer", "customers"),
                Many("order_items", "order_items", inverse: "order"),
                Many("payment_transactions", "transactions")
            ),
            ["order_items"] = new(
                """
                { "quantity": 1, "currency_code": "USD", "item_type": "Offer", "item_id": 0, "title": "", "fulfilled_at": null,
                  "created_at": "now", "total_price_in_cents": 0, "subtotal_in_cents": 0, "sales_tax_amount_in_cents": 0,
                  "discount_amount_in_cents": 0, "formatted_total_price": "", "formatted_subtotal": "", "currency_symbol": "$" }
                """,
                new RelationshipTemplate("order", "orders", Inverse: "order_items")
            ),
            ["kajabi_payments_payouts"] = new(
                """
                { "status": "Paid", "amount": null, "currency": null, "initiated_date": null, "estimated_arrival_date": null,
                  "bank_account": null, "transactions": [] }
                """,
                s_site
            ),
        };

    private static Dictionary<string, ResourceTemplate> CreateContents() =>
        new()
        {
            ["forms"] = new(
                """
                { "title": null, "description": null, "default": false, "webhook_url": null, "url": "", "created_at": "now",
                  "updated_at": "now" }
                """,
                s_site,
                new RelationshipTemplate("offer", "offers"),
                Many("fields", "fields"),
                Many("contact_tags", "contact_tags")
            ),
            ["fields"] = new(
                """
                { "title": null, "type": "TextField", "required": false, "handle": "", "select_options": null, "editable": true,
                  "created_at": "now", "updated_at": "now" }
                """
            ),
            ["form_submissions"] = new(
                """
                { "name": "", "email": "", "phone_number": null, "business_number": null, "mobile_phone_number": null,
                  "address_line_1": null, "address_line_2": null, "address_city": null, "address_state": null, "address_country": null,
                  "address_zip": null, "custom_1": null, "custom_2": null, "custom_3": null }
                """,
                s_site,
                new RelationshipTemplate("form", "forms"),
                Many("tags", "contact_tags")
            ),
            ["hooks"] = new("""{ "event": "", "target_url": "", "resource_id": null, "created_at": "now", "updated_at": "now" }""", s_site),
            ["landing_pages"] = new("""{ "title": "", "url": "", "publish_at": null, "created_at": "now", "updated_at": "now" }""", s_site),
            ["website_pages"] = new("""{ "title": "", "url": null, "created_at": "now", "updated_at": "now" }""", s_site),
            ["blogs"] = new("{}", s_site),
            ["blog_posts"] = new(
                """
                { "title": "", "url": "", "content": "", "slug": "", "page_title": "", "page_description": "", "published_at": null,
                  "created_at": "now", "updated_at": "now", "image_url": null, "image_alt_text": null, "tags": [] }
                """,
                new RelationshipTemplate("blog", "blogs")
            ),
            ["podcasts"] = new(
                """
                { "title": "", "description": "", "language": "en", "owner_email": "", "owner_name": null, "author": null,
                  "status": "ready", "show_type": "episodic", "thumbnail_url": null, "cover_art_url": null, "categories": [],
                  "directories": [], "migrated_to_url": null, "migrated": false, "public": true, "ready": true,
                  "distribution_ready": true, "url": "", "created_at": "now", "updated_at": "now" }
                """,
                s_site
            ),
        };
}
