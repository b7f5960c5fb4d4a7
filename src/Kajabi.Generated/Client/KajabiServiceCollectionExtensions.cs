using Kajabi;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="KajabiClient"/>.</summary>
public static class KajabiServiceCollectionExtensions
{
    // The HTTP client of the one account that most applications have. Its options are the unnamed ones, so that an
    // application can also configure them from its settings in the usual way.
    private const string DefaultName = "Kajabi";

    /// <summary>
    /// Registers one <see cref="KajabiClient"/> for the whole application. Its options are checked when the host
    /// starts.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the credentials and everything else.</param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    public static IHttpClientBuilder AddKajabi(this IServiceCollection services, Action<KajabiClientOptions> configure)
    {
        IHttpClientBuilder builder = AddChain(services, DefaultName, configure);
        services.TryAddSingleton(static provider => Client(provider, DefaultName));
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
        IHttpClientBuilder builder = AddChain(services, name, configure);
        services.TryAddKeyedSingleton(name, static (provider, key) => Client(provider, (string)key!));
        return builder;
    }

    private static KajabiClient Client(IServiceProvider provider, string name) =>
        new(provider.GetRequiredService<IHttpClientFactory>().CreateClient(name));

    /// <summary>The whole chain, outermost first: default site, authentication, reading of answers, network.</summary>
    private static IHttpClientBuilder AddChain(IServiceCollection services, string name, Action<KajabiClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<KajabiClientOptions>, KajabiClientOptionsValidator>());
        services.AddOptions<KajabiClientOptions>(OptionsName(name)).Configure(configure).ValidateOnStart();

        // One source a name, because every handler of a name must share its token.
        services.TryAddKeyedSingleton(name, (provider, _) =>
            new ClientCredentialsTokenSource(Options(provider, name), provider.GetRequiredService<TimeProvider>()));

        return services.AddHttpClient(name)
            .ConfigureHttpClient((provider, http) => KajabiHandlers.Configure(http, Options(provider, name)))
            .ConfigurePrimaryHttpMessageHandler(KajabiHandlers.Primary)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // The client is a singleton; connections are renewed by the primary handler.
            .AddHttpMessageHandler(provider => new DefaultSiteHandler(Options(provider, name)))
            .AddHttpMessageHandler(provider => new AuthenticationHandler(Options(provider, name), provider.GetRequiredKeyedService<ClientCredentialsTokenSource>(name)))
            .AddHttpMessageHandler(provider => new AnswerHandler(Options(provider, name)));
    }

    private static KajabiClientOptions Options(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<KajabiClientOptions>>().Get(OptionsName(name));

    private static string OptionsName(string name) => name == DefaultName ? Microsoft.Extensions.Options.Options.DefaultName : name;
}
