using System.Globalization;
using System.Net;
using Kajabi.Cli.Connections;

namespace Kajabi.Cli.Output;

/// <summary>Formats an API error: the failed request, the reason, and how to fix it.</summary>
internal static class ApiErrorFormatter
{
    private const int MaxReasons = 20;

    public static string Format(KajabiApiException exception)
    {
        string requestId = exception.RequestId is { } id ? $" Request id for Kajabi's support: {id}." : string.Empty;
        return $"{GetProblem(exception)} {GetRemedy(exception)}{requestId}";
    }

    /// <summary>
    /// Returns the status code and errors of the response, or the message of the exception, which contains no addresses and no
    /// credentials.
    /// </summary>
    private static string GetProblem(KajabiApiException exception) =>
        exception.StatusCode is { } status and >= HttpStatusCode.BadRequest
            ? ToSentence(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the API responded to {exception.Method} {exception.PathTemplate} with {(int)status}: {GetReasons(exception)}"
                )
            )
            : ToSentence(exception.Message);

    private static string GetReasons(KajabiApiException exception)
    {
        List<string> reasons =
        [
            .. exception
                .Errors.Select(static error =>
                    string.Join(
                        ": ",
                        new[] { error.Pointer, error.Title, error.Detail }.Where(static text => !string.IsNullOrWhiteSpace(text))
                    )
                )
                .Where(static reason => reason.Length > 0),
        ];
        string more = reasons.Count > MaxReasons || exception.HasMoreErrors ? "; and more" : string.Empty;
        return reasons.Count > 0 ? string.Join("; ", reasons.Take(MaxReasons)) + more : exception.Kind.ToString();
    }

    private static string GetRemedy(KajabiApiException exception) =>
        exception.Kind switch
        {
            _ when exception.MayHaveBeenProcessed => "The API may have processed the request: check before you run the command again.",
            KajabiErrorKind.Unauthorized =>
                $"Check {ConnectionSettings.ClientIdVariable} and {ConnectionSettings.ClientSecretVariable}; an "
                    + "API key that was rotated or deleted is not valid.",
            KajabiErrorKind.Forbidden => "Grant the API key this permission in the admin portal, or check that the plan includes it.",
            KajabiErrorKind.NotFound => "Check the type and the id, and that the API key can access the site.",
            KajabiErrorKind.Validation when exception.Method == HttpMethod.Delete.Method =>
                "Nothing was deleted. Remove what prevents it, and run the command again.",
            KajabiErrorKind.Validation => "Correct the reported values and run the command again.",
            KajabiErrorKind.RateLimited when exception.RetryAfter is { } wait => string.Create(
                CultureInfo.InvariantCulture,
                $"Run the command again in {Math.Ceiling(wait.TotalSeconds)} seconds."
            ),
            KajabiErrorKind.RateLimited or KajabiErrorKind.ServerError => "Run the command again later.",
            KajabiErrorKind.Timeout => "Run the command again; for a list, with a smaller --page-size.",
            KajabiErrorKind.Network => $"Check the connection and {ConnectionSettings.BaseUrlVariable}, and run the command again.",
            _ => $"Check that {ConnectionSettings.BaseUrlVariable} is the address of Kajabi's API.",
        };

    private static string ToSentence(string? text) => text is null ? string.Empty : text.TrimEnd().TrimEnd('.') + ".";
}
