namespace Kajabi.Cli;

/// <summary>Thrown when the request of an offer link fails. The message contains no link.</summary>
internal sealed class OfferLinkFailedException : Exception
{
    public OfferLinkFailedException(KajabiApiException exception)
        : base(exception.Message, exception)
    {
        ApiException = exception;
    }

    public OfferLinkFailedException(OfferLinkResult result)
        : base($"Kajabi rejected the member: {string.Join("; ", result.Messages)}. Correct the values and run the command again.") { }

    /// <summary>The failure of the request; null if Kajabi rejected the values.</summary>
    public KajabiApiException? ApiException { get; }
}
