using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Kajabi.OfferLinks.Internal;

/// <summary>The validated parts of an <see cref="OfferLink"/>.</summary>
internal sealed class OfferLinkAddress
{
    // The links of the service have 16; a shorter token could not be redacted without damaging other text.
    private const int MinTokenLength = 8;

    private const string Example = "https://checkout.kajabi.com/webhooks/offers/{token}/{number}/activate";

    private static readonly FrozenSet<string> s_hosts = FrozenSet.ToFrozenSet(
        ["checkout.kajabi.com", "checkout.newkajabi.com"],
        StringComparer.OrdinalIgnoreCase
    );

    // Another host may be a part of a link at the wrong place, which messages must not show.
    private static readonly string[] s_knownDomains = [".kajabi.com", ".mykajabi.com", ".newkajabi.com"];

    private readonly string _base;

    private OfferLinkAddress(string authority, string token, string number)
    {
        _base = $"{authority}/webhooks/offers/{token}/{number}";
        Token = token;
    }

    /// <summary>The part that is secret.</summary>
    public string Token { get; }

    /// <summary>Returns the address of an action, such as <c>activate</c>.</summary>
    public Uri GetUri(string action) => new($"{_base}/{action}");

    /// <summary>Parses a link.</summary>
    /// <param name="link">The link.</param>
    /// <param name="address">The address.</param>
    /// <param name="problem">The problem and its remedy, without the link; null if there is none.</param>
    public static bool TryParse(string? link, [NotNullWhen(true)] out OfferLinkAddress? address, [NotNullWhen(false)] out string? problem)
    {
        address = null;
        if (!Uri.TryCreate(link?.Trim(), UriKind.Absolute, out Uri? uri) || uri.IsFile)
        {
            problem = $"The offer link is not a URL. Copy the whole link from the webhooks of the offer; it looks like {Example}.";
            return false;
        }

        problem = Validate(uri);
        if (problem is null && uri.AbsolutePath.TrimEnd('/').Split('/') is [_, "webhooks", "offers", var token, var number, var action])
        {
            if (IsToken(token) && number.Length > 0 && number.All(char.IsAsciiDigit) && OfferLinkRequest.IsAction(action))
            {
                address = new OfferLinkAddress(uri.GetLeftPart(UriPartial.Authority), token, number);
                return true;
            }
        }

        problem ??=
            $"The path of the offer link is not that of an activation or deactivation link, such as {Example}. "
            + "Copy the whole link from the webhooks of the offer.";
        return false;
    }

    private static string? Validate(Uri uri)
    {
        bool isLoopback = IsLoopback(uri);
        return uri switch
        {
            { UserInfo.Length: > 0 } or { Query.Length: > 0 } or { Fragment.Length: > 0 } =>
                "The offer link contains a user name, a query or a fragment. Remove it: the argument welcomeEmail decides about the "
                    + "e-mail.",
            _ when !isLoopback && !(s_hosts.Contains(uri.IdnHost) && uri.IsDefaultPort) =>
                $"The host of the offer link is {DescribeHost(uri)}, but offer links belong to "
                    + $"{string.Join(" or ", s_hosts)}. Copy the link from the webhooks of the offer, not that of its checkout page.",
            _ when uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && isLoopback) =>
                "The offer link must begin with https, because it is a secret.",
            _ => null,
        };
    }

    private static string DescribeHost(Uri uri) =>
        s_knownDomains.Any(domain => uri.IdnHost.EndsWith(domain, StringComparison.OrdinalIgnoreCase))
            ? $"'{TextSanitizer.Sanitize(uri.Authority)}'"
            : "not one of Kajabi's";

    /// <summary>Names below localhost, which <see cref="LoopbackAddress"/> accepts, are resolved by DNS, and may lead anywhere.</summary>
    private static bool IsLoopback(Uri uri) =>
        uri.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(uri.IdnHost, out IPAddress? address) && IPAddress.IsLoopback(address));

    private static bool IsToken(string text) =>
        text.Length >= MinTokenLength && text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
