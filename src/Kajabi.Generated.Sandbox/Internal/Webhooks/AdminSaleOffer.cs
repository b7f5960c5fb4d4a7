using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Webhooks;

/// <summary>An offer of an <see cref="AdminSale"/>.</summary>
/// <param name="Id">The id.</param>
/// <param name="Title">The title.</param>
/// <param name="Cents">The price.</param>
/// <param name="Currency">The code of the currency.</param>
/// <param name="IsSubscription">Whether it is a subscription.</param>
internal sealed record AdminSaleOffer(string Id, string Title, long Cents, string Currency, bool IsSubscription)
{
    public string Type => IsSubscription ? "subscription" : "single";

    public static AdminSaleOffer Create(SandboxResource offer) =>
        new(
            offer.Id,
            offer.GetText("title")!,
            offer.GetCents("price_in_cents"),
            offer.GetText("currency")!,
            (bool?)offer.Attributes["subscription"] == true
        );
}
