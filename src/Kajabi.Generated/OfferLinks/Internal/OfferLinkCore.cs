using Microsoft.Extensions.Logging;

namespace Kajabi.OfferLinks.Internal;

/// <summary>The state that all requests of an <see cref="OfferLinkClient"/> share. It has no credentials and no access token.</summary>
/// <param name="options">The options; copied.</param>
/// <param name="time">The clock.</param>
/// <param name="services">The services of the application; null for a client without a container.</param>
/// <param name="loggers">Creates the loggers; null for no logging.</param>
internal sealed class OfferLinkCore(OfferLinkClientOptions options, TimeProvider time, IServiceProvider? services, ILoggerFactory? loggers)
    : HttpCore(options.ToClientOptions(), time, services, loggers)
{
    public override bool HasSecretUrls => true;

    public override IReadOnlyList<DelegatingHandler> CreateHandlers() => HttpPipeline.CreateHandlers(this);
}
