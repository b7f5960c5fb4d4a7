using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Seed;

/// <summary>Sites and their pages.</summary>
internal static class SiteSeed
{
    public const string Pottery = "1";
    public const string Languages = "2148432935";

    public static void AddTo(SandboxStore store)
    {
        store.Add(
            "sites",
            Pottery,
            """
            { "title": "Kiln & Clay", "subdomain": "kiln-and-clay", "created_at": "2021-02-01T08:00:00.000Z",
              "updated_at": "2026-01-10T09:15:30.250Z" }
            """
        );
        store.Add(
            "sites",
            Languages,
            """
            { "title": "Parla Studio", "subdomain": "parla-studio", "created_at": "2023-06-12T10:30:00.125Z",
              "updated_at": "2026-02-11T07:00:00.000Z" }
            """
        );
        store
            .Add(
                "landing_pages",
                "301",
                """
                { "title": "Wheel throwing weekend", "url": "https://kiln.example.com/weekend", "publish_at": "2025-09-01T06:00:00.000Z",
                  "created_at": "2025-08-20T10:00:00.000Z", "updated_at": "2025-09-01T06:00:01.500Z" }
                """
            )
            .One("site", "sites", Pottery);
        store
            .Add(
                "landing_pages",
                "302",
                """
                { "title": "Glaze lab (draft)", "url": "https://kiln.example.com/glaze-lab", "publish_at": null,
                  "created_at": "2026-01-05T10:00:00.000Z", "updated_at": "2026-01-06T11:20:00.000Z" }
                """
            )
            .One("site", "sites", Pottery);
        store
            .Add(
                "website_pages",
                "311",
                """
                { "title": "Home", "url": "https://kiln.example.com/", "created_at": "2021-02-01T08:05:00.000Z",
                  "updated_at": "2025-12-24T18:00:00.000Z" }
                """
            )
            .One("site", "sites", Pottery);
        store
            .Add(
                "website_pages",
                "312",
                """
                { "title": "About the studio", "url": null, "created_at": "2024-03-03T08:05:00.000Z",
                  "updated_at": "2024-03-04T08:05:00.000Z" }
                """
            )
            .One("site", "sites", Languages);
    }
}
