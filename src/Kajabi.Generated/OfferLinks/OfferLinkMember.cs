namespace Kajabi;

/// <summary>The person who gets an offer through an <see cref="OfferLink"/>. All values are required by Kajabi.</summary>
/// <remarks>Contains personal data, so <see cref="ToString"/> returns the external id only.</remarks>
public sealed class OfferLinkMember
{
    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the e-mail address, by which Kajabi finds the member or creates one.</summary>
    public required string Email { get; init; }

    /// <summary>
    /// Gets the id of the person in your application, or the e-mail address if there is none. It is case-sensitive. Use the same value
    /// for the same person in all requests: Kajabi rejects a known e-mail address with another one.
    /// </summary>
    public required string ExternalUserId { get; init; }

    /// <summary>Returns the external id.</summary>
    /// <returns>The <see cref="ExternalUserId"/>.</returns>
    public override string ToString() => ExternalUserId;
}
