using Kajabi.Sandbox.Internal.Faults;
using Kajabi.Sandbox.Internal.Http;

namespace Kajabi.Sandbox;

/// <summary>
/// A fault that the sandbox simulates for a request; see <see cref="SandboxFaults.Add"/>. Unless its documentation states otherwise, it
/// replaces the response before the request is handled, so nothing is stored and no webhook is called. <see cref="AfterHandling"/> creates
/// the variant that handles the request first.
/// </summary>
/// <example>
/// <code>
/// sandbox.Faults.Add(SandboxFault.TooManyRequests(TimeSpan.FromSeconds(2)), times: 3, method: HttpMethod.Get, path: "/v1/contacts/*");
/// sandbox.Faults.Add(SandboxFault.BadGateway().AfterHandling(), method: HttpMethod.Post, path: "/v1/contacts");
/// </code>
/// </example>
public sealed class SandboxFault
{
    private readonly string _name;

    private SandboxFault(string name, FaultEffect effect)
    {
        (_name, Effect) = (name, effect);
    }

    /// <summary>Gets whether the request is handled, and its changes are stored, before the fault occurs.</summary>
    public bool IsAfterHandling { get; private init; }

    internal FaultEffect Effect { get; }

    internal FaultResponse? Response { get; private init; }

    internal TimeSpan Duration { get; private init; }

    /// <summary>401, as for a token that is not valid. The token remains valid, so the next request succeeds.</summary>
    public static SandboxFault Unauthorized() =>
        Respond("unauthorized", SandboxResponse.Error(401, "Unauthorized", "The access token is missing, expired or revoked"));

    /// <summary>403, as for an API key without the permission.</summary>
    public static SandboxFault Forbidden() => Respond("forbidden", SandboxResponse.Forbidden());

    /// <summary>404, as for a resource that does not exist.</summary>
    public static SandboxFault NotFound() =>
        Respond("not_found", SandboxResponse.Error(404, "Record not found", "The record could not be found"));

    /// <summary>422 with validation errors.</summary>
    /// <param name="errors">The errors. Default: one error without a pointer.</param>
    public static SandboxFault UnprocessableEntity(params IReadOnlyList<SandboxError> errors) =>
        Respond("unprocessable_entity", FaultResponse.CreateErrors(422, "Unprocessable entity", errors));

    /// <summary>429, as for too many requests.</summary>
    /// <param name="retryAfter">The header <c>Retry-After</c>, rounded up to seconds. Default: null, no header.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public static SandboxFault TooManyRequests(TimeSpan? retryAfter = null) =>
        Respond("too_many_requests", SandboxResponse.Error(429, "Too many requests"), retryAfter);

    /// <summary>500 with an error document.</summary>
    public static SandboxFault InternalServerError() =>
        Respond("internal_server_error", SandboxResponse.Error(500, "Internal server error"));

    /// <summary>502 with an HTML page, as the CDN in front of the API responds.</summary>
    public static SandboxFault BadGateway() =>
        Respond("bad_gateway", new FaultResponse(502, "<!DOCTYPE html><title>502 Bad gateway</title>", "text/html", RetryAfter: null));

    /// <summary>503 with an error document.</summary>
    /// <param name="retryAfter">The header <c>Retry-After</c>, rounded up to seconds. Default: null, no header.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public static SandboxFault ServiceUnavailable(TimeSpan? retryAfter = null) =>
        Respond("service_unavailable", SandboxResponse.Error(503, "Service unavailable"), retryAfter);

    /// <summary>Any response.</summary>
    /// <param name="statusCode">The status code, from 200 to 599.</param>
    /// <param name="body">The body. Default: empty.</param>
    /// <param name="contentType">The header <c>Content-Type</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status code is not from 200 to 599.</exception>
    /// <exception cref="ArgumentException">
    /// A response with this status code (204, 205 and 304) has no body, or the content type cannot be sent in a header.
    /// </exception>
    public static SandboxFault Respond(int statusCode, string body = "", string contentType = "application/vnd.api+json") =>
        Respond("response", FaultResponse.Create(statusCode, body, contentType));

    /// <summary>
    /// Delays the request, on the clock of the sandbox. The request is handled after the delay, unless the client has closed the
    /// connection; with <see cref="AfterHandling"/> it is handled at once, and the response is delayed.
    /// </summary>
    /// <param name="duration">The delay.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is not positive, or longer than 30 days.</exception>
    public static SandboxFault Delay(TimeSpan duration)
    {
        DelayRange.ThrowIfOutside(duration, nameof(duration));
        return new SandboxFault("delay", FaultEffect.Delay) { Duration = duration };
    }

    /// <summary>Handles the request, sends its status code, its headers and half of its body, and closes the connection.</summary>
    public static SandboxFault TruncatedBody() => new("truncated_body", FaultEffect.Truncate) { IsAfterHandling = true };

    /// <summary>Resets the connection without a response.</summary>
    public static SandboxFault ConnectionReset() => new("connection_reset", FaultEffect.Reset);

    /// <summary>
    /// Expires the access token of the request before it is handled, which results in 401. Its refresh token remains valid. Only requests
    /// with a valid access token use it up.
    /// </summary>
    public static SandboxFault ExpiredToken() => new("expired_token", FaultEffect.ExpireToken);

    /// <summary>
    /// Revokes the access token of the request and its refresh token before it is handled, which results in 401. Only requests with a valid
    /// access token use it up.
    /// </summary>
    public static SandboxFault RevokedToken() => new("revoked_token", FaultEffect.RevokeToken);

    /// <summary>
    /// Handles the request for a list, and then inserts a copy of the first resource of the page, with a new id, beside it. The following
    /// page starts with the last resource of this page again. The copy remains in the data. Only requests for lists use it up.
    /// </summary>
    public static SandboxFault InsertAfterPage() => new("insert_after_page", FaultEffect.InsertAfterPage) { IsAfterHandling = true };

    /// <summary>
    /// Handles the request for a list, and then removes the first resource of the page from the data. The following page skips a resource.
    /// Only requests for lists use it up.
    /// </summary>
    public static SandboxFault RemoveAfterPage() => new("remove_after_page", FaultEffect.RemoveAfterPage) { IsAfterHandling = true };

    /// <summary>
    /// Returns the variant that handles the request and stores its changes, and then loses the response: the client receives the fault
    /// instead. A client that retries a write then writes twice.
    /// </summary>
    public SandboxFault AfterHandling() =>
        new(_name, Effect)
        {
            IsAfterHandling = true,
            Response = Response,
            Duration = Duration,
        };

    /// <summary>Returns whether the fault has an effect on a request, so that other requests do not use it up.</summary>
    internal bool AppliesTo(FaultRequest request) =>
        Effect switch
        {
            FaultEffect.ExpireToken or FaultEffect.RevokeToken => request.HasValidToken,
            FaultEffect.InsertAfterPage or FaultEffect.RemoveAfterPage => request.IsList,
            _ => true,
        };

    /// <summary>
    /// Returns the identifier of the fault in the control API of <c>kajabi sandbox</c>, such as <c>too_many_requests</c>, with
    /// <c> after handling</c> for that variant.
    /// </summary>
    public override string ToString() =>
        IsAfterHandling && Effect is not (FaultEffect.Truncate or FaultEffect.InsertAfterPage or FaultEffect.RemoveAfterPage)
            ? $"{_name} after handling"
            : _name;

    private static SandboxFault Respond(string name, SandboxResponse response, TimeSpan? retryAfter = null) =>
        retryAfter < TimeSpan.Zero
            ? throw new ArgumentOutOfRangeException(nameof(retryAfter), "The duration of Retry-After cannot be negative.")
            : Respond(name, FaultResponse.Create(response, retryAfter));

    private static SandboxFault Respond(string name, FaultResponse response) => new(name, FaultEffect.Respond) { Response = response };
}
