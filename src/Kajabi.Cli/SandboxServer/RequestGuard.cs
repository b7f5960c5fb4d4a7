using System.Net;
using Kajabi.Cli.SandboxServer.Control;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Cli.SandboxServer;

/// <summary>
/// Rejects requests that a web page of another site makes a browser send: those with the name of another host, which a page can let point
/// to this machine (DNS rebinding), and those of other origins to the control API and the page (cross-site request forgery).
/// </summary>
/// <param name="options">The address, and the origins that are allowed.</param>
internal sealed class RequestGuard(SandboxHostOptions options)
{
    /// <summary>Names that are not loopback, but of which no other site can decide where they point to.</summary>
    private static readonly string[] s_knownHosts = ["localhost", "api.kajabi.com", "host.docker.internal"];

    public Task InvokeAsync(HttpContext context, RequestDelegate next) =>
        FindProblem(context.Request) is { } problem
            ? ControlResponse.WriteErrorAsync(context, StatusCodes.Status403Forbidden, problem)
            : next(context);

    /// <summary>Returns why a request is rejected; null if it is allowed.</summary>
    private string? FindProblem(HttpRequest request)
    {
        string host = request.Host.Host;
        if (options.IsLoopback && !IsKnown(host))
        {
            return $"The host name '{host}' is rejected, because a web page could use it to reach this machine. Use 127.0.0.1 or "
                + "localhost, or start the sandbox with --bind 0.0.0.0 to accept every name.";
        }

        string origin = request.Headers.Origin.ToString();
        bool isOfApi = request.Path.StartsWithSegments("/v1") || request.Path.StartsWithSegments("/webhooks");
        return isOfApi || origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}" || options.Origins.Contains(origin)
            ? null
            : $"The origin '{origin}' is rejected. Start the sandbox with --cors {origin} to allow it.";
    }

    private static bool IsKnown(string host) =>
        s_knownHosts.Contains(host, StringComparer.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));
}
