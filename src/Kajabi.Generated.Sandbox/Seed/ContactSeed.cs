using System.Globalization;
using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Seed;

/// <summary>Contacts with tags, notes and customers; the contact <c>123</c> has all of them.</summary>
internal static class ContactSeed
{
    private const int Others = 60;

    private static readonly string[] s_first = ["Ines", "Tomas", "Leila", "Bram", "Aiko", "Noor", "Pavel", "Rosa", "Eira", "Kofi"];
    private static readonly string[] s_last = ["Falk", "Moreau", "Sandoval", "Virtanen", "Ito", "Achebe"];

    public static void AddTo(SandboxStore store)
    {
        AddTags(store);
        AddFirst(store);
        for (int number = 1; number <= Others; number++)
        {
            AddOther(store, number);
        }
    }

    private static void AddTags(SandboxStore store)
    {
        store.Add("contact_tags", "789", """{ "name": "Workshop 2026" }""").One("site", "sites", SiteSeed.Pottery);
        store.Add("contact_tags", "790", """{ "name": "Wholesale" }""").One("site", "sites", SiteSeed.Pottery);
        store.Add("contact_tags", "791", """{ "name": "Beginner" }""").One("site", "sites", SiteSeed.Languages);
        store
            .Add(
                "custom_fields",
                "601",
                """{ "title": "Favourite glaze", "handle": "custom_1", "type": "TextField", "required": false, "archived": false }"""
            )
            .One("site", "sites", SiteSeed.Pottery);
        store
            .Add(
                "custom_fields",
                "602",
                """{ "title": "Kiln at home", "handle": "custom_2", "type": "CheckBoxField", "required": true, "archived": null }"""
            )
            .One("site", "sites", SiteSeed.Pottery);
    }

    private static void AddFirst(SandboxStore store)
    {
        store
            .Add(
                "contacts",
                "123",
                """
                { "name": "Johanna Brandt", "email": "johanna@example.com", "phone_number": "+49 30 5550100",
                  "business_number": "+49 30 5550101", "subscribed": true,
                  "address_line_1": "Ofenweg 7", "address_line_2": "Back house", "address_city": "Berlin", "address_state": "Berlin",
                  "address_country": "Germany", "address_zip": "10115",
                  "external_user_id": "crm-42", "custom_1": "Celadon", "custom_2": "yes", "custom_3": "left-handed",
                  "created_at": "2024-01-15T10:30:00.000Z", "updated_at": "2026-01-20T14:05:09.250Z" }
                """
            )
            .One("site", "sites", SiteSeed.Pottery)
            .One("customer", "customers", "321")
            .Many("offers", "offers", "456", "457")
            .Many("tags", "contact_tags", "789", "790");
        store
            .Add(
                "customers",
                "321",
                """
                { "name": "Johanna Brandt", "email": "johanna@example.com", "avatar": "https://cdn.example.com/avatars/321.png",
                  "external_user_id": "crm-42", "public_bio": "Throws on Sundays.", "public_location": "Berlin",
                  "public_website": "https://brandt.example.com", "socials": { "twitter": "@jbrandt", "facebook": "jbrandt",
                  "instagram": "brandt.clay" }, "net_revenue": "199.0", "sign_in_count": 31,
                  "last_request_at": "2026-01-20T14:05:09.250Z", "bounced_at": "2025-03-01T02:00:00.000Z",
                  "created_at": "2024-01-16T08:00:00.000Z", "updated_at": "2026-01-20T14:05:09.250Z" }
                """
            )
            .One("contact", "contacts", "123")
            .One("site", "sites", SiteSeed.Pottery)
            .Many("offers", "offers", "456", "457")
            .Many("products", "products", "701", "702");
        store
            .Add(
                "contact_notes",
                "901",
                """
                { "body": "Asked about firing schedules.", "created_at": "2025-11-02T09:00:00.000Z",
                  "updated_at": "2025-11-02T09:00:00.000Z" }
                """
            )
            .One("contact", "contacts", "123");
        store
            .Add(
                "contact_notes",
                "902",
                """{ "body": "Prefers mornings.", "created_at": "2025-12-02T09:00:00.000Z", "updated_at": "2025-12-03T10:10:10.100Z" }"""
            )
            .One("contact", "contacts", "123");
    }

    private static void AddOther(SandboxStore store, int number)
    {
        string site = number % 3 == 0 ? SiteSeed.Languages : SiteSeed.Pottery;
        string time = new DateTimeOffset(2023, 1, 1, 8, 0, 0, TimeSpan.Zero)
            .AddDays(number * 11)
            .AddMilliseconds(number)
            .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        string first = s_first[number % s_first.Length];
        string last = s_last[number % s_last.Length];
        JsonObject attributes = new()
        {
            ["name"] = $"{first} {last}",
            ["email"] = $"{first}.{last}.{number}@example.com".ToLowerInvariant(),
            ["subscribed"] = number % 2 == 0,
            ["created_at"] = time,
            ["updated_at"] = time,
        };
        foreach (string empty in (string[])[.. ContactAttributes.Address, "external_user_id", .. ContactAttributes.CustomFields])
        {
            attributes[empty] = null;
        }

        string tag = site == SiteSeed.Languages ? "791" : "789";
        store
            .Add("contacts", (2148433000 + number).ToString(CultureInfo.InvariantCulture), attributes)
            .One("site", "sites", site)
            .One("customer", "customers", null)
            .Many("offers", "offers")
            .Many("tags", "contact_tags", number % 4 == 0 ? [tag] : []);
    }
}
