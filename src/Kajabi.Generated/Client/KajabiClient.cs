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
    /// <param name="options">The credentials and everything else; copied, so that changing them later changes nothing.</param>
    /// <param name="timeProvider">The clock; the system's when null.</param>
    /// <returns>A client that is ready to be used.</returns>
    /// <exception cref="ArgumentException">The options lack something; the message says what.</exception>
    public static KajabiClient Create(KajabiClientOptions options, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        KajabiClientOptions own = options.Copy();
        KajabiClientOptionsValidator.ThrowIfInvalid(own);
        TimeProvider time = timeProvider ?? TimeProvider.System;
        HttpMessageHandler chain = KajabiHandlers.Primary();
        chain = new AnswerHandler(own, time) { InnerHandler = chain };
        chain = new AuthenticationHandler(own, new ClientCredentialsTokenSource(own, time)) { InnerHandler = chain };
        chain = new DefaultSiteHandler(own) { InnerHandler = chain };
        HttpClient http = new(chain);
        KajabiHandlers.Configure(http, own);
        return new KajabiClient(http);
    }

    /// <summary>
    /// Ends the calls in flight, and closes the connections of a client that was made with <see cref="Create"/>. A
    /// client out of a service provider is disposed of by the provider.
    /// </summary>
    public void Dispose() => _http.Dispose();

    private TApi Api<TApi>(ref TApi? api)
        where TApi : class => LazyInitializer.EnsureInitialized(ref api, () => RestService.ForGenerated<TApi>(_http, _settings));
}
