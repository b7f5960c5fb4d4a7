using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Kajabi.Http;

/// <summary>
/// Adds the handlers of the SDK around those that the application adds to its HTTP clients, after all configuration has run:
/// the pipeline outside of them, the guard directly before the network.
/// </summary>
internal sealed class KajabiHandlerBuilderFilter : IHttpMessageHandlerBuilderFilter
{
    private const string Prefix = "Kajabi.Generated/";

    /// <summary>Returns the name of an account's HTTP client, with a prefix that applications do not use.</summary>
    public static string ClientName(string account) => Prefix + account;

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
        builder =>
        {
            next(builder);
            if (
                builder.Name?.StartsWith(Prefix, StringComparison.Ordinal) != true
                || builder.Services.GetKeyedService<KajabiClientCore>(builder.Name[Prefix.Length..]) is not { } core
            )
            {
                return;
            }

            builder.PrimaryHandler = PrimaryHandler.Create(builder.PrimaryHandler, core);
            IReadOnlyList<DelegatingHandler> handlers = HttpPipeline.CreateHandlers(core);
            for (int i = 0; i < handlers.Count; i++)
            {
                builder.AdditionalHandlers.Insert(i, handlers[i]);
            }
        };
}
