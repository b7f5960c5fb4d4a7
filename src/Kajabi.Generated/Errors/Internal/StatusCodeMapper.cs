using System.Net;

namespace Kajabi.Errors.Internal;

/// <summary>What a status means for a caller, and what to do about it.</summary>
internal static class StatusCodeMapper
{
    private const string Credentials =
        "Check the client id and secret, or the token in their place: a rotated or deleted API key ends its tokens.";

    public static (KajabiErrorKind Kind, string Remedy) Of(HttpStatusCode? status, string pathTemplate, bool isTokenRequest) =>
        (int?)status switch
        {
            400 or 401 or 403 when isTokenRequest => (KajabiErrorKind.Unauthorized, Credentials),
            401 => (KajabiErrorKind.Unauthorized, Credentials),
            402 or 403 => (
                KajabiErrorKind.Forbidden,
                $"The API key likely lacks the permission for {Subject(pathTemplate)}, or the account's plan does not cover it: see the key in the admin portal."
            ),
            404 or 410 => (KajabiErrorKind.NotFound, "Check the id, and that it belongs to a site that the API key may see."),
            400 or 409 or 422 => (KajabiErrorKind.Validation, "Correct what Errors lists and call again."),
            413 or 414 or 431 => (KajabiErrorKind.Validation, "The call is too large: send less at once, or fewer and shorter filters."),
            406 or 415 => (
                KajabiErrorKind.UnexpectedResponse,
                $"The media type was refused, which for this call is the API's own; a proxy between may have changed it from {JsonApiContentSerializer.MediaType}."
            ),
            408 => (KajabiErrorKind.Timeout, "The API stopped waiting for the request."),
            429 => (KajabiErrorKind.RateLimited, "Wait, then call again more slowly."),
            304 => (
                KajabiErrorKind.UnexpectedResponse,
                "Nothing has changed since what the If-None-Match or If-Modified-Since of the call names."
            ),
            >= 300 and < 400 => (
                KajabiErrorKind.UnexpectedResponse,
                "Redirects are not followed, because one could carry the token elsewhere. Check the BaseAddress."
            ),
            >= 500 => (KajabiErrorKind.ServerError, "Kajabi returned a server error."),
            _ => (KajabiErrorKind.UnexpectedResponse, "This is not an answer that the contract knows."),
        };

    /// <summary>What a path is about, which is what the admin portal calls its permissions after: <c>/v1/contact_tags/{id}</c> is about contact tags.</summary>
    private static string Subject(string pathTemplate) =>
        pathTemplate.Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, var resource, ..] ? resource.Replace('_', ' ') : "this";
}
