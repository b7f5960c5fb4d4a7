namespace Kajabi;

/// <summary>The response to a request of an <see cref="OfferLink"/>.</summary>
public enum OfferLinkStatus
{
    /// <summary>The offer was granted; the member was created if there was none.</summary>
    Granted,

    /// <summary>The member has the offer already; nothing changed, and no e-mail was sent.</summary>
    AlreadyGranted,

    /// <summary>The offer was revoked. Its payments continue: a link neither charges nor cancels.</summary>
    Revoked,

    /// <summary>The member does not have the offer; nothing changed.</summary>
    NotGranted,

    /// <summary>Kajabi rejected the values; see <see cref="OfferLinkResult.Messages"/>. Nothing changed.</summary>
    Invalid,
}
