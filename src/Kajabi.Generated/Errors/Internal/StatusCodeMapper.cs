using System.Net;

namespace Kajabi.Errors.Internal;

/// <summary>Maps a status code to a kind of failure and to advice for the caller.</summary>
internal static class StatusCodeMapper
{
    private const string RevokedTokens = "Rotating or deleting an API key revokes its tokens.";

    private const string Credentials = $"Check the client id and secret, or the access token. {RevokedTokens}";

    private const string TokenCredentials =
        $"Check the client id and secret, or the refresh token, which may work only once. {RevokedTokens}";

    private const string OfferLink =
        "The offer link does not exist or was replaced: copy it again from the webhooks of the offer in the admin pages.";

    public static (KajabiErrorKind Kind, string Advice) Map(HttpStatusCode? status, string pathTemplate, bool isTokenRequest)
    {
        (KajabiErrorKind kind, string advice) = MapOperation(status, pathTemplate, isTokenRequest);
        return (OfferLinkRequest.IsTemplate(pathTemplate), kind) switch
        {
            (true, KajabiErrorKind.Unauthorized or KajabiErrorKind.Forbidden or KajabiErrorKind.NotFound) => (kind, OfferLink),
            (true, KajabiErrorKind.UnexpectedResponse) when (int?)status is >= 300 and < 400 => (
                kind,
                "A redirect is not followed, because it could leak the offer link."
            ),
            _ => (kind, advice),
        };
    }

    private static (KajabiErrorKind Kind, string Advice) MapOperation(HttpStatusCode? status, string pathTemplate, bool isTokenRequest) =>
        (int?)status switch
        {
            400 or 401 or 403 when isTokenRequest => (KajabiErrorKind.Unauthorized, TokenCredentials),
            401 => (KajabiErrorKind.Unauthorized, Credentials),
            402 or 403 => (
                KajabiErrorKind.Forbidden,
                $"The API key probably lacks the permission for {Subject(pathTemplate)}, or the plan of the account does not include it. "
                    + "See the key in the admin portal."
            ),
            404 or 410 => (KajabiErrorKind.NotFound, "Check the id, and that it belongs to a site that the API key can access."),
            400 or 409 or 422 => (KajabiErrorKind.Validation, "Correct the problems in Errors and retry."),
            413 or 414 or 431 => (KajabiErrorKind.Validation, "The request is too large: send less data, or fewer and shorter filters."),
            406 or 415 => (
                KajabiErrorKind.UnexpectedResponse,
                $"The media type was rejected. A proxy may have changed it from {JsonApiContentSerializer.MediaType}."
            ),
            408 => (KajabiErrorKind.Timeout, "The API timed out waiting for the request."),
            429 => (KajabiErrorKind.RateLimited, "Wait, then retry at a lower rate."),
            304 => (
                KajabiErrorKind.UnexpectedResponse,
                "The resource has not changed since the If-None-Match or If-Modified-Since of the request."
            ),
            >= 300 and < 400 => (
                KajabiErrorKind.UnexpectedResponse,
                "Redirects are not followed, because they could send the token to another host. Check BaseAddress."
            ),
            >= 500 => (KajabiErrorKind.ServerError, "Kajabi returned a server error."),
            _ => (KajabiErrorKind.UnexpectedResponse, "The status code is not defined in the OpenAPI document."),
        };

    /// <summary>Returns the name of the permission in the admin portal: "contact tags" for <c>/v1/contact_tags/{id}</c>.</summary>
    private static string Subject(string pathTemplate) =>
        pathTemplate.Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, var resource, ..] ? resource.Replace('_', ' ') : "this";
}
