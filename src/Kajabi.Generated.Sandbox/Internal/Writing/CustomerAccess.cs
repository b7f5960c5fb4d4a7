using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>The offers and products of a customer. The contact has the same offers, and the products are those of the offers.</summary>
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
                .SelectMany(offer => store.GetRelated(offer, "products"))
                .Select(static product => product.Id)
                .Distinct()
        );
        store.GetRelated(customer, "contact").FirstOrDefault()?.Many("offers", "offers", offers);
    }

    public static List<string> GetOfferIds(SandboxResource customer) => customer.Relationships["offers"].Ids;
}
