using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Seed;

/// <summary>Courses with their modules, lessons and media.</summary>
internal static class CourseSeed
{
    public static void AddTo(SandboxStore store)
    {
        store
            .Add(
                "courses",
                "501",
                """
                { "created_at": "2022-01-10T09:00:00.669Z", "title": "Wheel throwing from zero",
                  "description": "Ten weeks from lump to bowl.", "thumbnail_url": "https://cdn.example.com/wheel.jpg", "status": "ready" }
                """
            )
            .One("site", "sites", SiteSeed.Pottery)
            .Many("offers", "offers", "456")
            .Many("modules", "modules", "511", "512")
            .Many("lessons", "lessons", "521", "522", "523");
        store
            .Add(
                "courses",
                "502",
                """
                { "created_at": "2024-05-02T09:00:00.000Z", "title": "Italian for kitchens", "description": null, "thumbnail_url": null,
                  "status": null }
                """
            )
            .One("site", "sites", SiteSeed.Languages)
            .Many("offers", "offers")
            .Many("modules", "modules")
            .Many("lessons", "lessons");

        store.Add(
            "modules",
            "511",
            """
            { "title": "Centring", "description": "The first two weeks.", "position": 1,
              "poster_image_url": "https://cdn.example.com/centring.jpg", "publishing_option": "published" }
            """
        );
        store.Add(
            "modules",
            "512",
            """{ "title": "Pulling walls", "description": null, "position": 2, "poster_image_url": null, "publishing_option": "draft" }"""
        );
        store
            .Add(
                "lessons",
                "521",
                """{ "title": "Wedging the clay", "position": 1, "status": "ready", "publishing_option": "published" }"""
            )
            .One("media", "media", "531");
        store
            .Add("lessons", "522", """{ "title": "Finding the centre", "position": 2, "status": "ready", "publishing_option": "drip" }""")
            .One("media", "media", "532");
        store
            .Add("lessons", "523", """{ "title": "The first wall", "position": 1, "status": "ready", "publishing_option": "locked" }""")
            .One("media", "media", null);
        store.Add("media", "531", """{ "duration_in_minutes": 12 }""");
        store.Add("media", "532", """{ "duration_in_minutes": 31 }""");
    }
}
