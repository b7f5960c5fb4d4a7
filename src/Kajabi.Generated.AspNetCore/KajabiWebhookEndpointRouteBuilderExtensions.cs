using Kajabi.AspNetCore;
using Kajabi.AspNetCore.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoint to which Kajabi posts its webhooks.</summary>
public static class KajabiWebhookEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the endpoint. The address to give to Kajabi is this path with a secret of
    /// <see cref="KajabiWebhookOptions.Secrets"/> behind it: <c>https://your.host/hooks/kajabi?secret=...</c>.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Kajabi does not sign what it posts, so the secret in the address is all that tells a delivery from a forgery. It
    /// is a query parameter because tracing redacts the values of queries and not of paths. A correct secret is removed
    /// from the request before the first middleware runs: from the query, the raw target, headers such as
    /// <c>X-Original-URL</c> and <c>Referer</c>, route values and the tags of activities. A wrong one is removed when the
    /// endpoint starts. Only what comes before the pipeline sees it: keep addresses out of the logs of proxies, and keep
    /// the category <c>Microsoft.AspNetCore.Hosting.Diagnostics</c> at <c>Warning</c>, as the templates do, because its
    /// line "Request starting" is written at <c>Information</c> before any code of the application runs.
    /// </para>
    /// <para>
    /// A request without the secret is refused with 403, a probe by HEAD or GET too, so that a wrong address fails when
    /// it is entered and not at the first event. With it a probe succeeds with 200. Other methods than POST get 405.
    /// </para>
    /// <para>
    /// The response to a delivery is 200 only when the delivery was read and the handler succeeded, now or before. A
    /// delivery is a JSON object with the name of an event; what else it contains is the handler's to judge, as an
    /// <see cref="Kajabi.UnknownEvent"/>. A body compressed with gzip, deflate or br is decompressed. The other status codes,
    /// after which Kajabi delivers again and nothing is remembered: 400 for a body that is empty, cut off, damaged or not
    /// a delivery; 413 for one that is larger than <see cref="KajabiWebhookOptions.MaxRequestBodySize"/>, compressed or not, or
    /// nests too deeply; 415 for another content coding or charset; 500 when the handler threw; 503 when the application
    /// stops before the handler succeeded.
    /// </para>
    /// <para>
    /// A delivery that was handled is dropped when it comes again to the same path. Equal ones that arrive together are handled one after
    /// the other within a process; two processes may both handle one, and so may any after a failure of the cache.
    /// An event is thus handled at least once.
    /// </para>
    /// </remarks>
    /// <param name="endpoints">Where endpoints are mapped, usually the application.</param>
    /// <param name="pattern">The path, such as <c>/hooks/kajabi</c>.</param>
    /// <returns>A builder for further conventions. Anybody may call the endpoint, whatever the application's authorization demands elsewhere.</returns>
    /// <exception cref="InvalidOperationException">No handler was registered by <c>AddKajabiWebhookHandler</c>.</exception>
    public static IEndpointConventionBuilder MapKajabiWebhook(this IEndpointRouteBuilder endpoints, string pattern)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        IServiceProviderIsService? registered = endpoints.ServiceProvider.GetService<IServiceProviderIsService>();
        if (registered?.IsService(typeof(IKajabiWebhookHandler)) == false || registered?.IsService(typeof(WebhookEndpoint)) == false)
        {
            throw new InvalidOperationException(
                "No handler of Kajabi's webhooks is registered. Call services.AddKajabiWebhookHandler<YourHandler>(...) before the application is built."
            );
        }

        // All methods, so that the secret is removed from the address of those too that the endpoint refuses.
        return endpoints
            .Map(pattern, static context => context.RequestServices.GetRequiredService<WebhookEndpoint>().InvokeAsync(context))
            .WithDisplayName("Kajabi webhook")
            .WithHttpLogging(HttpLoggingFields.None)
            .ExcludeFromDescription()
            .AllowAnonymous();
    }
}
