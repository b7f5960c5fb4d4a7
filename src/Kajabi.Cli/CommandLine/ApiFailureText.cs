using System.Globalization;
using Kajabi.Cli.Connections;

namespace Kajabi.Cli.CommandLine;

/// <summary>Says what failed, why, and what a user of the command does about it.</summary>
internal static class ApiFailureText
{
    private const string TokenPath = "/v1/oauth/token";

    public static string Of(KajabiApiException exception) =>
        $"{What(exception)} {Remedy(exception)}{(exception.RequestId is null ? string.Empty : $" Request id for Kajabi's support: {exception.RequestId}.")}";

    private static string What(KajabiApiException exception)
    {
        string call = $"{exception.Method} {exception.PathTemplate}";
        return exception switch
        {
            { Kind: KajabiErrorKind.Transport } => $"{call} did not reach the API: {Sentence(exception.GetBaseException().Message)}",
            { Kind: KajabiErrorKind.Timeout } => $"{call} was not answered in time.",
            { StatusCode: { } status and >= System.Net.HttpStatusCode.BadRequest } =>
                Sentence(string.Create(CultureInfo.InvariantCulture, $"the API answered {(int)status} to {call}: {Reasons(exception)}")),
            _ => Sentence(exception.Message),
        };
    }

    private static string Reasons(KajabiApiException exception)
    {
        List<string> reasons = [.. exception.Errors
            .Select(static error => string.Join(": ", new[] { error.Pointer, error.Title, error.Detail }.Where(static text => !string.IsNullOrWhiteSpace(text))))
            .Where(static reason => reason.Length > 0)];
        return reasons.Count > 0 ? string.Join("; ", reasons) : exception.Kind.ToString();
    }

    private static string Remedy(KajabiApiException exception) => exception.Kind switch
    {
        _ when MayHaveBeenDone(exception) => "Whether it was carried out is not known: look before you run the command again.",
        KajabiErrorKind.Unauthorized => $"Check {ConnectionSettings.ClientIdVariable} and {ConnectionSettings.ClientSecretVariable}; an API key that was rotated or deleted no longer works.",
        KajabiErrorKind.Forbidden => "Give the API key this permission in the admin portal, or check that the plan covers it.",
        KajabiErrorKind.NotFound => "Check the type and the id, and that the API key may see the site.",
        KajabiErrorKind.Validation => "Correct what it names and run the command again.",
        KajabiErrorKind.RateLimited when exception.RetryAfter is { } wait => string.Create(CultureInfo.InvariantCulture, $"Run the command again in {Math.Ceiling(wait.TotalSeconds)} seconds."),
        KajabiErrorKind.RateLimited or KajabiErrorKind.Server => "Wait a little and run the command again.",
        KajabiErrorKind.Timeout => "Run the command again, for a list with a smaller --page-size.",
        KajabiErrorKind.Transport => $"Check the connection and {ConnectionSettings.BaseUrlVariable}, and run the command again.",
        _ => $"Check that {ConnectionSettings.BaseUrlVariable} leads to Kajabi's API.",
    };

    /// <summary>Whether a write may have taken effect although no answer says so.</summary>
    private static bool MayHaveBeenDone(KajabiApiException exception) =>
        exception.Method is not ("" or "GET")
        && exception.PathTemplate != TokenPath
        && exception.Kind is KajabiErrorKind.Transport or KajabiErrorKind.Timeout or KajabiErrorKind.Server or KajabiErrorKind.UnexpectedAnswer
        && exception.InnerException is not HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        };

    private static string Sentence(string? text) => text is null ? string.Empty : text.TrimEnd().TrimEnd('.') + ".";
}
