using Kajabi.Sandbox.Internal.Store;
using static Kajabi.Sandbox.Internal.Reading.Filters.CommonFilters;

namespace Kajabi.Sandbox.Internal.Reading.Filters;

/// <summary>The filters of every list.</summary>
internal static class ListFilters
{
    private static readonly Dictionary<string, Dictionary<string, ResourceFilter>> s_lists = new(StringComparer.Ordinal)
    {
        ["blog_posts"] = Create(),
        ["contact_notes"] = new() { ["site_id"] = Site, ["contact_id"] = Related("contact") },
        ["contact_tags"] = Create("name_cont"),
        ["contacts"] = PeopleFilters.All,
        ["courses"] = With(Create("title_cont", "description_cont"), "publish_status_eq", CoursePublishStatus),
        ["custom_fields"] = Create("title_cont", "type_eq", "required_eq"),
        ["customers"] = PeopleFilters.All,
        ["form_submissions"] = With(Create(), "form_id", Related("form")),
        ["forms"] = Create("title_cont"),
        ["hooks"] = new() { ["event_eq"] = Attribute("event", "eq") },
        ["kajabi_payments_payouts"] = WithDays(With(Create(), "status", PayoutStatus), "initiated_date"),
        ["landing_pages"] = With(Create(), "published", Flag(static store => page => IsPublished(store, page))),
        ["offers"] = Create("title_cont", "description_cont"),
        ["order_items"] = Create("item_type_eq", "item_id_eq", "fulfilled_at_null"),
        ["orders"] = With(Create("order_number_eq", "fulfilled_at_null"), "customer_id", Related("customer")),
        ["podcasts"] = Create("title_eq", "title_cont", "status_eq", "show_type_eq"),
        ["products"] = With(Create("title_cont", "description_cont", "status_eq"), "exclude_product_types[]", ExcludedProductTypes),
        ["purchases"] = new()
        {
            ["site_id"] = Site,
            ["customer_id"] = Related("customer"),
            ["active"] = Flag(static _ => PurchaseFilters.IsActive),
            ["deactivated"] = Flag(static _ => static purchase => !PurchaseFilters.IsActive(purchase)),
            ["referrer"] = Attribute("referrer", "eq"),
        },
        ["sites"] = new() { ["title_cont"] = Attribute("title", "cont"), ["subdomain_cont"] = Attribute("subdomain", "cont") },
        ["transactions"] = WithDays(
            With(
                With(Create(), "customer_id", Related("customer")),
                "name_or_email",
                Search(static (store, transaction) => store.GetRelated(transaction, "customer").FirstOrDefault())
            ),
            "created_at"
        ),
        ["website_pages"] = Create(),
    };

    /// <summary>Returns a filter by its name between the brackets; null if the list does not have it.</summary>
    public static ResourceFilter? Find(string type, string name)
    {
        if (AttributeFilters.Find(type, name) is { } documented)
        {
            return (_, value) => resource => documented.Matches(resource.Attributes[documented.Name], value);
        }

        return s_lists.GetValueOrDefault(type)?.GetValueOrDefault(name);
    }

    /// <summary>Returns the names of all filters of a list.</summary>
    public static IEnumerable<string> GetNames(string type) =>
        (s_lists.GetValueOrDefault(type)?.Keys ?? Enumerable.Empty<string>()).Concat(AttributeFilters.GetNames(type));

    /// <summary>Creates filters on the site and on attributes, such as <c>title_cont</c>.</summary>
    private static Dictionary<string, ResourceFilter> Create(params string[] attributeFilters)
    {
        Dictionary<string, ResourceFilter> filters = new(StringComparer.Ordinal) { ["site_id"] = Site };
        foreach (string name in attributeFilters)
        {
            int end = name.LastIndexOf('_');
            filters[name] = Attribute(name[..end], name[(end + 1)..]);
        }

        return filters;
    }

    private static Dictionary<string, ResourceFilter> With(Dictionary<string, ResourceFilter> filters, string name, ResourceFilter filter)
    {
        filters[name] = filter;
        return filters;
    }

    private static Dictionary<string, ResourceFilter> WithDays(Dictionary<string, ResourceFilter> filters, string attribute) =>
        With(
            With(filters, "start_date", Day(attribute, static order => order >= 0)),
            "end_date",
            Day(attribute, static order => order <= 0)
        );

    /// <summary>Compares the status of a course, and the publishing status of its product.</summary>
    private static Func<SandboxResource, bool> CoursePublishStatus(SandboxStore store, string value) =>
        course =>
            FilterValue.AreEqual(course.GetText("status"), value)
            || store
                .GetAll("products")
                .Any(product =>
                    product.GetText("product_type_name") == "Course"
                    && product.GetText("product_type_id") == course.Id
                    && FilterValue.AreEqual(product.GetText("publish_status"), value)
                );

    /// <summary>A state is <c>in_transit</c> in a filter and <c>In transit</c> in a payout.</summary>
    private static Func<SandboxResource, bool> PayoutStatus(SandboxStore store, string value) =>
        payout => FilterValue.AreEqual(payout.GetText("status")?.Replace(' ', '_'), value.Replace(' ', '_'));

    private static Func<SandboxResource, bool> ExcludedProductTypes(SandboxStore store, string value)
    {
        string[] names = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return product => !names.Contains(product.GetText("product_type_name"));
    }

    private static bool IsPublished(SandboxStore store, SandboxResource page) => FilterValue.GetTime(page, "publish_at") <= store.Now;
}
