using Kajabi.AspNetCore;
using Kajabi.AspNetCore.Internal;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what receives Kajabi's webhooks.</summary>
public static class KajabiWebhookServiceCollectionExtensions
{
    /// <summary>
    /// Registers the handler of Kajabi's events. Its options are checked when the host starts. DeliveryHandled deliveries are
    /// remembered in the <c>IDistributedCache</c> of the application, or in memory where it registers none: then only
    /// this process knows them, until it ends.
    /// </summary>
    /// <typeparam name="THandler">Your handler, made anew for each delivery.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the secrets and everything else.</param>
    /// <returns>The services.</returns>
    /// <exception cref="InvalidOperationException">A handler is registered already; there is one, and it sees every event.</exception>
    public static IServiceCollection AddKajabiWebhookHandler<THandler>(
        this IServiceCollection services,
        Action<KajabiWebhookOptions> configure
    )
        where THandler : class, IKajabiWebhookHandler
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        if (services.Any(static service => service.ServiceType == typeof(IKajabiWebhookHandler)))
        {
            throw new InvalidOperationException(
                "A handler of Kajabi's webhooks is registered already. Register one, and let it hand on what others need."
            );
        }

        services.AddDistributedMemoryCache(); // Does nothing where the application has a cache, and gives way to one that comes later.
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<KajabiWebhookOptions>, KajabiWebhookOptionsValidator>());
        services.AddOptions<KajabiWebhookOptions>().Configure(configure).ValidateOnStart();
        services.AddSingleton(static provider => new SecretValidator(Secrets(provider)));
        services.AddSingleton(static provider => new AddressRedactor([.. Secrets(provider)]));
        services.AddSingleton<IStartupFilter, SecretFilter>();
        services.AddSingleton<WebhookEndpoint>();
        return services.AddScoped<IKajabiWebhookHandler, THandler>();
    }

    private static IReadOnlyList<string> Secrets(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<KajabiWebhookOptions>>().Value.Secrets;
}
