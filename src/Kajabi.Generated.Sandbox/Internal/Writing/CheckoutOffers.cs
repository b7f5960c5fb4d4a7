using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>Finds the offers of a checkout, and checks that the service can charge them together.</summary>
internal static class CheckoutOffers
{
    /// <exception cref="ArgumentException">The offers cannot be bought together.</exception>
    public static IReadOnlyList<SandboxResource> Find(SandboxStore store, IReadOnlyCollection<string> offerIds)
    {
        List<SandboxResource> offers =
        [
            .. offerIds.Select(id =>
                store.Find("offers", id) ?? throw new ArgumentException($"The offer {id} does not exist.", nameof(offerIds))
            ),
        ];
        string? problem =
            offers.Count == 0 ? "A checkout needs at least one offer."
            : offers.Distinct().Count() < offers.Count ? "A checkout contains each offer once."
            : offers.Count > 1 && offers.Exists(static offer => (bool?)offer.Attributes["subscription"] == true)
                ? "A subscription is charged by itself: sell it in a checkout of its own."
            : offers.Select(static offer => offer.GetText("currency")).Distinct().Count() > 1
                ? "Offers in different currencies cannot be charged together."
            : null;
        return problem is null ? offers : throw new ArgumentException(problem, nameof(offerIds));
    }
}
