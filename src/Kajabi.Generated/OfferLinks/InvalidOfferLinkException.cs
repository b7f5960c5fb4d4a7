namespace Kajabi;

/// <summary>
/// Thrown when a text is not an activation or deactivation link of an offer. The message names the part that is wrong and how to correct
/// it, without the link, which may be a secret.
/// </summary>
public sealed class InvalidOfferLinkException : KajabiException
{
    internal InvalidOfferLinkException(string message)
        : base(message) { }
}
