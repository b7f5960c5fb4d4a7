using Newtonsoft.Json.Linq;
using static Kajabi.Benchmarks.ApiJson;

namespace Kajabi.Benchmarks;

/// <summary>A list of contacts in the format of the API, each with two offers, three tags and a customer in included.</summary>
internal static class LargeDocument
{
    private const int Offers = 10;
    private const int Tags = 20;
    private const string Time = "2026-01-20T14:05:09.250Z";

    public static string Json(int contacts) =>
        new JObject
        {
            ["data"] = new JArray(Enumerable.Range(0, contacts).Select(Contact)),
            ["included"] = new JArray(
                Enumerable
                    .Range(0, Offers)
                    .Select(Offer)
                    .Concat(Enumerable.Range(0, Tags).Select(Tag))
                    .Concat(Enumerable.Range(0, contacts).Select(Customer))
            ),
            ["meta"] = new JObject
            {
                ["current_page"] = 1,
                ["total_pages"] = 1,
                ["total_count"] = contacts,
            },
        }.ToString();

    /// <summary>Returns a document with one contact.</summary>
    public static string Single() => new JObject { ["data"] = Contact(0) }.ToString();

    private static JObject Contact(int number) =>
        Resource(
            "contacts",
            number,
            new JObject
            {
                ["name"] = $"Contact {number}",
                ["email"] = $"contact.{number}@example.com",
                ["phone_number"] = "+49 30 5550100",
                ["business_number"] = null,
                ["subscribed"] = number % 2 == 0,
                ["address_line_1"] = "Ofenweg 7",
                ["address_city"] = "Berlin",
                ["address_country"] = "Germany",
                ["custom_1"] = "Celadon",
                ["created_at"] = Time,
                ["updated_at"] = Time,
            },
            new JObject
            {
                ["customer"] = Linkage(Identifier("customers", number)),
                ["offers"] = Linkage(new JArray(Identifier("offers", number % Offers), Identifier("offers", (number + 1) % Offers))),
                ["tags"] = Linkage(new JArray(Enumerable.Range(number, 3).Select(static tag => Identifier("contact_tags", tag % Tags)))),
            }
        );

    private static JObject Offer(int number) =>
        Resource(
            "offers",
            number,
            new JObject
            {
                ["title"] = $"Offer {number}",
                ["price_in_cents"] = 19900,
                ["currency"] = "USD",
                ["checkout_url"] = $"https://example.com/offers/{number}",
            }
        );

    private static JObject Tag(int number) => Resource("contact_tags", number, new JObject { ["name"] = $"Tag {number}" });

    private static JObject Customer(int number) =>
        Resource(
            "customers",
            number,
            new JObject
            {
                ["name"] = $"Contact {number}",
                ["email"] = $"contact.{number}@example.com",
                ["net_revenue"] = "199.0",
                ["sign_in_count"] = 31,
                ["last_request_at"] = Time,
                ["created_at"] = Time,
                ["updated_at"] = Time,
            }
        );
}
