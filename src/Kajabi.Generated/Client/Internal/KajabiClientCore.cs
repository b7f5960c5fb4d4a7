using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kajabi.Client.Internal;

/// <summary>
/// The state that all requests of an account share: token cache, rate limiter, retry budget and telemetry. Each registered account
/// and each client that was created with the constructor has one.
/// </summary>
internal sealed class KajabiClientCore : IDisposable
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
    {
        (Options, Time) = (options.Copy(), time);
        loggers ??= services?.GetService<ILoggerFactory>();
        Telemetry = new Telemetry(services?.GetService<IMeterFactory>(), loggers);
        Drift = new DriftReporter(Options.OnContractDrift, Telemetry);
        Retries = new RetryPolicy(Options, time, Telemetry, Random.Shared.NextDouble);
        Limiter = new RequestRateLimiter(Options.RateLimit, time);
        BackChannel = new TokenBackChannel(Retries);
        Tokens = AccessTokenCacheFactory.Create(Options, BackChannel, time, services, loggers);
    }

    public KajabiClientOptions Options { get; }

    public TimeProvider Time { get; }

    public Telemetry Telemetry { get; }

    public DriftReporter Drift { get; }

    public RetryPolicy Retries { get; }

    public RequestRateLimiter Limiter { get; }

    public TokenBackChannel BackChannel { get; }

    public AccessTokenCache Tokens { get; }

    public void Dispose()
    {
        Tokens.Dispose();
        Limiter.Dispose();
        Telemetry.Dispose();
    }
}
