using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Kajabi.Client.Internal;

/// <summary>Registers everything that an account needs in a service collection.</summary>
internal static class KajabiAccountRegistration
{
    /// <param name="services">The services.</param>
    /// <param name="account">The name of the account; empty for the default account.</param>
    /// <param name="configure">Adds the configuration of the options.</param>
    public static IHttpClientBuilder Add(
        IServiceCollection services,
        string account,
        Func<OptionsBuilder<KajabiClientOptions>, OptionsBuilder<KajabiClientOptions>> configure
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<KajabiClientOptions>, KajabiClientOptionsValidator>());
        configure(services.AddOptions<KajabiClientOptions>(account)).ValidateOnStart();
        IHttpClientBuilder builder = services.AddHttpClient(KajabiHandlerBuilderFilter.ClientName(account));
        if (IsRegistered(services, account))
        {
            // A second registration adds to the options, but not to the pipeline.
            return builder;
        }

        AddClient(services, account);
        return ConfigurePipeline(AddFilter(builder))
            .ConfigureHttpClient((provider, http) => HttpPipeline.Configure(http, Core(provider, account).Options));
    }

    private static bool IsRegistered(IServiceCollection services, string account) =>
        services.Any(service => service.ServiceType == typeof(KajabiClientCore) && account.Equals(service.ServiceKey));

    private static void AddClient(IServiceCollection services, string account)
    {
        services.AddKeyedSingleton(
            account,
            static (provider, account) =>
                new KajabiClientCore(
                    provider.GetRequiredService<IOptionsMonitor<KajabiClientOptions>>().Get((string)account!),
                    provider.GetRequiredService<TimeProvider>(),
                    provider
                )
        );
        string? key = account.Length == 0 ? null : account;
        TryAdd(
            typeof(KajabiClient),
            provider => new KajabiClient(
                provider.GetRequiredService<IHttpClientFactory>().CreateClient(KajabiHandlerBuilderFilter.ClientName(account)),
                Core(provider, account)
            )
        );
        TryAdd(typeof(IKajabiClient), provider => Get<KajabiClient>(provider));
        foreach ((Type type, Func<IKajabiClient, object> get) in ClientAreas.All)
        {
            TryAdd(type, provider => get(Get<IKajabiClient>(provider)));
        }

        T Get<T>(IServiceProvider provider)
            where T : notnull => key is null ? provider.GetRequiredService<T>() : provider.GetRequiredKeyedService<T>(key);

        void TryAdd(Type type, Func<IServiceProvider, object> create) =>
            services.TryAdd(
                key is null
                    ? ServiceDescriptor.Singleton(type, create)
                    : ServiceDescriptor.KeyedSingleton(type, key, (provider, _) => create(provider))
            );
    }

    /// <summary>Configures what the handlers of the SDK need of the HTTP client around them.</summary>
    public static IHttpClientBuilder ConfigurePipeline(IHttpClientBuilder builder) =>
        builder
            // The client is a singleton; the network handler replaces connections.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // They write URIs with query values; the SDK has its own log.
            .RemoveAllLoggers()
            .ConfigureAdditionalHttpMessageHandlers(
                static (handlers, _) =>
                {
                    // Resilience handlers among an application's defaults would multiply the retries; SendPermit covers other handlers.
                    foreach (DelegatingHandler handler in handlers.Where(IsResilienceHandler).ToList())
                    {
                        handlers.Remove(handler);
                    }
                }
            );

    /// <summary>Adds the filter in front of all others, so that it is the last to change the handlers.</summary>
    public static IHttpClientBuilder AddFilter(IHttpClientBuilder builder)
    {
        IServiceCollection services = builder.Services;
        if (!services.Any(static service => service.ImplementationType == typeof(KajabiHandlerBuilderFilter)))
        {
            services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, KajabiHandlerBuilderFilter>());
        }

        return builder;
    }

    private static bool IsResilienceHandler(DelegatingHandler handler)
    {
        // By its name: a reference to the package of the type would add a dozen packages to each application.
        Type? type = handler.GetType();
        while (type is not null && type.FullName != "Microsoft.Extensions.Http.Resilience.ResilienceHandler")
        {
            type = type.BaseType;
        }

        return type is not null;
    }

    private static KajabiClientCore Core(IServiceProvider provider, string account) =>
        provider.GetRequiredKeyedService<KajabiClientCore>(account);
}
