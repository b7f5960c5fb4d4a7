using System.Diagnostics;

namespace Kajabi.Diagnostics.Internal;

/// <summary>Creates the tags of a request, named after the OpenTelemetry semantic conventions.</summary>
internal static class RequestTags
{
    public static TagList Create(HttpRequestMessage request)
    {
        TagList tags = new() { { "http.request.method", request.Method.Method } };
        if (RouteTemplate.Get(request) is { } template)
        {
            tags.Add("url.template", template);
        }

        if (request.RequestUri is { IsAbsoluteUri: true } address)
        {
            tags.Add("server.address", address.IdnHost);
            tags.Add("server.port", address.Port);
        }

        return tags;
    }

    /// <summary>Returns the kind of a failure, without its message.</summary>
    public static string GetErrorType(Exception exception) =>
        exception switch
        {
            Polly.Timeout.TimeoutRejectedException => "timeout",
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "name_resolution_error",
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "connection_error",
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "secure_connection_error",
            HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => "proxy_tunnel_error",
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => "response_ended",
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => "invalid_response",
            _ => exception.GetType().FullName ?? exception.GetType().Name,
        };
}
