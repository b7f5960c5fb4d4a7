using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading;

/// <summary>The filters on attributes of each list, with the spelling of their suffixes.</summary>
internal static class AttributeFilters
{
    private static readonly string[] s_texts = ["eq", "not_eq", "cont", "not_cont", "start", "end"];
    private static readonly string[] s_all = [.. s_texts, "gt", "gte", "lt", "lte"];

    private static readonly Dictionary<string, Dictionary<string, AttributeFilter>> s_types = new(StringComparer.Ordinal)
    {
        ["blog_posts"] = Create(
            s_texts,
            "title",
            "content",
            "slug",
            "page_title",
            "page_description",
            "published_at",
            "created_at",
            "updated_at",
            "image_url",
            "image_alt_text",
            "tags"
        ),
        ["landing_pages"] = Create(s_all, "title", "publish_at", "created_at", "updated_at"),
        ["purchases"] = Join(Create(s_all, SandboxType.PurchaseAttributes), Create(["eq", "gt"], "amount_in_cents")),
        ["orders"] = Join(
            Create(["gteq", "lteq"], "created_at"),
            Create(["gt"], "total_price_in_cents"),
            Create(["eq", "cont"], "order_number"),
            Create(["start", "in"], "currency_code"),
            Create(["null"], "fulfilled_at")
        ),
        ["order_items"] = Join(
            Create(["gt"], "quantity"),
            Create(["gteq", "lteq"], "total_price_in_cents"),
            Create(["eq", "cont", "not_in"], "item_type"),
            Create(["eq", "in"], "item_id"),
            Create(["i_cont"], "title"),
            Create(["null"], "fulfilled_at")
        ),
    };

    /// <summary>Returns a filter by its name, such as <c>updated_at_gte</c>; null if the list does not support it.</summary>
    public static AttributeFilter? Find(string type, string name) => s_types.GetValueOrDefault(type)?.GetValueOrDefault(name);

    /// <summary>Returns the names of the filters of a list.</summary>
    public static IEnumerable<string> GetNames(string type) => s_types.GetValueOrDefault(type)?.Keys ?? Enumerable.Empty<string>();

    private static Dictionary<string, AttributeFilter> Create(string[] suffixes, params string[] attributes) =>
        attributes
            .SelectMany(_ => suffixes, static (attribute, suffix) => new AttributeFilter(attribute, suffix))
            .ToDictionary(static filter => $"{filter.Name}_{filter.Suffix}", StringComparer.Ordinal);

    private static Dictionary<string, AttributeFilter> Join(params Dictionary<string, AttributeFilter>[] parts) =>
        new(parts.SelectMany(static part => part), StringComparer.Ordinal);
}
