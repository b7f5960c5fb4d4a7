using System.Net;

namespace Kajabi.OfferLinks.Internal;

/// <summary>Reads the responses of offer links. Their failures are described by messages, not by the status code.</summary>
internal static class OfferLinkResponse
{
    private const string AlreadyGranted = "already been granted";
    private const string NotGranted = "grant not found";

    /// <exception cref="KajabiApiException">The response is no result of the link.</exception>
    public static OfferLinkResult Read(HttpRequestMessage request, HttpResponseMessage response, bool isGrant)
    {
        BufferedResponseContent body = (BufferedResponseContent)response.Content;
        IReadOnlyList<string> messages = OfferLinkMessageReader.Read(body);

        // After a failed attempt, a duplicate gets a response that is not a success.
        bool mayBeEarlier = !response.IsSuccessStatusCode && RequestState.Get(request).MayHaveBeenProcessed;
        return GetStatus(response, body, messages, isGrant) switch
        {
            OfferLinkStatus status => new OfferLinkResult(status)
            {
                Messages = messages,
                MayBeFromEarlierAttempt = mayBeEarlier && status is OfferLinkStatus.AlreadyGranted or OfferLinkStatus.NotGranted,
            },
            null when response.IsSuccessStatusCode => throw KajabiApiException.InvalidResponse(
                request,
                response,
                "It is a web page, so it did not come from the link."
            ),
            null => throw KajabiApiException.From(request, response),
        };
    }

    private static OfferLinkStatus? GetStatus(
        HttpResponseMessage response,
        BufferedResponseContent body,
        IReadOnlyList<string> messages,
        bool isGrant
    )
    {
        if (isGrant ? Contains(messages, AlreadyGranted) : Contains(messages, NotGranted))
        {
            return isGrant ? OfferLinkStatus.AlreadyGranted : OfferLinkStatus.NotGranted;
        }

        bool isRejected =
            response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity
            || (response.IsSuccessStatusCode && ApiErrorReader.HasErrors(body));
        if (isRejected)
        {
            return messages.Count > 0 ? OfferLinkStatus.Invalid : null;
        }

        return response.IsSuccessStatusCode && !IsPage(body)
            ? isGrant
                ? OfferLinkStatus.Granted
                : OfferLinkStatus.Revoked
            : null;
    }

    private static bool Contains(IReadOnlyList<string> messages, string text) =>
        messages.Any(message => message.Contains(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>A captive portal or a login page of a proxy returns 200 as well.</summary>
    private static bool IsPage(BufferedResponseContent body) =>
        body.Headers.ContentType?.MediaType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true;
}
