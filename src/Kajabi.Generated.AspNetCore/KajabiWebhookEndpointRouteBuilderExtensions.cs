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
    // Kajabi probes an address with HEAD and GET, and gives up one that answers 405.
    private static readonly string[] s_methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];

    /// <summary>
    /// Maps the endpoint. The address to give to Kajabi is this path with a secret of
    /// <see cref="KajabiWebhookOptions.Secrets"/> behind it: <c>https://your.host/hooks/kajabi?secret=...</c>.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Kajabi does not sign what it posts, so the secret in the address is all that tells a delivery from a forgery. It
    /// is a query parameter because tracing redacts the values of queries and not of paths; the endpoint removes it
    /// from the request before anything else runs. What stands in front of the endpoint sees it: keep addresses out of
    /// the logs of proxies, and <c>Microsoft.AspNetCore.Hosting.Diagnostics</c> at <c>Warning</c>, as in the templates.
    /// </para>
    /// <para>
    /// A request without the secret is answered with 403, a probe by HEAD or GET too, so that a wrong address fails when
    /// it is entered and not at the first event. With it a probe is answered with 200. The handler runs within the
    /// request: 200 when it ended, 500 when it threw, and then Kajabi repeats the delivery. What is larger than
    /// <see cref="KajabiWebhookOptions.MaxBytes"/> or nests too deeply is answered with 413.
    /// </para>
    /// <para>
    /// A delivery that was handled is dropped when it comes again. Equal ones that arrive together are handled one after
    /// the other within a process; two processes may both handle one, and so may any after a failure of the cache.
    /// An event is thus handled at least once.
    /// </para>
    /// </remarks>
    /// <param name="endpoints">Where endpoints are mapped, usually the application.</param>
    /// <param name="pattern">The path, such as <c>/hooks/kajabi</c>.</param>
    /// <returns>A builder for further conventions. Anybody may call the endpoint, whatever the application's authorization demands elsewhere.</returns>
    /// <exception cref="InvalidOperationException">No handler was registered by <c>AddKajabiWebhook</c>.</exception>
    public static IEndpointConventionBuilder MapKajabiWebhook(this IEndpointRouteBuilder endpoints, string pattern)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        if (endpoints.ServiceProvider.GetService<IServiceProviderIsService>()?.IsService(typeof(IKajabiWebhookHandler)) == false)
        {
            throw new InvalidOperationException("No handler of Kajabi's webhooks is registered. Call services.AddKajabiWebhook<YourHandler>(...) before the application is built.");
        }

        return endpoints
            .MapMethods(pattern, s_methods, static context => context.RequestServices.GetRequiredService<WebhookEndpoint>().AnswerAsync(context))
            .WithDisplayName("Kajabi webhook")
            .WithHttpLogging(HttpLoggingFields.None)
            .ExcludeFromDescription()
            .AllowAnonymous();
    }
}
