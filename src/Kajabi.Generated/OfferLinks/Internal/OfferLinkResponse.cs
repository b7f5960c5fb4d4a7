using System.Net;

namespace Kajabi.OfferLinks.Internal;

/// <summary>Reads the responses of offer links. Their failures are described by messages, not by the status code.</summary>
internal static class OfferLinkResponse
{
    private const string AlreadyGranted = "already been granted";
    private const string NotGranted = "grant not found";
    private const string UnknownAddress = "Not Found";

    /// <exception cref="KajabiApiException">The response is no result of the link.</exception>
    public static OfferLinkResult Read(HttpRequestMessage request, HttpResponseMessage response, bool isGrant)
    {
        OfferLinkBody body = new((BufferedResponseContent)response.Content);

        // After a failed attempt, a duplicate gets a response that is not a success.
        bool mayBeEarlier = !response.IsSuccessStatusCode && RequestState.Get(request).MayHaveBeenProcessed;
        return GetStatus(response, body, isGrant) switch
        {
            OfferLinkStatus status => new OfferLinkResult(status)
            {
                Messages = body.Messages,
                MayBeFromEarlierAttempt = mayBeEarlier && status is OfferLinkStatus.AlreadyGranted or OfferLinkStatus.NotGranted,
            },
            null when response.IsSuccessStatusCode => throw KajabiApiException.InvalidResponse(
                request,
                response,
                body.IsRejection ? "It reports a failure without a message." : "It is a web page, so it did not come from the link."
            ),
            null => throw KajabiApiException.From(request, response),
        };
    }

    private static OfferLinkStatus? GetStatus(HttpResponseMessage response, OfferLinkBody body, bool isGrant)
    {
        string phrase = isGrant ? AlreadyGranted : NotGranted;
        bool isFailure = !response.IsSuccessStatusCode || body.IsRejection;
        if (isFailure ? body.Contains(phrase) : body.MessagesContain(phrase))
        {
            return isGrant ? OfferLinkStatus.AlreadyGranted : OfferLinkStatus.NotGranted;
        }

        if (isFailure)
        {
            return IsRejected(response, body, isGrant) && body.Messages.Count > 0 ? OfferLinkStatus.Invalid : null;
        }

        return body.IsPage ? null
            : isGrant ? OfferLinkStatus.Granted
            : OfferLinkStatus.Revoked;
    }

    /// <summary>Whether a failure concerns the values of the request, not the link or the service.</summary>
    private static bool IsRejected(HttpResponseMessage response, OfferLinkBody body, bool isGrant) =>
        response.StatusCode switch
        {
            HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity => true,

            // A revocation of an unknown member. For an unknown link, a message is at most the text of the status code.
            HttpStatusCode.NotFound => !isGrant && body.Messages.Any(static message => message != UnknownAddress),
            _ => response.IsSuccessStatusCode,
        };
}
