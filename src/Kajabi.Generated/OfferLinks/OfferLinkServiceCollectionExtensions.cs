using Kajabi;
using Kajabi.OfferLinks.Internal;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="IOfferLinkClient"/> and <see cref="OfferLinkClient"/>, which need no API key.</summary>
public static class OfferLinkServiceCollectionExtensions
{
    /// <summary>
    /// Registers the client of offer links as a singleton. It is independent of <c>AddKajabi</c>, and shares neither its access token nor
    /// its HTTP client.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options. Default: null, the default options.</param>
    /// <returns>
    /// The builder of the underlying HTTP client, for handlers of your own. They see the URLs of the requests, which contain the links:
    /// do not log them.
    /// </returns>
    /// <example>
    /// <code>
    /// services.AddKajabiOfferLinks();
    /// services.AddSingleton(OfferLink.Parse(configuration["OfferLink"]));
    /// </code>
    /// </example>
    public static IHttpClientBuilder AddKajabiOfferLinks(this IServiceCollection services, Action<OfferLinkClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<OfferLinkClientOptions>, OfferLinkClientOptionsValidator>());
        services.AddOptions<OfferLinkClientOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        IHttpClientBuilder builder = services.AddHttpClient(KajabiHandlerBuilderFilter.OfferLinksName);
        if (services.Any(static service => service.ServiceType == typeof(OfferLinkCore)))
        {
            // A second registration adds to the options, but not to the pipeline.
            return builder;
        }

        services.AddSingleton(static provider => new OfferLinkCore(
            provider.GetRequiredService<IOptions<OfferLinkClientOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider,
            provider.GetService<ILoggerFactory>()
        ));
        services.TryAddSingleton(static provider => new OfferLinkClient(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(KajabiHandlerBuilderFilter.OfferLinksName),
            provider.GetRequiredService<OfferLinkCore>()
        ));
        services.TryAddSingleton<IOfferLinkClient>(static provider => provider.GetRequiredService<OfferLinkClient>());
        return KajabiAccountRegistration
            .ConfigurePipeline(KajabiAccountRegistration.AddFilter(builder))
            .ConfigureHttpClient(
                static (provider, http) => HttpPipeline.ConfigureRequests(http, provider.GetRequiredService<OfferLinkCore>().Options)
            );
    }
}
