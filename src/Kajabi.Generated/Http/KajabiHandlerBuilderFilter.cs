using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Kajabi.Http;

/// <summary>
/// Puts the handlers of the SDK around those that an application adds to its HTTP clients, after all of its configuration
/// has run: the chain outside, the guard directly in front of the network.
/// </summary>
internal sealed class KajabiHandlerBuilderFilter : IHttpMessageHandlerBuilderFilter
{
    private const string Prefix = "Kajabi.Generated/";

    /// <summary>Returns the name of an account's HTTP client: one that no application uses for a client of its own.</summary>
    public static string ClientName(string account) => Prefix + account;

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
        builder =>
        {
            next(builder);
            if (
                builder.Name?.StartsWith(Prefix, StringComparison.Ordinal) != true
                || builder.Services.GetKeyedService<KajabiClientCore>(builder.Name[Prefix.Length..]) is not { } account
            )
            {
                return;
            }

            builder.PrimaryHandler = PrimaryHandler.Guard(builder.PrimaryHandler, account);
            IReadOnlyList<DelegatingHandler> chain = HttpPipeline.Chain(account);
            for (int i = 0; i < chain.Count; i++)
            {
                builder.AdditionalHandlers.Insert(i, chain[i]);
            }
        };
}
