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
    public KajabiAccount(KajabiClientOptions options, TimeProvider time, IServiceProvider? services = null)
    {
        (Options, Time) = (options.Copy(), time);
        Tokens = Credentials.CacheOf(Options, time, services);
    }

    public KajabiClientOptions Options { get; }

    public TimeProvider Time { get; }

    public AccessTokenCache Tokens { get; }

    public void Dispose() => Tokens.Dispose();
}
