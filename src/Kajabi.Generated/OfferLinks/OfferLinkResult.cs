namespace Kajabi;

/// <summary>The result of granting or revoking an offer with its <see cref="OfferLink"/>.</summary>
public sealed class OfferLinkResult
{
    /// <summary>Initializes a new instance, for tests that replace <see cref="IOfferLinkClient"/>.</summary>
    /// <param name="status">The response.</param>
    public OfferLinkResult(OfferLinkStatus status) => Status = status;

    /// <summary>Gets the response.</summary>
    public OfferLinkStatus Status { get; }

    /// <summary>
    /// Gets the messages of Kajabi, such as <c>email: is invalid</c>: at most 20, each truncated to 500 characters. Can be empty,
    /// except for <see cref="OfferLinkStatus.Invalid"/>. They can contain the values that were sent.
    /// </summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>
    /// Gets whether an earlier attempt of the same call may have made the change, because its response was lost. Then
    /// <see cref="OfferLinkStatus.AlreadyGranted"/> can mean that this call granted the offer, and
    /// <see cref="OfferLinkStatus.NotGranted"/> that it revoked it. False for the other results.
    /// </summary>
    public bool MayBeFromEarlierAttempt { get; init; }

    /// <summary>Returns the status.</summary>
    /// <returns>The name of the <see cref="Status"/>, without the messages.</returns>
    public override string ToString() => Status.ToString();
}
