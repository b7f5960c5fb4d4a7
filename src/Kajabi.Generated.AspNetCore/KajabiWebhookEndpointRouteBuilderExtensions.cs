using Kajabi.AspNetCore;
using Kajabi.AspNetCore.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Extension methods that map the webhook endpoint.</summary>
public static class KajabiWebhookEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the webhook endpoint. The URL to enter in Kajabi is this path with a secret of
    /// <see cref="KajabiWebhookOptions.Secrets"/>: <c>https://your.host/hooks/kajabi?secret=...</c>.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Kajabi does not sign deliveries, so only the secret in the URL authenticates them. It is a query parameter because tracing
    /// redacts query values, but not paths. A correct secret is removed from the request before the first middleware runs: from
    /// the query, the raw target, headers such as <c>X-Original-URL</c> and <c>Referer</c>, route values and activity tags. A
    /// wrong one is removed when the endpoint runs. It remains visible before the pipeline: keep URLs out of proxy logs, and keep
    /// the log category <c>Microsoft.AspNetCore.Hosting.Diagnostics</c> at <c>Warning</c>, as the templates do, because its
    /// message "Request starting" is logged at <c>Information</c> before any application code runs.
    /// </para>
    /// <para>
    /// A request without a valid secret is rejected with 403, including HEAD and GET probes, so that a wrong URL fails when it is
    /// entered and not at the first event. A probe with a valid secret returns 200. Methods other than POST, HEAD and GET return
    /// 405.
    /// </para>
    /// <para>
    /// A delivery returns 200 only when it was read and the handler succeeded, now or earlier. A delivery is a JSON object with an
    /// event name; one that the SDK does not know is passed to the handler as an <see cref="Kajabi.UnknownEvent"/>. A body compressed
    /// with gzip, deflate or br is decompressed. After the other status codes Kajabi delivers again, and the delivery is not
    /// recorded as handled: 400 when the body is empty, truncated, invalid or not a delivery; 413 when it is larger than
    /// <see cref="KajabiWebhookOptions.MaxRequestBodySize"/>, compressed or not, or nested too deeply; 415 for another content
    /// coding or charset; 500 when the handler threw; 503 when the application stopped before the handler succeeded.
    /// </para>
    /// <para>
    /// Webhooks that are created through the API and in the admin pages can use the same URL; see
    /// <see cref="Kajabi.AdminWebhookEvent"/>.
    /// </para>
    /// <para>
    /// A redelivery of a handled delivery to the same path is skipped, and so is the delivery of the same sale by another webhook of
    /// the admin pages. Concurrent identical deliveries are serialized within a process; two processes may both handle one, and a
    /// delivery may be handled again after a cache failure. Events are handled at least once.
    /// </para>
    /// </remarks>
    /// <example>
    /// <code>
    /// WebApplication app = builder.Build();
    /// app.MapKajabiWebhook("/hooks/kajabi");
    /// app.Run();
    /// </code>
    /// </example>
    /// <param name="endpoints">The route builder, usually the application.</param>
    /// <param name="pattern">The path, such as <c>/hooks/kajabi</c>.</param>
    /// <returns>
    /// A builder for conventions. The endpoint allows anonymous requests, whatever the application's authorization requires.
    /// </returns>
    /// <exception cref="InvalidOperationException">No handler was registered with <c>AddKajabiWebhookHandler</c>.</exception>
    public static IEndpointConventionBuilder MapKajabiWebhook(this IEndpointRouteBuilder endpoints, string pattern)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        IServiceProviderIsService? registered = endpoints.ServiceProvider.GetService<IServiceProviderIsService>();
        if (registered?.IsService(typeof(IKajabiWebhookHandler)) == false || registered?.IsService(typeof(WebhookEndpoint)) == false)
        {
            throw new InvalidOperationException(
                "No Kajabi webhook handler is registered. Call services.AddKajabiWebhookHandler<YourHandler>(...) before the application "
                    + "is built."
            );
        }

        // All methods, so that the secret is also removed from requests that the endpoint rejects.
        return endpoints
            .Map(pattern, static context => context.RequestServices.GetRequiredService<WebhookEndpoint>().InvokeAsync(context))
            .WithDisplayName("Kajabi webhook")
            .WithHttpLogging(HttpLoggingFields.None)
            .ExcludeFromDescription()
            .AllowAnonymous();
    }
}
