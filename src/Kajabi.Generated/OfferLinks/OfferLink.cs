using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Kajabi;

/// <summary>
/// The activation and deactivation links of an offer, which grant and revoke it without an API key. Anyone who knows a link can use it,
/// so it is a secret: neither <see cref="ToString"/>, the debugger, logs, metrics, traces nor exceptions of the SDK contain it.
/// </summary>
/// <remarks>Both links differ in their last segment only, so either of them is enough to grant and to revoke.</remarks>
/// <example><code>OfferLink link = OfferLink.Parse(configuration["Kajabi:OfferLink"]);</code></example>
[DebuggerDisplay("{ToString(),nq}")]
[Newtonsoft.Json.JsonConverter(typeof(NotSerializableConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(NotSerializableConverterFactory))]
public sealed class OfferLink
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly OfferLinkAddress _address;

    private OfferLink(OfferLinkAddress address) => _address = address;

    /// <summary>The address; a property would be visible to serializers and log formatters that read non-public members.</summary>
    internal OfferLinkAddress GetAddress() => _address;

    /// <summary>Parses a link as the admin pages show it: Sales > Offers > the offer > More > Webhooks.</summary>
    /// <param name="link">
    /// The activation or the deactivation link, such as <c>https://checkout.kajabi.com/webhooks/offers/{token}/{number}/activate</c>,
    /// without a query. White space around it is ignored. An http address is accepted for <c>localhost</c> and the IP addresses of
    /// loopback, for tests.
    /// </param>
    /// <returns>The link.</returns>
    /// <exception cref="InvalidOfferLinkException">
    /// The text is not such a link, or its host is not one of Kajabi's; the message names the part that is wrong, but
    /// not its value, except a host of Kajabi.
    /// </exception>
    public static OfferLink Parse(string? link) =>
        OfferLinkAddress.TryParse(link, out OfferLinkAddress? address, out string? problem)
            ? new OfferLink(address)
            : throw new InvalidOfferLinkException(problem);

    /// <summary>Parses a link like <see cref="Parse"/>, without an exception.</summary>
    /// <param name="link">The activation or the deactivation link.</param>
    /// <param name="result">The link; null if the text is not one.</param>
    /// <returns>Whether the text is a link.</returns>
    public static bool TryParse(string? link, [NotNullWhen(true)] out OfferLink? result)
    {
        result = OfferLinkAddress.TryParse(link, out OfferLinkAddress? address, out _) ? new OfferLink(address) : null;
        return result is not null;
    }

    /// <summary>Returns a text without the link.</summary>
    /// <returns>Always <c>offer link (redacted)</c>.</returns>
    public override string ToString() => "offer link (redacted)";
}
