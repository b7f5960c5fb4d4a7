namespace Kajabi;

/// <summary>Grants and revokes offers with their activation and deactivation links, without an API key.</summary>
/// <remarks>
/// <para>Use the links if your plan has no access to the API, or to give an application access to one offer only; otherwise
/// <c>IContactsApi.GrantContactOffersAsync</c> does the same for a contact.</para>
/// <para>A request is retried after a lost connection, a timeout or a server error: the second grant or revocation gets a response that
/// is recognized, so nothing happens twice and no second e-mail is sent.</para>
/// </remarks>
/// <example>
/// <code>
/// OfferLinkResult result = await links.GrantAsync(link, member, WelcomeEmail.DoNotSend);
/// </code>
/// </example>
public interface IOfferLinkClient
{
    /// <summary>Grants the offer of a link to a person. Kajabi creates the member if there is none. No payment is made.</summary>
    /// <param name="link">The link of the offer.</param>
    /// <param name="member">The person.</param>
    /// <param name="welcomeEmail">Whether Kajabi sends the welcome email of the offer.</param>
    /// <param name="cancellationToken">Cancels the request; it may have been processed already.</param>
    /// <returns>
    /// <see cref="OfferLinkStatus.Granted"/>, <see cref="OfferLinkStatus.AlreadyGranted"/> or <see cref="OfferLinkStatus.Invalid"/>.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// A value of the member is empty or contains half of a surrogate pair. Nothing was sent.
    /// </exception>
    /// <exception cref="KajabiApiException">
    /// The link does not exist, Kajabi could not be reached, failed, or sent an unexpected response. It does not contain the link.
    /// </exception>
    Task<OfferLinkResult> GrantAsync(
        OfferLink link,
        OfferLinkMember member,
        WelcomeEmail welcomeEmail,
        CancellationToken cancellationToken = default
    );

    /// <summary>Revokes the offer of a link from a person, and with it the access to its products. Payments are not canceled.</summary>
    /// <param name="link">The link of the offer.</param>
    /// <param name="member">The person, with the values of the grant.</param>
    /// <param name="cancellationToken">Cancels the request; it may have been processed already.</param>
    /// <returns>
    /// <see cref="OfferLinkStatus.Revoked"/>, <see cref="OfferLinkStatus.NotGranted"/> or <see cref="OfferLinkStatus.Invalid"/>.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// A value of the member is empty or contains half of a surrogate pair. Nothing was sent.
    /// </exception>
    /// <exception cref="KajabiApiException">
    /// The link does not exist, Kajabi could not be reached, failed, or sent an unexpected response. It does not contain the link.
    /// </exception>
    Task<OfferLinkResult> RevokeAsync(OfferLink link, OfferLinkMember member, CancellationToken cancellationToken = default);
}
