using Newtonsoft.Json.Linq;

namespace Kajabi;

/// <summary>An item of an <see cref="AdminOrderCreatedEvent"/>.</summary>
public sealed class AdminOrderItem
{
    internal AdminOrderItem(JObject item, string? currency)
    {
        Id = LenientValue.GetId(item["id"]);
        Title = LenientValue.GetText(item["title"]);
        Type = LenientValue.GetText(item["type"]);
        Quantity = LenientValue.GetInteger(item["quantity"]);
        UnitCostInCents = LenientValue.GetCents(item["unit_cost"], item["unit_cost_decimal"], currency);
        Data = item.Properties().ToDictionary(static member => member.Name, static member => member.Value, StringComparer.Ordinal);
    }

    /// <summary>Gets the id, for an offer that of the offer; null if not sent.</summary>
    public string? Id { get; }

    /// <summary>Gets the title; null if not sent.</summary>
    public string? Title { get; }

    /// <summary>Gets the type, such as <c>Offer</c>; null if not sent.</summary>
    public string? Type { get; }

    /// <summary>Gets the quantity; null if not sent.</summary>
    public long? Quantity { get; }

    /// <summary>
    /// Gets the price of one, in cents; null if not sent. If the delivery contains only the price in the major unit of the currency, that
    /// is converted, with two decimals for an unknown currency.
    /// </summary>
    public long? UnitCostInCents { get; }

    /// <summary>Gets all values of the item as they were received.</summary>
    public IReadOnlyDictionary<string, JToken> Data { get; }
}
