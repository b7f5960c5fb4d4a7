using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Export.Anonymization;

/// <summary>
/// The allow list of <c>--anonymize</c>: the declared attributes whose values are kept, each with the form that a kept value has. All other
/// attributes are replaced, also those that a later version of the API declares. docs/sandbox.md lists them.
/// </summary>
internal static class KeptAttributes
{
    private static readonly Dictionary<KeptForm, string[]> s_paths = new()
    {
        [KeptForm.Boolean] = Split(
            "archived default distribution_ready editable free migrated one_time opt_in public ready recurring_offer required single "
                + "subscribed subscription"
        ),
        [KeptForm.Number] = Split(
            "amount amount_in_cents discount_amount_in_cents item_id members_aggregate_count multipay_payments_made order_number "
                + "payment_fee_in_cents payment_plan_total_payments position price price_in_cents product_type_id quantity "
                + "sales_tax_amount_in_cents sales_tax_in_cents settlement_amount_in_cents settlement_fee_amount_in_cents sign_in_count "
                + "subtotal_in_cents total_price_in_cents transactions.amount trial"
        ),
        [KeptForm.Decimal] = Split("net_revenue"),
        [KeptForm.Time] = Split(
            "bounced_at created_at deactivated_at effective_start_at estimated_arrival_date fulfilled_at initiated_date last_request_at "
                + "publish_at published_at transactions.created_at trial_end_at updated_at"
        ),
        [KeptForm.Word] = Split(
            "action event item_type payment_method payment_type product_type_name provider publish_status publishing_option role_level "
                + "show_type state status type"
        ),
        [KeptForm.Currency] = Split("currency currency_code settlement_currency transactions.currency"),
        [KeptForm.CurrencySymbol] = Split("currency_symbol"),
        [KeptForm.Amount] = Split("formatted_amount formatted_subtotal formatted_total_price"),
        [KeptForm.Language] = Split("language"),
        [KeptForm.Handle] = Split("handle"),
        [KeptForm.Id] = Split("directories.id resource_id"),
    };

    private static readonly Dictionary<string, KeptForm> s_forms = s_paths
        .SelectMany(static pair => pair.Value.Select(path => (path, pair.Key)))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>The declared attributes that are objects, or arrays of them, with the names of their declared members.</summary>
    private static readonly Dictionary<string, string[]> s_members = new(StringComparer.Ordinal)
    {
        ["directories"] = ["id", "url", "config"],
        ["socials"] = ["twitter", "facebook", "instagram"],
        ["transactions"] = ["created_at", "amount", "currency"],
    };

    /// <summary>The names of the kept attributes by their form, with a dot before the name of a member of an attribute.</summary>
    public static IReadOnlyDictionary<KeptForm, string[]> Paths => s_paths;

    /// <summary>Whether a value is kept.</summary>
    /// <param name="path">The name of the declared attribute, with a dot before the name of its member.</param>
    /// <param name="value">The value.</param>
    public static bool Keeps(string path, JToken value) => s_forms.TryGetValue(path, out KeptForm form) && KeptForms.Matches(form, value);

    /// <summary>Whether an attribute is an object or an array of objects with declared members.</summary>
    public static bool HasMembers(string path) => s_members.ContainsKey(path);

    /// <summary>Returns the path of a member of an attribute; null if it is not declared.</summary>
    public static string? GetMember(string? path, string name) =>
        path is not null && s_members.TryGetValue(path, out string[]? members) && members.Contains(name) ? $"{path}.{name}" : null;

    private static string[] Split(string names) => names.Split(' ');
}
