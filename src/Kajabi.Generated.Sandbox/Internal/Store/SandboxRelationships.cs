namespace Kajabi.Sandbox.Internal.Store;

/// <summary>The relationships of each resource type with their target types. Every one of them can be included.</summary>
internal static class SandboxRelationships
{
    private static readonly Dictionary<string, (string Name, string Target)[]> s_types = new(StringComparer.Ordinal)
    {
        ["blog_posts"] = [("blog", "blogs")],
        ["blogs"] = [],
        ["contact_notes"] = [("contact", "contacts")],
        ["contact_tags"] = [("site", "sites")],
        ["contacts"] = [("site", "sites"), ("customer", "customers"), ("offers", "offers"), ("tags", "contact_tags")],
        ["courses"] = [("site", "sites"), ("offers", "offers"), ("modules", "modules"), ("lessons", "lessons")],
        ["custom_fields"] = [("site", "sites")],
        ["customers"] = [("contact", "contacts"), ("site", "sites"), ("offers", "offers"), ("products", "products")],
        ["fields"] = [],
        ["form_submissions"] = [("site", "sites"), ("form", "forms"), ("tags", "contact_tags")],
        ["forms"] = [("site", "sites"), ("offer", "offers"), ("fields", "fields"), ("contact_tags", "contact_tags")],
        ["hooks"] = [("site", "sites")],
        ["kajabi_payments_payouts"] = [],
        ["landing_pages"] = [("site", "sites")],
        ["lessons"] = [("media", "media")],
        ["media"] = [],
        ["modules"] = [],
        ["offers"] = [("site", "sites"), ("products", "products")],
        ["order_items"] = [("order", "orders")],
        ["orders"] =
        [
            ("site", "sites"),
            ("customer", "customers"),
            ("order_items", "order_items"),
            ("payment_transactions", "transactions"),
        ],
        ["podcasts"] = [("site", "sites")],
        ["products"] = [("site", "sites")],
        ["purchases"] =
        [
            ("customer", "customers"),
            ("offers", "offers"),
            ("products", "products"),
            ("offer", "offers"),
            ("transactions", "transactions"),
        ],
        ["sites"] = [],
        ["transactions"] = [("customer", "customers"), ("offer", "offers"), ("purchases", "purchases"), ("site", "sites")],
        ["users"] = [],
        ["website_pages"] = [("site", "sites")],
    };

    /// <summary>Returns whether the API has resources of a type.</summary>
    public static bool IsType(string type) => s_types.ContainsKey(type);

    /// <summary>The types.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. s_types.Keys];

    /// <summary>Returns the nearest path of relationships; null if none is near.</summary>
    public static string? FindNearestPath(string type, string path)
    {
        List<string> steps = [];
        string? current = type;
        foreach (string step in path.Split('.'))
        {
            (string Name, string Target)[] relationships = s_types.GetValueOrDefault(current ?? string.Empty) ?? [];
            if (Suggestion.Find(step, [.. relationships.Select(static one => one.Name)]) is not { } name)
            {
                return null;
            }

            steps.Add(name);
            current = relationships.First(one => one.Name == name).Target;
        }

        return string.Join('.', steps);
    }

    /// <summary>Returns whether a path of relationships, such as <c>lessons.media</c>, exists.</summary>
    public static bool IsPath(string type, string path)
    {
        string? current = type;
        foreach (string step in path.Split('.'))
        {
            current = s_types.GetValueOrDefault(current)?.FirstOrDefault(relationship => relationship.Name == step).Target;
            if (current is null)
            {
                return false;
            }
        }

        return true;
    }
}
