using System.Globalization;
using System.Net;
using Polly.Timeout;

namespace Kajabi;

/// <content>Creates the exception for each kind of failure.</content>
public sealed partial class KajabiApiException
{
    /// <summary>The status code is not a success, or a successful response contains errors.</summary>
    internal static KajabiApiException From(HttpRequestMessage request, HttpResponseMessage response)
    {
        BufferedResponseContent? body = response.Content as BufferedResponseContent;
        ErrorList listed = body is null ? ErrorList.Empty : ApiErrorReader.Read(body);
        HttpStatusCode status = body?.Response.StatusCode ?? response.StatusCode;
        (KajabiErrorKind kind, string advice) = StatusCodeMapper.Map(
            response.IsSuccessStatusCode ? GetStatusCode(listed.Errors) : status,
            GetTemplate(request),
            request.IsTokenRequest()
        );
        string? detail = listed.Errors.Select(static error => Describe(error)).FirstOrDefault(static text => text.Length > 0);
        string more = listed.HasMore ? $" The response contains more errors than the {listed.Errors.Count} in Errors." : string.Empty;
        string note = ProcessingNote.AfterResponse(request, status);
        string quoted = detail is null ? "." : $": {EndSentence(TextSanitizer.Sanitize(detail))}";
        string message = $"{Operation(request)} returned {Format(status)}{quoted}{more} {advice} {note}";
        return Create(kind, message, null, request, status, body, listed);
    }

    /// <summary>The response is successful, but its body cannot be read.</summary>
    internal static KajabiApiException InvalidResponse(
        HttpRequestMessage request,
        HttpResponseMessage response,
        string problem,
        Exception? cause = null
    )
    {
        BufferedResponseContent? body = response.Content as BufferedResponseContent;
        HttpStatusCode status = body?.Response.StatusCode ?? response.StatusCode;
        string message =
            $"{Operation(request)} returned {Format(status)}, but the response could not be read. {TextSanitizer.Sanitize(problem)} "
            + ProcessingNote.AfterUnreadableSuccess(request);
        return Create(KajabiErrorKind.UnexpectedResponse, message, cause, request, status, body);
    }

    /// <summary>There was no response, or none that is HTTP.</summary>
    internal static KajabiApiException Unreachable(HttpRequestMessage request, Exception cause) =>
        cause switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => Create(
                KajabiErrorKind.UnexpectedResponse,
                $"{Operation(request)} returned a response that is not HTTP. Check that BaseAddress is the address of Kajabi's API. "
                    + ProcessingNote.WithoutResponse(request),
                cause,
                request
            ),
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => Create(
                KajabiErrorKind.UnexpectedResponse,
                $"{Operation(request)} returned headers larger than {SocketsHandlerSettings.MaxHeaderKilobytes} KiB, which were not read. "
                    + ProcessingNote.WithoutResponse(request),
                cause,
                request
            ),
            _ => Create(
                KajabiErrorKind.Network,
                $"{Operation(request)} did not reach Kajabi or lost its response: {TextSanitizer.Sanitize(cause.Message).TrimEnd('.')}. "
                    + ProcessingNote.WithoutResponse(request),
                cause,
                request
            ),
        };

    /// <summary>There was no response in time.</summary>
    internal static KajabiApiException TimedOut(HttpRequestMessage request, Exception cause)
    {
        string limit = cause is TimeoutRejectedException ? "Retry.AttemptTimeout allows for one attempt" : "the Timeout of the options";
        return Create(
            KajabiErrorKind.Timeout,
            $"{Operation(request)} took longer than {limit}. {ProcessingNote.WithoutResponse(request)}",
            cause,
            request
        );
    }

    /// <summary>The queue of the client-side rate limit is full.</summary>
    internal static KajabiApiException RateLimitQueueFull(HttpRequestMessage request) =>
        Create(
            KajabiErrorKind.RateLimited,
            $"{Operation(request)} was not sent: the queue of the rate limit (RateLimit.QueueLimit) is full. "
                + "Send fewer requests at a time, or raise the limit.",
            null,
            request
        );

    /// <summary>The limiter of the application rejected the request.</summary>
    internal static KajabiApiException RateLimiterRejected(HttpRequestMessage request, TimeSpan? retryAfter) =>
        new(
            KajabiErrorKind.RateLimited,
            $"{Operation(request)} was not sent: the limiter of RateLimit.Limiter rejected it"
                + $"{(retryAfter is { } delay ? $" for {delay}, longer than the remaining Timeout" : " without a time to wait for")}. "
                + "Send fewer requests at a time, or raise its limit."
        )
        {
            Method = request.Method.Method,
            PathTemplate = GetTemplate(request),
            RetryAfter = retryAfter,
            Attempts = RequestState.Get(request).Attempts,
            MayHaveBeenProcessed = RequestState.Get(request).MayHaveBeenProcessed,
        };

    /// <summary>No token could be obtained, and there is no response of the token endpoint.</summary>
    internal static KajabiApiException TokenUnavailable(
        string problem,
        Exception? cause = null,
        KajabiErrorKind kind = KajabiErrorKind.Unauthorized
    ) => new(kind, problem, cause) { Method = HttpMethod.Post.Method, PathTemplate = TokenRequest.Path };

    /// <summary>Returns a failed token request, which several requests can share, as the failure of one of them.</summary>
    internal KajabiApiException ForCall(HttpRequestMessage request) =>
        new(this, $"{Message} {ProcessingNote.TokenUnavailable(request)}", InnerException)
        {
            MayHaveBeenProcessed = RequestState.Get(request).MayHaveBeenProcessed,
        };

    /// <summary>Returns the same failure with another message and cause.</summary>
    internal KajabiApiException With(string message, Exception? cause) => new(this, message, cause);

    private static KajabiApiException Create(
        KajabiErrorKind kind,
        string message,
        Exception? cause,
        HttpRequestMessage request,
        HttpStatusCode? status = null,
        BufferedResponseContent? body = null,
        ErrorList? errors = null
    ) =>
        new(kind, WithRequestId(message.TrimEnd(), body), cause)
        {
            Method = request.Method.Method,
            PathTemplate = GetTemplate(request),
            StatusCode = status,
            Errors = errors?.Errors ?? [],
            HasMoreErrors = errors?.HasMore ?? false,
            RequestId = GetRequestId(body),
            RetryAfter = body?.RetryAfter,
            Attempts = RequestState.Get(request).Attempts,
            MayHaveBeenProcessed = RequestState.Get(request).MayHaveBeenProcessed,

            // A response of the token endpoint can contain a token.
            BodyExcerpt = request.IsTokenRequest() ? null : body?.Excerpt(ExcerptLength),
        };

    private static HttpStatusCode? GetStatusCode(IReadOnlyList<ApiError> errors) =>
        errors.Count > 0 && int.TryParse(errors[0].Status, NumberStyles.None, CultureInfo.InvariantCulture, out int status)
            ? (HttpStatusCode)status
            : null;

    private static string EndSentence(string text) => text is [.., '.' or '?' or '!'] ? text : $"{text}.";

    private static string Describe(ApiError error) =>
        string.Join(": ", new[] { error.Title, error.Detail }.Where(static text => !string.IsNullOrWhiteSpace(text)))
        + (error.Pointer is null ? string.Empty : $" ({error.Pointer})");

    private static string WithRequestId(string message, BufferedResponseContent? body) =>
        GetRequestId(body) is { } id ? $"{message} Request id: {TextSanitizer.Sanitize(id)}." : message;

    /// <summary>Returns the id without secrets, which a server may echo in a header as well.</summary>
    private static string? GetRequestId(BufferedResponseContent? body) => body?.Response.RequestId is { } id ? body.Redact(id) : null;

    private static string Format(HttpStatusCode status) => Enum.IsDefined(status) ? $"{(int)status} {status}" : $"{(int)status}";

    private static string Operation(HttpRequestMessage request) => $"{request.Method} {GetTemplate(request)}";

    /// <summary>Returns the route template, which unlike the URL contains no ids and no query string.</summary>
    private static string GetTemplate(HttpRequestMessage request) =>
        RouteTemplate.Get(request) ?? request.RequestUri?.AbsolutePath ?? string.Empty;
}
