using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Kajabi.Http.Network;

/// <summary>Describes a proxy that opens no tunnel. The exception of .NET quotes the proxy's address with user name and password.</summary>
internal static partial class ProxyFailure
{
    /// <summary>Creates the exception that replaces the one of .NET.</summary>
    /// <param name="exception">The exception of .NET.</param>
    /// <param name="proxy">The address of the proxy; null when it is not known.</param>
    public static HttpRequestException Create(HttpRequestException exception, Uri? proxy)
    {
        string name = proxy is null ? "The proxy" : $"The proxy {proxy.IdnHost}:{proxy.Port.ToString(CultureInfo.InvariantCulture)}";
        HttpStatusCode? status = exception.StatusCode ?? StatusIn(exception.Message);
        string message = status switch
        {
            null => $"{name} opened no tunnel. Check its address and that it can be reached.",
            HttpStatusCode.ProxyAuthenticationRequired =>
                $"{name} answered CONNECT with status 407: it requires a user name and password, or rejected those that it was given. Correct them.",
            _ => $"{name} answered CONNECT with status {(int)status}. Check that it allows connections to the API.",
        };
        return new HttpRequestException(HttpRequestError.ProxyTunnelError, message, inner: null, exception.StatusCode);
    }

    private static HttpStatusCode? StatusIn(string message) =>
        Status().Match(UserInfoFilter.Sanitize(message)) is { Success: true } match
            ? (HttpStatusCode)int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex("'([1-5][0-9]{2})'", RegexOptions.CultureInvariant)]
    private static partial Regex Status();
}
