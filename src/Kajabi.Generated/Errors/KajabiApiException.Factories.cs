using System.Globalization;
using System.Net;
using Polly.Timeout;

namespace Kajabi;

/// <content>How each kind of failure becomes an exception.</content>
public sealed partial class KajabiApiException
{
    /// <summary>The API answered with a status that is no success, or with errors under one that is.</summary>
    internal static KajabiApiException From(HttpRequestMessage request, HttpResponseMessage response)
    {
        BufferedResponseContent? answer = response.Content as BufferedResponseContent;
        ErrorList listed = answer is null ? ErrorList.Empty : ApiErrorReader.Read(answer);
        HttpStatusCode status = answer?.Response.StatusCode ?? response.StatusCode;
        (KajabiErrorKind kind, string remedy) = StatusCodeMapper.Of(
            response.IsSuccessStatusCode ? StatusOf(listed.Errors) : status,
            TemplateOf(request),
            request.IsTokenRequest()
        );
        string? said = listed.Errors.Select(static error => Describe(error)).FirstOrDefault(static text => text.Length > 0);
        string more = listed.HasMore ? $" The response lists more errors than the {listed.Errors.Count} in Errors." : string.Empty;
        string message =
            $"{Where(request)} was answered with {Shown(status)}{(said is null ? string.Empty : $": {TextSanitizer.Of(said)}")}.{more} {remedy} {ProcessingNote.AfterResponse(request, status)}";
        return Create(kind, message, null, request, status, answer, listed);
    }

    /// <summary>The API answered with success and something that cannot be read.</summary>
    internal static KajabiApiException InvalidResponse(
        HttpRequestMessage request,
        HttpResponseMessage response,
        string problem,
        Exception? cause = null
    )
    {
        BufferedResponseContent? answer = response.Content as BufferedResponseContent;
        HttpStatusCode status = answer?.Response.StatusCode ?? response.StatusCode;
        string message =
            $"{Where(request)} was answered with {Shown(status)}, but the answer could not be understood. {TextSanitizer.Of(problem)} {ProcessingNote.AfterUnreadableSuccess(request)}";
        return Create(KajabiErrorKind.UnexpectedResponse, message, cause, request, status, answer);
    }

    /// <summary>There was no answer, or none that is HTTP.</summary>
    internal static KajabiApiException Unreachable(HttpRequestMessage request, Exception cause) =>
        cause switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => Create(
                KajabiErrorKind.UnexpectedResponse,
                $"{Where(request)} was answered with something that is no HTTP. Check that the BaseAddress leads to Kajabi's API. {ProcessingNote.WithoutResponse(request)}",
                cause,
                request
            ),
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => Create(
                KajabiErrorKind.UnexpectedResponse,
                $"{Where(request)} was answered with headers larger than {SocketsHandlerSettings.MaxHeaderKilobytes} KiB, which were not read. {ProcessingNote.WithoutResponse(request)}",
                cause,
                request
            ),
            _ => Create(
                KajabiErrorKind.Network,
                $"{Where(request)} did not reach Kajabi or lost its response: {TextSanitizer.Of(cause.Message).TrimEnd('.')}. {ProcessingNote.WithoutResponse(request)}",
                cause,
                request
            ),
        };

    /// <summary>There was no answer in time.</summary>
    internal static KajabiApiException TimedOut(HttpRequestMessage request, Exception cause)
    {
        string limit = cause is TimeoutRejectedException ? "an attempt may by Retry.AttemptTimeout" : "the Timeout of the options allows";
        return Create(
            KajabiErrorKind.Timeout,
            $"{Where(request)} took longer than {limit}. {ProcessingNote.WithoutResponse(request)}",
            cause,
            request
        );
    }

    /// <summary>Too many calls were waiting to be sent.</summary>
    internal static KajabiApiException RateLimitQueueFull(HttpRequestMessage request) =>
        Create(
            KajabiErrorKind.RateLimited,
            $"{Where(request)} was not sent: as many requests as RateLimit.QueueLimit allows wait already. Call more slowly, or raise it.",
            null,
            request
        );

    /// <summary>There is no token, and no answer of the token endpoint that would say why.</summary>
    internal static KajabiApiException TokenUnavailable(
        string problem,
        Exception? cause = null,
        KajabiErrorKind kind = KajabiErrorKind.Unauthorized
    ) => new(kind, problem, cause) { Method = HttpMethod.Post.Method, PathTemplate = TokenRequest.Path };

    /// <summary>The failure to get a token, which many calls may wait for, as the failure of one of them.</summary>
    internal KajabiApiException ForCall(HttpRequestMessage call) =>
        new(Kind, $"{Message} {ProcessingNote.TokenUnavailable(call)}", InnerException)
        {
            Method = Method,
            PathTemplate = PathTemplate,
            StatusCode = StatusCode,
            Errors = Errors,
            HasMoreErrors = HasMoreErrors,
            RequestId = RequestId,
            RetryAfter = RetryAfter,
            Attempts = Attempts,
            MayHaveBeenProcessed = RequestState.Get(call).MayHaveBeenProcessed,
        };

    private static KajabiApiException Create(
        KajabiErrorKind kind,
        string message,
        Exception? cause,
        HttpRequestMessage request,
        HttpStatusCode? status = null,
        BufferedResponseContent? answer = null,
        ErrorList? errors = null
    ) =>
        new(kind, WithRequestId(message.TrimEnd(), answer), cause)
        {
            Method = request.Method.Method,
            PathTemplate = TemplateOf(request),
            StatusCode = status,
            Errors = errors?.Errors ?? [],
            HasMoreErrors = errors?.HasMore ?? false,
            RequestId = answer?.Response.RequestId,
            RetryAfter = answer?.RetryAfter,
            Attempts = RequestState.Get(request).Attempts,
            MayHaveBeenProcessed = RequestState.Get(request).MayHaveBeenProcessed,

            // What the token endpoint says may hold a token.
            BodyExcerpt = request.IsTokenRequest() ? null : answer?.Excerpt(ExcerptLength),
        };

    private static HttpStatusCode? StatusOf(IReadOnlyList<ApiError> errors) =>
        errors.Count > 0 && int.TryParse(errors[0].Status, NumberStyles.None, CultureInfo.InvariantCulture, out int status)
            ? (HttpStatusCode)status
            : null;

    private static string Describe(ApiError error) =>
        string.Join(": ", new[] { error.Title, error.Detail }.Where(static text => !string.IsNullOrWhiteSpace(text)))
        + (error.Pointer is null ? string.Empty : $" ({error.Pointer})");

    private static string WithRequestId(string message, BufferedResponseContent? answer) =>
        answer?.Response.RequestId is { } id ? $"{message} Request id: {TextSanitizer.Of(id)}." : message;

    private static string Shown(HttpStatusCode status) => Enum.IsDefined(status) ? $"{(int)status} {status}" : $"{(int)status}";

    private static string Where(HttpRequestMessage request) => $"{request.Method} {TemplateOf(request)}";

    /// <summary>The route template, which unlike the address holds no id and no query.</summary>
    private static string TemplateOf(HttpRequestMessage request) =>
        RouteTemplate.Get(request) ?? request.RequestUri?.AbsolutePath ?? string.Empty;
}
