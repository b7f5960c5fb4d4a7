using System.Globalization;
using System.Net;
using Polly.Timeout;

namespace Kajabi;

/// <content>How each kind of failure becomes an exception.</content>
public sealed partial class KajabiApiException
{
    private const string NoToken = "Without a token, the call that needed one was not carried out.";

    /// <summary>The API answered with a status that is no success, or with errors under one that is.</summary>
    internal static KajabiApiException From(HttpRequestMessage request, HttpResponseMessage response, Newtonsoft.Json.Linq.JToken? errors = null)
    {
        AnswerContent? answer = response.Content as AnswerContent;
        IReadOnlyList<ApiError> listed = answer is null ? [] : errors is null ? ApiErrorReader.Read(answer) : ApiErrorReader.FromErrors(errors, answer);
        HttpStatusCode status = answer?.Response.StatusCode ?? response.StatusCode;
        (KajabiErrorKind kind, string remedy) = StatusMeaning.Of(response.IsSuccessStatusCode ? StatusOf(listed) : status, TemplateOf(request));
        string? said = listed.Select(static error => Describe(error)).FirstOrDefault(static text => text.Length > 0);
        string message = $"{Where(request)} was answered with {Shown(status)}{(said is null ? string.Empty : $": {MessageText.Of(said)}")}. {remedy}{(IsTokenRequest(request) ? $" {NoToken}" : string.Empty)}";
        return Create(kind, message, null, request, status, answer, listed);
    }

    /// <summary>The API answered with success and something that cannot be read.</summary>
    internal static KajabiApiException Unreadable(HttpRequestMessage request, HttpResponseMessage response, string problem, Exception? cause = null)
    {
        AnswerContent? answer = response.Content as AnswerContent;
        HttpStatusCode status = answer?.Response.StatusCode ?? response.StatusCode;
        string message = $"{Where(request)} was answered with {Shown(status)}, but the answer could not be understood. {MessageText.Of(problem)} {EffectOfUnreadable(request)}";
        return Create(KajabiErrorKind.UnexpectedAnswer, message, cause, request, status, answer);
    }

    /// <summary>There was no answer, or none that is HTTP.</summary>
    internal static KajabiApiException Unreachable(HttpRequestMessage request, Exception cause) => cause switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } =>
            Create(KajabiErrorKind.UnexpectedAnswer, $"{Where(request)} was answered with something that is no HTTP. Check that the BaseAddress leads to Kajabi's API. {Effect(request, cause)}", cause, request),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            Create(KajabiErrorKind.UnexpectedAnswer, $"{Where(request)} was answered with headers larger than {SocketsHandlerSettings.MaxHeaderKilobytes} KiB, which were not read. {Effect(request, cause)}", cause, request),
        _ => Create(KajabiErrorKind.Transport, $"{Where(request)} did not reach Kajabi or lost its answer: {MessageText.Of(cause.Message)} {Effect(request, cause)}", cause, request),
    };

    /// <summary>There was no answer in time.</summary>
    internal static KajabiApiException TimedOut(HttpRequestMessage request, Exception cause)
    {
        string limit = cause is TimeoutRejectedException ? "an attempt may by Retry.AttemptTimeout" : "the Timeout of the options allows";
        return Create(KajabiErrorKind.Timeout, $"{Where(request)} took longer than {limit}. {Effect(request, cause)}", cause, request);
    }

    /// <summary>Too many calls were waiting to be sent.</summary>
    internal static KajabiApiException NotAdmitted(HttpRequestMessage request) => Create(
        KajabiErrorKind.RateLimited, $"{Where(request)} was not sent: as many requests as RateLimit.QueueLimit allows wait already. Call more slowly, or raise it.", null, request);

    /// <summary>There is no token, and no answer of the token endpoint that would say why.</summary>
    internal static KajabiApiException WithoutToken(string problem, Exception? cause = null, KajabiErrorKind kind = KajabiErrorKind.Unauthorized) =>
        new(kind, problem, cause) { Method = HttpMethod.Post.Method, PathTemplate = TokenRequest.Path };

    private static KajabiApiException Create(
        KajabiErrorKind kind, string message, Exception? cause, HttpRequestMessage request, HttpStatusCode? status = null, AnswerContent? answer = null, IReadOnlyList<ApiError>? errors = null) =>
        new(kind, WithRequestId(message, answer), cause)
        {
            Method = request.Method.Method,
            PathTemplate = TemplateOf(request),
            StatusCode = status,
            Errors = errors ?? [],
            RequestId = answer?.Response.RequestId,
            RetryAfter = answer?.RetryAfter,
            Attempts = CallState.Of(request).Attempts,

            // What the token endpoint says may hold a token.
            BodyExcerpt = IsTokenRequest(request) ? null : answer?.Excerpt(ExcerptLength),
        };

    /// <summary>What a caller must assume about a call that had no answer, and can do.</summary>
    private static string Effect(HttpRequestMessage request, Exception cause) => CallState.Of(request) switch
    {
        _ when IsTokenRequest(request) => NoToken,
        { MayHaveHappened: false, Attempts: var attempts } => attempts == 0 || AttemptOutcomes.Of(cause) is AttemptOutcome.NotSent or AttemptOutcome.CertificateRefused
            ? "Nothing was sent."
            : "Kajabi has turned it away and not carried it out.",
        _ when CallKinds.Of(request) == CallKind.Read => "It changes nothing and can be called again.",
        _ => "Whether Kajabi carried it out is unknown: look before you call it again.",
    };

    /// <summary>The same for one that was answered with a success that says nothing.</summary>
    private static string EffectOfUnreadable(HttpRequestMessage request) => CallKinds.Of(request) switch
    {
        _ when IsTokenRequest(request) => NoToken,
        CallKind.Read => "If it stays so, check that the BaseAddress leads to Kajabi's API.",
        _ => "Kajabi may have carried it out: look before you call it again.",
    };

    private static HttpStatusCode? StatusOf(IReadOnlyList<ApiError> errors) =>
        errors.Count > 0 && int.TryParse(errors[0].Status, NumberStyles.None, CultureInfo.InvariantCulture, out int status) ? (HttpStatusCode)status : null;

    private static string Describe(ApiError error) =>
        string.Join(": ", new[] { error.Title, error.Detail }.Where(static text => !string.IsNullOrWhiteSpace(text))) + (error.Pointer is null ? string.Empty : $" ({error.Pointer})");

    private static string WithRequestId(string message, AnswerContent? answer) =>
        answer?.Response.RequestId is { } id ? $"{message} Request id: {MessageText.Of(id)}." : message;

    private static string Shown(HttpStatusCode status) => Enum.IsDefined(status) ? $"{(int)status} {status}" : $"{(int)status}";

    private static string Where(HttpRequestMessage request) => $"{request.Method} {TemplateOf(request)}";

    private static bool IsTokenRequest(HttpRequestMessage request) => TemplateOf(request) == TokenRequest.Path;

    /// <summary>The route template, which unlike the address holds no id and no query.</summary>
    private static string TemplateOf(HttpRequestMessage request) =>
        OperationPath.Of(request) ?? request.RequestUri?.AbsolutePath ?? string.Empty;
}
