namespace Kajabi.Cli.Export.Anonymization;

/// <summary>
/// The declared text attributes that are not replaced: states, kinds, currencies, formatted amounts, times and names of fields.
/// </summary>
internal static class KeptAttributes
{
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "action",
        "currency",
        "currency_code",
        "currency_symbol",
        "event",
        "formatted_amount",
        "formatted_subtotal",
        "formatted_total_price",
        "handle",
        "item_type",
        "language",
        "net_revenue",
        "payment_method",
        "payment_type",
        "price_description",
        "product_type_name",
        "provider",
        "publish_status",
        "publishing_option",
        "resource_id",
        "role_level",
        "settlement_currency",
        "show_type",
        "state",
        "status",
        "type",
    };

    public static bool Contains(string name) =>
        s_names.Contains(name) || name.EndsWith("_at", StringComparison.Ordinal) || name.EndsWith("_date", StringComparison.Ordinal);
}
