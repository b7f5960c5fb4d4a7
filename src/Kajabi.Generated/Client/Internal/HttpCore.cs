using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kajabi.Client.Internal;

/// <summary>The state that all requests of a client share, whether it calls the API or offer links.</summary>
internal abstract class HttpCore : IDisposable
{
    /// <param name="options">The options; the core owns them.</param>
    /// <param name="time">The clock.</param>
    /// <param name="services">The services of the application; null for a client without a container.</param>
    /// <param name="loggers">Creates the loggers; null for no logging.</param>
    protected HttpCore(KajabiClientOptions options, TimeProvider time, IServiceProvider? services, ILoggerFactory? loggers)
    {
        (Options, Time) = (options, time);
        Telemetry = new Telemetry(services?.GetService<IMeterFactory>(), loggers);
        Retries = new RetryPolicy(Options, time, Telemetry, Random.Shared.NextDouble);
    }

    public KajabiClientOptions Options { get; }

    public TimeProvider Time { get; }

    public Telemetry Telemetry { get; }

    public RetryPolicy Retries { get; }

    /// <summary>Whether the URL of a request is a secret, which no telemetry of .NET may contain.</summary>
    public virtual bool HasSecretUrls => false;

    /// <summary>Creates the handlers of the SDK for an HTTP client, outermost first.</summary>
    public abstract IReadOnlyList<DelegatingHandler> CreateHandlers();

    public virtual void Dispose() => Telemetry.Dispose();
}
