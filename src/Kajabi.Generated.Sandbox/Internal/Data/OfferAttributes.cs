using System.Globalization;
using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Data;

/// <summary>The attributes of an offer that follow from its price.</summary>
internal static class OfferAttributes
{
    public static JsonObject Create(string title, int cents, string currency, bool isSubscription)
    {
        string kind =
            isSubscription ? "subscription"
            : cents == 0 ? "free"
            : "single";
        string token = string.Concat(title.Where(char.IsAsciiLetterOrDigit));
        return new JsonObject
        {
            ["title"] = title,
            ["name"] = title,
            ["currency"] = currency,
            ["price_in_cents"] = cents,
            ["price"] = cents / 100m,
            ["payment_type"] = kind,
            ["token"] = token,
            ["payment_method"] = cents == 0 ? "none" : "card",
            ["price_description"] = cents == 0 ? "Free" : string.Create(CultureInfo.InvariantCulture, $"{cents / 100m:0.00} {currency}"),
            ["checkout_url"] = $"https://checkout.example.com/offers/{token}",
            ["recurring_offer"] = isSubscription,
            ["subscription"] = isSubscription,
            ["one_time"] = !isSubscription,
            ["single"] = kind == "single",
            ["free"] = kind == "free",
        };
    }
}
