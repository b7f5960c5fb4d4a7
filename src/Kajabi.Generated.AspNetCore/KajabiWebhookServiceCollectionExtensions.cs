using System.Diagnostics.CodeAnalysis;
using Kajabi.AspNetCore;
using Kajabi.AspNetCore.Internal;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that register the webhook handler.</summary>
public static class KajabiWebhookServiceCollectionExtensions
{
    /// <summary>
    /// Registers the webhook handler. The options are validated when the host starts. Handled deliveries are stored for
    /// deduplication in the <c>IDistributedCache</c> of the application, or in the memory of this process when it registers none.
    /// </summary>
    /// <example>
    /// <code>
    /// builder.Services.AddKajabiWebhookHandler&lt;WebhookHandler&gt;(options =&gt;
    ///     options.Secrets = [builder.Configuration["Kajabi:WebhookSecret"]!]
    /// );
    /// </code>
    /// </example>
    /// <typeparam name="THandler">The handler, resolved from the request scope for each delivery.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="configure">Configures the options; at least one secret is required.</param>
    /// <returns>The services.</returns>
    /// <exception cref="InvalidOperationException">
    /// A handler is already registered. Only one is allowed, and it receives every event.
    /// </exception>
    public static IServiceCollection AddKajabiWebhookHandler<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler
    >(this IServiceCollection services, Action<KajabiWebhookOptions> configure)
        where THandler : class, IKajabiWebhookHandler
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        if (services.Any(static service => service.ServiceType == typeof(IKajabiWebhookHandler)))
        {
            throw new InvalidOperationException(
                "A Kajabi webhook handler is already registered. Register one handler that dispatches events to others."
            );
        }

        // Has no effect when the application has registered a cache; a later registration replaces it.
        services.AddDistributedMemoryCache();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<KajabiWebhookOptions>, KajabiWebhookOptionsValidator>());
        services.AddOptions<KajabiWebhookOptions>().Configure(configure).ValidateOnStart();
        services.AddSingleton(static provider => new SecretValidator(GetSecrets(provider)));
        services.AddSingleton(static provider => new AddressRedactor([.. GetSecrets(provider)]));
        services.AddSingleton<IStartupFilter, SecretStartupFilter>();
        services.AddSingleton<WebhookEndpoint>();
        return services.AddScoped<IKajabiWebhookHandler, THandler>();
    }

    private static IReadOnlyList<string> GetSecrets(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<KajabiWebhookOptions>>().Value.Secrets;
}
