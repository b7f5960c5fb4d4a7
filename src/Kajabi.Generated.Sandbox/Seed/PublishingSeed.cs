using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Seed;

/// <summary>The blog and the podcasts.</summary>
internal static class PublishingSeed
{
    public static void AddTo(SandboxStore store)
    {
        store.Add("blogs", "401", "{}").One("site", "sites", SiteSeed.Pottery);
        store
            .Add(
                "blog_posts",
                "411",
                """
                { "title": "Why cones bend", "url": "https://kiln.example.com/blog/cones", "content": "<p>Heat work, not heat.</p>",
                  "slug": "cones", "page_title": "Pyrometric cones", "page_description": "How a cone measures heat work.",
                  "published_at": "2025-10-01T07:00:00.000Z", "created_at": "2025-09-28T07:00:00.000Z",
                  "updated_at": "2025-10-01T07:00:00.125Z", "image_url": "https://cdn.example.com/cones.jpg",
                  "image_alt_text": "Three bent cones", "tags": ["firing", "basics"] }
                """
            )
            .One("blog", "blogs", "401");
        store
            .Add(
                "blog_posts",
                "412",
                """
                { "title": "Draft on ash glazes", "url": "https://kiln.example.com/blog/ash", "content": "", "slug": "ash",
                  "page_title": "", "page_description": "",
                  "published_at": null, "created_at": "2026-01-28T07:00:00.000Z", "updated_at": "2026-01-28T07:00:00.000Z",
                  "image_url": null, "image_alt_text": null, "tags": [] }
                """
            )
            .One("blog", "blogs", "401");
        store
            .Add(
                "podcasts",
                "421",
                """
                { "title": "Mud season", "description": "Talks at the wheel.", "language": "en", "owner_email": "mira@kiln.example.com",
                  "owner_name": "Mira Okafor", "author": "Kiln & Clay", "status": "ready", "show_type": "episodic",
                  "thumbnail_url": "https://cdn.example.com/mud-small.jpg", "cover_art_url": "https://cdn.example.com/mud.jpg",
                  "categories": ["Arts", "Hobbies"],
                  "directories": [{ "id": "pod-dir", "url": "https://directory.example.com/mud", "config": { "verified": true } }],
                  "migrated_to_url": "https://elsewhere.example.com/mud", "migrated": true, "public": true, "ready": true,
                  "distribution_ready": true, "url": "https://kiln.example.com/podcasts/mud", "created_at": "2024-02-02T02:02:02.020Z",
                  "updated_at": "2025-02-02T02:02:02.020Z" }
                """
            )
            .One("site", "sites", SiteSeed.Pottery);
        store
            .Add(
                "podcasts",
                "422",
                """
                { "title": "Una parola", "description": "One word a day.", "language": "it", "owner_email": "ciao@parla.example.com",
                  "owner_name": null, "author": null, "status": "importing", "show_type": "serial",
                  "thumbnail_url": null, "cover_art_url": null, "categories": [], "directories": [], "migrated_to_url": null,
                  "migrated": false, "public": false, "ready": false,
                  "distribution_ready": false, "url": "https://parla.example.com/podcasts/parola",
                  "created_at": "2025-02-02T02:02:02.000Z", "updated_at": "2025-02-02T02:02:02.000Z" }
                """
            )
            .One("site", "sites", SiteSeed.Languages);
    }
}
