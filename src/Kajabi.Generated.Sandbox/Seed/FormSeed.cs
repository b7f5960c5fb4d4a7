using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Seed;

/// <summary>Forms with their fields and submissions, and a webhook.</summary>
internal static class FormSeed
{
    public static void AddTo(SandboxStore store)
    {
        store.Add(
            "fields",
            "811",
            """
            { "title": "Your name", "type": "TextField", "required": true, "handle": "name", "select_options": null, "editable": false,
              "created_at": "2023-01-01T08:00:00.000Z", "updated_at": null }
            """
        );
        store.Add(
            "fields",
            "812",
            """
            { "title": "Favourite glaze", "type": "SelectBoxField", "required": false, "handle": "custom_1",
              "select_options": "Celadon\nShino\nTenmoku", "editable": true, "created_at": null, "updated_at": "2024-01-01T08:00:00.500Z" }
            """
        );
        store.Add(
            "fields",
            "813",
            """
            { "title": null, "type": "EmailField", "required": true, "handle": "email", "select_options": null, "editable": false,
              "created_at": "2023-01-01T08:00:00.000Z", "updated_at": null }
            """
        );
        store
            .Add(
                "forms",
                "801",
                """
                { "title": "Newsletter", "description": "Where readers sign up.", "default": true,
                  "webhook_url": "https://hooks.example.com/newsletter", "url": "https://kiln.example.com/forms/801",
                  "created_at": "2023-01-01T08:00:00.000Z", "updated_at": "2025-01-01T08:00:00.500Z" }
                """
            )
            .One("site", "sites", SiteSeed.Pottery)
            .One("offer", "offers", "457")
            .Many("fields", "fields", "811", "812", "813")
            .Many("contact_tags", "contact_tags", "789");
        store
            .Add(
                "forms",
                "802",
                """
                { "title": null, "description": null, "default": false, "webhook_url": null, "url": "https://parla.example.com/forms/802",
                  "created_at": null, "updated_at": null }
                """
            )
            .One("site", "sites", SiteSeed.Languages)
            .One("offer", "offers", null)
            .Many("fields", "fields", "811")
            .Many("contact_tags", "contact_tags");
        store
            .Add(
                "form_submissions",
                "821",
                """
                { "name": "Johanna Brandt", "email": "johanna@example.com", "phone_number": "+49 30 5550100",
                  "business_number": "+49 30 5550101", "mobile_phone_number": "+49 170 5550102", "address_line_1": "Ofenweg 7",
                  "address_line_2": "Back house", "address_city": "Berlin", "address_state": "Berlin", "address_country": "Germany",
                  "address_zip": "10115", "custom_1": "Celadon", "custom_2": "yes", "custom_3": "left-handed" }
                """
            )
            .One("site", "sites", SiteSeed.Pottery)
            .One("form", "forms", "801")
            .Many("tags", "contact_tags", "789");
        store
            .Add(
                "form_submissions",
                "822",
                """
                { "name": "Aiko Ito", "email": "aiko@example.com", "phone_number": null, "business_number": null,
                  "mobile_phone_number": null, "address_line_1": null,
                  "address_line_2": null, "address_city": null, "address_state": null, "address_country": null, "address_zip": null,
                  "custom_1": null, "custom_2": null, "custom_3": null }
                """
            )
            .One("site", "sites", SiteSeed.Languages)
            .One("form", "forms", "802")
            .Many("tags", "contact_tags");
        store
            .Add(
                "hooks",
                "831",
                """
                { "event": "tag_added", "target_url": "https://hooks.example.com/kajabi/s3cret", "resource_id": "789",
                  "created_at": "2025-05-05T05:05:05.050Z", "updated_at": "2025-05-05T05:05:05.050Z" }
                """
            )
            .One("site", "sites", SiteSeed.Pottery);
        store
            .Add(
                "hooks",
                "832",
                """
                { "event": "purchase", "target_url": "https://hooks.example.com/kajabi/s3cret", "resource_id": null,
                  "created_at": "2025-06-05T05:05:05.000Z", "updated_at": "2025-06-05T05:05:05.000Z" }
                """
            )
            .One("site", "sites", SiteSeed.Pottery);
    }
}
