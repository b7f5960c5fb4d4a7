using Kajabi;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="KajabiClient"/>.</summary>
public static class KajabiServiceCollectionExtensions
{
    // The one account that most applications have. Its options are the unnamed ones, so that an application can also
    // configure them from its settings in the usual way.
    private static readonly string s_onlyAccount = Options.Options.DefaultName;

    /// <summary>
    /// Registers one <see cref="KajabiClient"/> for the whole application. Its options are checked when the host
    /// starts.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the credentials and everything else.</param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    public static IHttpClientBuilder AddKajabi(this IServiceCollection services, Action<KajabiClientOptions> configure)
    {
        IHttpClientBuilder builder = AddAccount(services, s_onlyAccount, configure);
        services.TryAddSingleton(static provider => Client(provider, s_onlyAccount));
        return builder;
    }

    /// <summary>Registers one of several accounts; get its client with <c>[FromKeyedServices("name")]</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the client.</param>
    /// <param name="configure">Sets the credentials and everything else.</param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    public static IHttpClientBuilder AddKajabi(this IServiceCollection services, string name, Action<KajabiClientOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        IHttpClientBuilder builder = AddAccount(services, name, configure);
        services.TryAddKeyedSingleton(name, static (provider, key) => Client(provider, (string)key!));
        return builder;
    }

    private static KajabiClient Client(IServiceProvider provider, string account) =>
        new(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(KajabiHandlerBuilderFilter.ClientName(account)),
            AccountOf(provider, account)
        );

    private static IHttpClientBuilder AddAccount(IServiceCollection services, string account, Action<KajabiClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<KajabiClientOptions>, KajabiClientOptionsValidator>());
        services.AddOptions<KajabiClientOptions>(account).Configure(configure).ValidateOnStart();
        IHttpClientBuilder builder = services.AddHttpClient(KajabiHandlerBuilderFilter.ClientName(account));
        if (HasAccount(services, account))
        {
            return builder;
        }

        AddFilter(services);
        services.AddKeyedSingleton(
            account,
            static (provider, account) =>
                new KajabiClientCore(
                    provider.GetRequiredService<IOptionsMonitor<KajabiClientOptions>>().Get((string)account!),
                    provider.GetRequiredService<TimeProvider>(),
                    provider
                )
        );
        return builder
            .ConfigureHttpClient((provider, http) => HttpPipeline.Configure(http, AccountOf(provider, account).Options))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // The client is a singleton; connections are renewed by the network handler.
            .RemoveAllLoggers() // They write addresses, with what was searched for; the SDK has a log of its own.
            .ConfigureAdditionalHttpMessageHandlers(
                static (handlers, _) =>
                {
                    // Resilience among an application's defaults would multiply the retries of the SDK; SendPermit covers other handlers.
                    foreach (DelegatingHandler handler in handlers.Where(static handler => handler is ResilienceHandler).ToList())
                    {
                        handlers.Remove(handler);
                    }
                }
            );
    }

    /// <summary>Whether the account was registered before: a second time it adds to the options, but not to the chain.</summary>
    private static bool HasAccount(IServiceCollection services, string account) =>
        services.Any(service => service.ServiceType == typeof(KajabiClientCore) && account.Equals(service.ServiceKey));

    /// <summary>Adds the filter in front of all others, so that it acts last on the handlers.</summary>
    private static void AddFilter(IServiceCollection services)
    {
        if (!services.Any(static service => service.ImplementationType == typeof(KajabiHandlerBuilderFilter)))
        {
            services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, KajabiHandlerBuilderFilter>());
        }
    }

    private static KajabiClientCore AccountOf(IServiceProvider provider, string account) =>
        provider.GetRequiredKeyedService<KajabiClientCore>(account);
}
