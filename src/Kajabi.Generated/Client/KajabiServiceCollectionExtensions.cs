using Kajabi;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="IKajabiClient"/>, <see cref="KajabiClient"/> and the areas, such as <see cref="IContactsApi"/>.</summary>
/// <remarks>
/// All of them are singletons. Accounts with a name are keyed services: get them with <c>[FromKeyedServices("name")]</c>. The options
/// are validated when the host starts. Calling a method again for the same account adds to its options.
/// </remarks>
/// <example>
/// <code>
/// builder.Services.AddKajabi(builder.Configuration.GetSection("Kajabi"));
/// builder.Services.AddKajabi("partner", builder.Configuration.GetSection("Partner"));
/// builder.Services.AddSingleton&lt;Newsletter&gt;(); // has a constructor parameter IKajabiClient or IContactsApi
/// </code>
/// </example>
public static class KajabiServiceCollectionExtensions
{
    // The options of the default account have no name, so that an application can also configure them in the usual way.
    private static readonly string s_defaultAccount = Options.Options.DefaultName;

    /// <summary>Registers the client of an account.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the credentials and all other options.</param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    public static IHttpClientBuilder AddKajabi(this IServiceCollection services, Action<KajabiClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return KajabiAccountRegistration.Add(services, s_defaultAccount, options => options.Configure(configure));
    }

    /// <summary>Registers the client of an account with the options from a section of the configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">
    /// The section, with keys such as <c>ClientId</c>, <c>ClientSecret</c> and <c>Retry:MaxAttempts</c>.
    /// </param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    public static IHttpClientBuilder AddKajabi(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return KajabiAccountRegistration.Add(services, s_defaultAccount, options => Bind(options, configuration));
    }

    /// <summary>Registers the client of one of several accounts as a keyed service.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the client and its areas.</param>
    /// <param name="configure">Sets the credentials and all other options.</param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHttpClientBuilder AddKajabi(this IServiceCollection services, string name, Action<KajabiClientOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(configure);
        return KajabiAccountRegistration.Add(services, name, options => options.Configure(configure));
    }

    /// <summary>
    /// Registers the client of one of several accounts as a keyed service, with the options from a section of the configuration.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the client and its areas.</param>
    /// <param name="configuration">
    /// The section, with keys such as <c>ClientId</c>, <c>ClientSecret</c> and <c>Retry:MaxAttempts</c>.
    /// </param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHttpClientBuilder AddKajabi(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(configuration);
        return KajabiAccountRegistration.Add(services, name, options => Bind(options, configuration));
    }

    /// <summary>Sets the options from a section by generated code, so that trimming cannot remove a property.</summary>
    private static OptionsBuilder<KajabiClientOptions> Bind(OptionsBuilder<KajabiClientOptions> options, IConfiguration configuration) =>
        options.Bind(configuration);
}
