using Newtonsoft.Json.Linq;

namespace Kajabi.Webhooks.Internal;

/// <summary>
/// A delivery of a webhook that was created in the admin pages, in one of its two shapes. Flat: the object <c>payload</c> with prefixed
/// names, such as <c>payload.member_email</c>. Nested: no <c>payload</c>, and objects in the delivery, such as <c>member.email</c>.
/// </summary>
internal sealed class AdminDelivery
{
    private readonly bool _isFlat;

    private AdminDelivery(WebhookDelivery delivery, JObject? payload)
    {
        Delivery = delivery;
        _isFlat = payload is not null;
        Data = payload is null
            ? delivery.AdditionalMembers
            : payload.Properties().ToDictionary(static member => member.Name, static member => member.Value, StringComparer.Ordinal);
    }

    public WebhookDelivery Delivery { get; }

    /// <summary>The members of <c>payload</c> or, in the nested shape, those of the delivery.</summary>
    public IReadOnlyDictionary<string, JToken> Data { get; }

    public IReadOnlyList<string> OfferIds => LenientValue.GetIds(GetOffer("id"));

    public string? TransactionId => LenientValue.GetId(GetPayment(_isFlat ? "transaction_id" : "id"));

    /// <summary>The time of the payment as it was sent.</summary>
    public JToken? CreatedAt => GetPayment(_isFlat ? "transaction_created_at" : "created_at");

    /// <summary>The id of the subscription, which is sent with its purchase.</summary>
    public string? SubscriptionId => LenientValue.GetId(GetPayment("subscription_id"));

    /// <summary>The id of the order, which only the nested shape has.</summary>
    public string? OrderId => LenientValue.GetId(Nested("order", "id"));

    /// <summary>
    /// Whether it is the sample that the test button of the admin pages sends: its offer and its member have the id 0. Not for a form
    /// submission, whose names are the labels of its fields.
    /// </summary>
    public bool IsTest => OfferIds is ["0"] && LenientValue.GetId(GetMember("id")) == "0";

    /// <summary>Returns a delivery; null if it has neither shape, as those of webhooks that were created through the API.</summary>
    public static AdminDelivery? Create(WebhookDelivery delivery) =>
        delivery.AdditionalMembers.GetValueOrDefault("payload") switch
        {
            JObject payload => new AdminDelivery(delivery, payload),
            null or { Type: JTokenType.Null } when delivery.Payload.Count == 0 => new AdminDelivery(delivery, null),
            _ => null,
        };

    /// <summary>Whether it has the data of a sale, in either shape.</summary>
    public bool IsSale() => _isFlat ? Data.Keys.Any(IsNameOfSale) : IsNested("member", "offer", "payment_transaction", "transaction");

    /// <summary>Whether it has the data of an order, of which only the nested shape is known.</summary>
    public bool IsOrder() => !_isFlat && (IsNested("order") || Data.GetValueOrDefault("order_items") is JArray);

    /// <summary>Whether it has the data of a form submission, of which only the flat shape is known.</summary>
    public bool IsFormSubmission() => _isFlat;

    public JToken? GetMember(string name) => Get("member", name);

    public JToken? GetOffer(string name) => Get("offer", name);

    /// <summary>
    /// Returns a value of the payment, whose names have no prefix in the flat shape. Some receivers of the nested shape read the payment as
    /// <c>transaction</c>, which is used for each value that <c>payment_transaction</c> does not have.
    /// </summary>
    public JToken? GetPayment(string name) =>
        _isFlat ? Data.GetValueOrDefault(name)
        : Nested("payment_transaction", name) is { Type: not JTokenType.Null } value ? value
        : Nested("transaction", name);

    /// <summary>Returns an amount of the payment in cents.</summary>
    /// <param name="name">The name of the integer; the amount in the major unit of the currency has the suffix <c>_decimal</c>.</param>
    public long? GetCents(string name) =>
        LenientValue.GetCents(GetPayment(name), GetPayment(name + "_decimal"), LenientValue.GetText(GetPayment("currency")));

    /// <summary>Returns the values of a group, such as contact information, by their names without the prefix of the flat shape.</summary>
    /// <param name="prefix">The prefix of the flat shape.</param>
    /// <param name="name">The name of the object in the nested shape; null if it is unknown.</param>
    public IReadOnlyDictionary<string, string> GetTexts(string prefix, string? name)
    {
        IEnumerable<(string Name, JToken Value)> values = _isFlat
            ? Data.Where(member => member.Key.StartsWith(prefix, StringComparison.Ordinal))
                .Select(member => (member.Key[prefix.Length..], member.Value))
            : (name is null ? null : Data.GetValueOrDefault(name) as JObject)
                ?.Properties()
                .Select(static member => (member.Name, member.Value))
                ?? [];
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        foreach ((string key, JToken value) in values)
        {
            if (LenientValue.GetText(value) is { } text)
            {
                texts[key] = text;
            }
        }

        return texts;
    }

    private static bool IsNameOfSale(string name) =>
        name.StartsWith("offer_", StringComparison.Ordinal)
        || name.StartsWith("member_", StringComparison.Ordinal)
        || name.StartsWith("transaction_", StringComparison.Ordinal);

    private JToken? Get(string group, string name) => _isFlat ? Data.GetValueOrDefault($"{group}_{name}") : Nested(group, name);

    /// <summary>Returns a member of an object of the delivery.</summary>
    private JToken? Nested(string group, string name) => (Data.GetValueOrDefault(group) as JObject)?[name];

    private bool IsNested(params ReadOnlySpan<string> groups)
    {
        foreach (string group in groups)
        {
            if (Data.GetValueOrDefault(group) is JObject)
            {
                return true;
            }
        }

        return false;
    }
}
