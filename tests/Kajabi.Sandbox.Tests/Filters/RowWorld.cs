using System.Globalization;
using System.Text.Json.Nodes;
using Kajabi.JsonApi.Documents.Internal;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Tests.Filters;

/// <summary>Rows of every other list. Their numbers decide what they are related to: even ones belong to the first site.</summary>
internal static class RowWorld
{
    public static readonly string[] Sites = ["1", "2148432935"];
    public static readonly string[] PayoutStatuses = ["pending", "in_transit", "paid", "failed", "canceled"];
    public static readonly string[] ProductTypes = ["Courses::CohortCourse", "Download", "Community"];

    /// <summary>The contacts, customers, orders and forms of rows with an even number, and of the others.</summary>
    public static readonly string[] Owners = ["owner-a", "owner-b"];

    /// <summary>The day of a row in March 2026.</summary>
    public static string GetDay(int number) => $"2026-03-{1 + (number % 5):D2}";

    public static void AddTo(SandboxStore store, IEnumerable<(string Type, string Name)> filters)
    {
        foreach ((int parity, string owner) in Owners.Index())
        {
            store
                .Add("contacts", owner, new JsonObject { ["name"] = owner, ["created_at"] = "2026-01-01T00:00:00.000Z" })
                .One("site", "sites", Sites[parity]);
            store
                .Add("customers", owner, new JsonObject { ["name"] = $"Person of {owner}", ["email"] = $"{owner}@example.com" })
                .One("site", "sites", Sites[parity]);
            store.Add("orders", owner, new JsonObject()).One("site", "sites", Sites[parity]);
            store.Add("blogs", owner, new JsonObject()).One("site", "sites", Sites[parity]);
        }

        foreach (IGrouping<string, string> type in filters.GroupBy(static filter => filter.Type, static filter => filter.Name))
        {
            string[] attributes =
            [
                .. type.Select(name => RowDefinitions.FindAttribute(type.Key, name)?.Attribute)
                    .OfType<string>()
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ];
            FilterData.AddTo(
                store,
                type.Key,
                attributes.Select(name => (name, FilterFixture.GetKind(type.Key, name))),
                static (row, number) => Relate(row, number)
            );
        }
    }

    private static void Relate(SandboxResource row, int number)
    {
        string owner = Owners[number % 2];
        string day = GetDay(number);
        switch (row.Type)
        {
            case "contact_notes":
                row.One("contact", "contacts", owner);
                break;
            case "order_items":
                row.One("order", "orders", owner);
                break;
            case "blog_posts":
                row.One("blog", "blogs", owner);
                break;
            case "purchases":
                row.One("customer", "customers", owner);
                break;
            default:
                row.One("site", "sites", Sites[number % 2]);
                break;
        }

        switch (row.Type)
        {
            case "orders":
                row.One("customer", "customers", owner);
                break;
            case "transactions":
                // Late in the evening of a site that is behind UTC.
                row.Attributes["created_at"] = $"{day}T23:30:00.000-05:00";
                row.One("customer", "customers", owner);
                break;
            case "form_submissions":
                row.One("form", "forms", owner);
                break;
            case "kajabi_payments_payouts":
                row.Attributes["initiated_date"] = $"{day}T10:00:00.000Z";
                row.Attributes["status"] = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(
                    PayoutStatuses[number % PayoutStatuses.Length].Replace('_', ' ')
                );
                break;
            case "landing_pages" when number % 3 == 0:
                row.Attributes["publish_at"] = "2099-01-01T00:00:00.000Z";
                break;
            case "products":
                row.Attributes["product_type_name"] = ProductTypes[number % ProductTypes.Length];
                break;
            case "courses":
                row.Attributes["status"] = number % 3 == 0 ? "published" : "draft";
                break;
        }
    }
}
