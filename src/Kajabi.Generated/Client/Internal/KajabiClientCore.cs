using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kajabi.Client.Internal;

/// <summary>
/// The state that all requests of an account share: token cache, rate limiter, retry budget and telemetry. Each registered account
/// and each client that was created with the constructor has one.
/// </summary>
internal sealed class KajabiClientCore : HttpCore
{
    /// <param name="options">The options; copied.</param>
    /// <param name="time">The clock.</param>
    /// <param name="services">The services of the application; null for a client without a container.</param>
    /// <param name="loggers">Creates the loggers of a client without a container; null for no logging.</param>
    public KajabiClientCore(
        KajabiClientOptions options,
        TimeProvider time,
        IServiceProvider? services = null,
        ILoggerFactory? loggers = null
    )
        : base(options.Copy(), time, services, loggers ??= services?.GetService<ILoggerFactory>())
    {
        Drift = new DriftReporter(Options.OnContractDrift, Telemetry);
        Limiter = Options.RateLimit.HasLimit ? new RequestRateLimiter(Options.RateLimit, time) : null;
        CustomLimiter = Options.RateLimit.Limiter is { } limiter ? new CustomRateLimiter(limiter, time, Telemetry) : null;
        BackChannel = new TokenBackChannel(Retries);
        Tokens = AccessTokenCacheFactory.Create(Options, BackChannel, time, services, loggers);
    }

    public DriftReporter Drift { get; }

    /// <summary>The limits of the options; null for none.</summary>
    public RequestRateLimiter? Limiter { get; }

    /// <summary>The limiter of the application, which replaces <see cref="Limiter"/>; null for none.</summary>
    public CustomRateLimiter? CustomLimiter { get; }

    public TokenBackChannel BackChannel { get; }

    public AccessTokenCache Tokens { get; }

    public override IReadOnlyList<DelegatingHandler> CreateHandlers() => HttpPipeline.CreateHandlers(this);

    public override void Dispose()
    {
        Tokens.Dispose();
        Limiter?.Dispose();
        base.Dispose();
    }
}
