using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>What a customer has access to: the contact holds the same offers, and the products follow from them.</summary>
internal static class CustomerAccess
{
    public static void Set(SandboxStore store, SandboxResource customer, IEnumerable<string> offerIds)
    {
        List<string> offers = [.. offerIds.Distinct()];
        customer.Many("offers", "offers", offers);
        customer.Many(
            "products",
            "products",
            offers
                .Select(id => store.Find("offers", id))
                .OfType<SandboxResource>()
                .SelectMany(offer => store.Related(offer, "products"))
                .Select(static product => product.Id)
                .Distinct()
        );
        store.Related(customer, "contact").FirstOrDefault()?.Many("offers", "offers", offers);
    }

    public static List<string> Of(SandboxResource customer) => customer.Relationships["offers"].Ids;
}
