using System.Net;
using Kajabi.Cli.SandboxServer.Control;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Cli.SandboxServer;

/// <summary>
/// Rejects requests that a web page of another site makes a browser send: those with the name of another host, which a page can let point
/// to this machine (DNS rebinding), and those of other origins to the control API and the page (cross-site request forgery).
/// </summary>
/// <param name="options">The address, and the host names and origins that are allowed.</param>
internal sealed class RequestGuard(SandboxHostOptions options)
{
    /// <summary>The value of <c>--allow-host</c> and <c>--cors</c> that allows all.</summary>
    private const string All = "*";

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
        if (!IsAllowed(host))
        {
            return $"The host name '{host}' is rejected, because a web page could use it to reach this machine. Use 127.0.0.1 or "
                + $"localhost, or start the sandbox with --allow-host {(host.Length == 0 ? "<name>" : host)}.";
        }

        string origin = request.Headers.Origin.ToString();
        bool isOfApi = request.Path.StartsWithSegments("/v1") || request.Path.StartsWithSegments("/webhooks");
        return isOfApi || origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}" || options.Origins.Contains(origin) ? null
            : origin == "null"
                ? "The origin 'null' is rejected: it is that of a file and of frames of every site. Serve the page with HTTP, and start "
                    + "the sandbox with --cors and its origin."
            : $"The origin '{origin}' is rejected. Start the sandbox with --cors {origin} to allow it.";
    }

    private bool IsAllowed(string host) =>
        s_knownHosts.Contains(host, StringComparer.OrdinalIgnoreCase)
        || options.Hosts.Contains(All)
        || options.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out IPAddress? address) ? !options.IsLoopback || IPAddress.IsLoopback(address) : IsLocalName(host));

    /// <summary>
    /// Whether a name is one of the local network, such as the name of a container. Names that everyone can register contain a dot.
    /// </summary>
    private bool IsLocalName(string host) => !options.IsLoopback && host.Length > 0 && !host.Contains('.', StringComparison.Ordinal);
}
