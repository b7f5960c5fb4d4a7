using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Seed;

/// <summary>Adds the sample data: a pottery school and a language studio, each with its site.</summary>
internal static class SeedData
{
    public static void AddTo(SandboxStore store)
    {
        SiteSeed.AddTo(store);
        CatalogSeed.AddTo(store);
        CourseSeed.AddTo(store);
        ContactSeed.AddTo(store);
        FormSeed.AddTo(store);
        SalesSeed.AddTo(store);
        PayoutSeed.AddTo(store);
        PublishingSeed.AddTo(store);
        if (store.Generated.Count > 0)
        {
            GeneratedSiteSeed.AddTo(store);
        }
    }
}
