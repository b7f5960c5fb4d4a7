using System.Globalization;
using Kajabi.Cli.Connections;

namespace Kajabi.Cli.CommandLine;

/// <summary>Says what failed, why, and what a user of the command does about it.</summary>
internal static class ApiErrorFormatter
{
    private const int MaxReasons = 20;

    public static string Of(KajabiApiException exception) =>
        $"{What(exception)} {Remedy(exception)}{(exception.RequestId is null ? string.Empty : $" Request id for Kajabi's support: {exception.RequestId}.")}";

    /// <summary>The SDK's own message where there is no response to quote: it shows no address and no credentials.</summary>
    private static string What(KajabiApiException exception) =>
        exception.StatusCode is { } status and >= System.Net.HttpStatusCode.BadRequest
            ? Sentence(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the API answered {(int)status} to {exception.Method} {exception.PathTemplate}: {Reasons(exception)}"
                )
            )
            : Sentence(exception.Message);

    private static string Reasons(KajabiApiException exception)
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

    private static string Remedy(KajabiApiException exception) =>
        exception.Kind switch
        {
            _ when exception.MayHaveBeenProcessed => "Whether the API processed it is not known: check before you run the command again.",
            KajabiErrorKind.Unauthorized =>
                $"Check {ConnectionSettings.ClientIdVariable} and {ConnectionSettings.ClientSecretVariable}; an API key that was rotated or deleted no longer works.",
            KajabiErrorKind.Forbidden => "Give the API key this permission in the admin portal, or check that the plan covers it.",
            KajabiErrorKind.NotFound => "Check the type and the id, and that the API key may see the site.",
            KajabiErrorKind.Validation => "Correct what it names and run the command again.",
            KajabiErrorKind.RateLimited when exception.RetryAfter is { } wait => string.Create(
                CultureInfo.InvariantCulture,
                $"Run the command again in {Math.Ceiling(wait.TotalSeconds)} seconds."
            ),
            KajabiErrorKind.RateLimited or KajabiErrorKind.ServerError => "Wait a little and run the command again.",
            KajabiErrorKind.Timeout => "Run the command again, for a list with a smaller --page-size.",
            KajabiErrorKind.Network => $"Check the connection and {ConnectionSettings.BaseUrlVariable}, and run the command again.",
            _ => $"Check that {ConnectionSettings.BaseUrlVariable} leads to Kajabi's API.",
        };

    private static string Sentence(string? text) => text is null ? string.Empty : text.TrimEnd().TrimEnd('.') + ".";
}
