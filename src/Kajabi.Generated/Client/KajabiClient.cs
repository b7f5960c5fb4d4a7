using Refit;

namespace Kajabi;

/// <summary>
/// The way into Kajabi's Public API: one property for each area, such as <see cref="Contacts"/>. One client serves
/// any number of threads and calls.
/// </summary>
public sealed partial class KajabiClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly RefitSettings _settings = KajabiRefitSettings.Create();

    internal KajabiClient(HttpClient http)
    {
        _http = http;
    }

    /// <summary>Makes a client without dependency injection. It owns its connections: keep one, and dispose of it at the end.</summary>
    /// <param name="options">The credentials and everything else; read once.</param>
    /// <param name="timeProvider">The clock; the system's when null.</param>
    /// <returns>A client that is ready to be used.</returns>
    /// <exception cref="ArgumentException">The options lack something; the message says what.</exception>
    public static KajabiClient Create(KajabiClientOptions options, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        KajabiClientOptionsValidator.ThrowIfInvalid(options);
        HttpMessageHandler chain = KajabiHandlers.Primary();
        chain = new AnswerHandler(options) { InnerHandler = chain };
        chain = new AuthenticationHandler(options, new ClientCredentialsTokenSource(options, timeProvider ?? TimeProvider.System)) { InnerHandler = chain };
        chain = new DefaultSiteHandler(options) { InnerHandler = chain };
        HttpClient http = new(chain);
        KajabiHandlers.Configure(http, options);
        return new KajabiClient(http);
    }

    /// <summary>Closes the connections of a client that was made with <see cref="Create"/>; calls in flight end.</summary>
    public void Dispose() => _http.Dispose();

    private TApi Api<TApi>(ref TApi? api)
        where TApi : class => LazyInitializer.EnsureInitialized(ref api, () => RestService.ForGenerated<TApi>(_http, _settings));
}
