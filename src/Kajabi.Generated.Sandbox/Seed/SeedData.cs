using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Seed;

/// <summary>Adds the user of the API key and the sample data: a pottery school and a language studio, each with its site.</summary>
internal static class SeedData
{
    /// <param name="store">The data.</param>
    /// <param name="hasSampleData">Whether anything but the user, and the site of the generated contacts, is added.</param>
    public static void AddTo(SandboxStore store, bool hasSampleData = true)
    {
        store.Add(
            "users",
            "11",
            """{ "initials": "MO", "name": "Mira Okafor", "email": "mira@kiln.example.com", "role_level": "OWNER" }"""
        );
        if (hasSampleData)
        {
            AddSampleData(store);
        }

        if (store.Generated.Count > 0)
        {
            GeneratedSiteSeed.AddTo(store);
        }
    }

    private static void AddSampleData(SandboxStore store)
    {
        SiteSeed.AddTo(store);
        CatalogSeed.AddTo(store);
        CourseSeed.AddTo(store);
        ContactSeed.AddTo(store);
        FormSeed.AddTo(store);
        SalesSeed.AddTo(store);
        PayoutSeed.AddTo(store);
        PublishingSeed.AddTo(store);
    }
}
