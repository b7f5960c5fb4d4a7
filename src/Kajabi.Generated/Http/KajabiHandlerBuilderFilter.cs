using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Kajabi.Http;

/// <summary>
/// Adds the handlers of the SDK around those that the application adds to its HTTP clients, after all configuration has run:
/// the pipeline outside of them, the guard directly before the network.
/// </summary>
internal sealed class KajabiHandlerBuilderFilter : IHttpMessageHandlerBuilderFilter
{
    /// <summary>The name of the HTTP client of offer links.</summary>
    public const string OfferLinksName = "Kajabi.OfferLinks";

    private const string Prefix = "Kajabi.Generated/";

    /// <summary>Returns the name of an account's HTTP client, with a prefix that applications do not use.</summary>
    public static string ClientName(string account) => Prefix + account;

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
        builder =>
        {
            next(builder);
            if (FindCore(builder) is not { } core)
            {
                return;
            }

            builder.PrimaryHandler = PrimaryHandler.Create(builder.PrimaryHandler, core);
            IReadOnlyList<DelegatingHandler> handlers = core.CreateHandlers();
            for (int i = 0; i < handlers.Count; i++)
            {
                builder.AdditionalHandlers.Insert(i, handlers[i]);
            }
        };

    private static HttpCore? FindCore(HttpMessageHandlerBuilder builder) =>
        builder.Name switch
        {
            OfferLinksName => builder.Services.GetService<OfferLinkCore>(),
            { } name when name.StartsWith(Prefix, StringComparison.Ordinal) => builder.Services.GetKeyedService<KajabiClientCore>(
                name[Prefix.Length..]
            ),
            _ => null,
        };
}
