using System.Net;
using Refit;

namespace Kajabi;

/// <content>How each kind of failure becomes an exception.</content>
public sealed partial class KajabiApiException
{
    /// <summary>The API answered with a status that is no success.</summary>
    internal static KajabiApiException From(HttpRequestMessage request, HttpResponseMessage response, string? path = null, IReadOnlyList<ApiError>? errors = null)
    {
        string? excerpt = (response.Content as AnswerContent)?.Excerpt(ExcerptLength);
        errors ??= ApiErrorReader.Read(response.Content as AnswerContent);
        KajabiErrorKind kind = KindOf(errors.Count > 0 && response.IsSuccessStatusCode ? StatusOf(errors[0]) : response.StatusCode);
        string? said = errors.Select(static error => Describe(error)).FirstOrDefault(static text => text.Length > 0);
        string where = Where(request, path);
        string message = $"{where} was answered with {(int)response.StatusCode} {response.ReasonPhrase ?? response.StatusCode.ToString()}{(said is null ? string.Empty : $": {said}")}. {Remedy(kind)}";
        KajabiResponse shown = new(response);
        return new KajabiApiException(kind, shown.RequestId is null ? message : $"{message} Request id: {shown.RequestId}.")
        {
            StatusCode = response.StatusCode,
            Errors = errors,
            RequestId = shown.RequestId,
            RetryAfter = response.Headers.RetryAfter?.Delta,
            Method = request.Method.Method,
            PathTemplate = path ?? TemplateOf(request),
            BodyExcerpt = excerpt,
        };
    }

    /// <summary>The API answered with success and something that cannot be read.</summary>
    internal static KajabiApiException Unreadable(HttpRequestMessage request, HttpResponseMessage response, string? path, string problem, Exception? cause) =>
        new(KajabiErrorKind.UnexpectedAnswer, $"{Where(request, path)} succeeded with {(int)response.StatusCode}, but its answer could not be understood. {problem}", cause)
        {
            StatusCode = response.StatusCode,
            RequestId = new KajabiResponse(response).RequestId,
            Method = request.Method.Method,
            PathTemplate = path ?? TemplateOf(request),
            BodyExcerpt = path is null ? (response.Content as AnswerContent)?.Excerpt(ExcerptLength) : null,
        };

    internal static KajabiApiException TooLarge(HttpRequestMessage request, HttpResponseMessage response, long limit) =>
        Unreadable(request, response, TemplateOf(request), $"It is larger than {limit} bytes; raise MaxResponseBytes or ask for smaller pages.", null);

    /// <summary>There was no answer.</summary>
    internal static KajabiApiException Unreachable(HttpRequestMessage request, Exception cause, bool isTimeout) =>
        new(isTimeout ? KajabiErrorKind.Timeout : KajabiErrorKind.Transport, isTimeout
            ? $"{Where(request, null)} took longer than the Timeout of the options allows. Whether Kajabi carried it out is unknown."
            : $"{Where(request, null)} did not reach Kajabi or lost its answer: {cause.Message} Whether Kajabi carried it out is unknown unless the connection was refused.", cause)
        {
            Method = request.Method.Method,
            PathTemplate = TemplateOf(request),
        };

    private static KajabiErrorKind KindOf(HttpStatusCode? status) => (int?)status switch
    {
        401 => KajabiErrorKind.Unauthorized,
        403 => KajabiErrorKind.Forbidden,
        404 => KajabiErrorKind.NotFound,
        400 or 409 or 422 => KajabiErrorKind.Validation,
        429 => KajabiErrorKind.RateLimited,
        >= 500 => KajabiErrorKind.Server,
        _ => KajabiErrorKind.UnexpectedAnswer,
    };

    private static string Remedy(KajabiErrorKind kind) => kind switch
    {
        KajabiErrorKind.Unauthorized => "Check the client id and secret: a rotated or deleted API key ends its tokens.",
        KajabiErrorKind.Forbidden => "The API key likely lacks a permission for this, or the account's plan does not cover it.",
        KajabiErrorKind.NotFound => "Check the id, and that it belongs to a site that the API key may see.",
        KajabiErrorKind.Validation => "Correct what Errors lists and call again.",
        KajabiErrorKind.RateLimited => "Wait, then call again more slowly.",
        KajabiErrorKind.Server => "Kajabi failed; a read can be repeated later.",
        _ => "This is not an answer that the contract knows.",
    };

    private static HttpStatusCode? StatusOf(ApiError error) => int.TryParse(error.Status, out int status) ? (HttpStatusCode)status : null;

    private static string Describe(ApiError error) =>
        string.Join(": ", new[] { error.Title, error.Detail }.Where(static text => !string.IsNullOrWhiteSpace(text))) + (error.Pointer is null ? string.Empty : $" ({error.Pointer})");

    private static string Where(HttpRequestMessage request, string? path) => $"{request.Method} {path ?? TemplateOf(request)}";

    /// <summary>The route template, which unlike the address holds no id and no query.</summary>
    private static string TemplateOf(HttpRequestMessage request) =>
        request.Options.TryGetValue(new HttpRequestOptionsKey<string>(HttpRequestMessageOptions.RelativePathTemplate), out string? template)
            ? template
            : request.RequestUri?.AbsolutePath ?? string.Empty;
}
