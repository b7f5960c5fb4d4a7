using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kajabi;

/// <summary>
/// What all calls of one set of credentials share. One stands behind each registered account, and one behind each client
/// that <see cref="KajabiClient.Create"/> makes.
/// </summary>
internal sealed class KajabiAccount : IDisposable
{
    /// <param name="options">The options; copied.</param>
    /// <param name="time">The clock.</param>
    /// <param name="services">The services of the application; null for a client without any.</param>
    /// <param name="loggers">Makes the log of a client without services; null for none.</param>
    public KajabiAccount(KajabiClientOptions options, TimeProvider time, IServiceProvider? services = null, ILoggerFactory? loggers = null)
    {
        (Options, Time) = (options.Copy(), time);
        loggers ??= services?.GetService<ILoggerFactory>();
        Telemetry = new Telemetry(services?.GetService<IMeterFactory>(), loggers);
        Drift = new DriftReporter(Options.OnContractDrift, Telemetry);
        Retries = new RetryPolicy(Options, time, Telemetry, Random.Shared.NextDouble);
        Limiter = new CallLimiter(Options.RateLimit, time);
        Tokens = Credentials.CacheOf(Options, time, services, loggers);
    }

    public KajabiClientOptions Options { get; }

    public TimeProvider Time { get; }

    public Telemetry Telemetry { get; }

    public DriftReporter Drift { get; }

    public RetryPolicy Retries { get; }

    public CallLimiter Limiter { get; }

    public AccessTokenCache Tokens { get; }

    public void Dispose()
    {
        Tokens.Dispose();
        Limiter.Dispose();
        Telemetry.Dispose();
    }
}
