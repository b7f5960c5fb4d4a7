using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Kajabi.Http.Network;

/// <summary>Describes a failed proxy tunnel. The exception of .NET contains the proxy's user name and password.</summary>
internal static partial class ProxyFailure
{
    /// <summary>Creates the exception that replaces the one of .NET.</summary>
    /// <param name="exception">The exception of .NET.</param>
    /// <param name="proxy">The address of the proxy; null when it is not known.</param>
    public static HttpRequestException Create(HttpRequestException exception, Uri? proxy)
    {
        string name = proxy is null ? "The proxy" : $"The proxy {proxy.IdnHost}:{proxy.Port.ToString(CultureInfo.InvariantCulture)}";
        HttpStatusCode? status = exception.StatusCode ?? ParseStatus(exception.Message);
        string message = status switch
        {
            null => $"{name} did not open a tunnel. Check its address and that it can be reached.",
            HttpStatusCode.ProxyAuthenticationRequired =>
                $"{name} returned status 407 for CONNECT: the user name or password is missing or wrong. Correct them.",
            _ => $"{name} returned status {(int)status} for CONNECT. Check that it allows connections to the API.",
        };
        return new HttpRequestException(HttpRequestError.ProxyTunnelError, message, inner: null, exception.StatusCode);
    }

    private static HttpStatusCode? ParseStatus(string message) =>
        Status().Match(UserInfoRedactor.Redact(message)) is { Success: true } match
            ? (HttpStatusCode)int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex("'([1-5][0-9]{2})'", RegexOptions.CultureInvariant)]
    private static partial Regex Status();
}
