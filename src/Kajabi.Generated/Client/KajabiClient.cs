using Microsoft.Extensions.Logging;
using Refit;

namespace Kajabi;

/// <summary>
/// The way into Kajabi's Public API: one property for each area, such as <see cref="Contacts"/>. One client serves
/// any number of threads and calls.
/// </summary>
[Newtonsoft.Json.JsonConverter(typeof(NotSerializableConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(NotSerializableConverterFactory))]
public sealed partial class KajabiClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly KajabiClientCore _account;
    private readonly RequestOptionsSnapshot? _call;
    private readonly RefitSettings _settings;

    internal KajabiClient(HttpClient http, KajabiClientCore account, RequestOptionsSnapshot? call = null)
    {
        (_http, _account, _call, _settings) = (http, account, call, KajabiRefitSettings.Create(call, account.Drift));
    }

    /// <summary>
    /// Initializes a new instance of the <see cref="KajabiClient"/> class without dependency injection. Keep one instance,
    /// and dispose of it at the end.
    /// </summary>
    /// <param name="options">The credentials and all other settings; copied.</param>
    /// <param name="handler">
    /// Sends the requests. Default: a <see cref="SocketsHttpHandler"/>. The client disposes of it. The settings of a
    /// <see cref="SocketsHttpHandler"/> are copied, and those of an <see cref="HttpClientHandler"/> are changed: redirects
    /// and cookies are off, and a <see cref="KajabiClientOptions.BaseAddress"/> on loopback uses no proxy. Any other handler
    /// must not follow redirects.
    /// </param>
    /// <param name="timeProvider">The clock. Default: the system's clock.</param>
    /// <param name="loggerFactory">Creates the loggers. Default: null, no logging.</param>
    /// <exception cref="ArgumentException">The options are invalid; the message says why.</exception>
    /// <exception cref="InvalidOperationException">The handler cannot have the settings that the SDK needs.</exception>
    public KajabiClient(
        KajabiClientOptions options,
        HttpMessageHandler? handler = null,
        TimeProvider? timeProvider = null,
        ILoggerFactory? loggerFactory = null
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        KajabiClientOptionsValidator.ThrowIfInvalid(options);
        _account = new KajabiClientCore(options, timeProvider ?? TimeProvider.System, services: null, loggerFactory);
        _http = new HttpClient(HttpPipeline.Build(_account, handler));
        _settings = KajabiRefitSettings.Create(null, _account.Drift);
        HttpPipeline.Configure(_http, _account.Options);
    }

    /// <summary>
    /// The same client with another time limit or more headers for the calls that are made through what is returned,
    /// as in <c>kajabi.WithOptions(new() { Timeout = TimeSpan.FromMinutes(5) }).Contacts</c>. Costs next to nothing and shares
    /// connections and token, so there is no need to keep it or to dispose of it.
    /// </summary>
    /// <param name="options">What shall differ; read now, so that changing it later changes nothing.</param>
    /// <returns>A client on top of this one, which stays as it is.</returns>
    /// <exception cref="ArgumentException">A header or the time limit cannot be used; the message says why.</exception>
    public KajabiClient WithOptions(KajabiRequestOptions options) => new(_http, _account, RequestOptionsSnapshot.Of(options, _call));

    /// <summary>
    /// Revokes the access token that this client holds, and with it the refresh token; does nothing when it holds none.
    /// Calls in flight with that token end as <see cref="KajabiErrorKind.Unauthorized"/> and are not repeated. Later
    /// calls get a new token with the client credentials or from the <see cref="IAccessTokenProvider"/>; a client that
    /// has neither can make none. The token is forgotten even when the call fails.
    /// </summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the API has revoked the token, or says that it was invalid already.</returns>
    /// <exception cref="KajabiApiException">The API could not be reached or failed; the token may live on there.</exception>
    public async Task RevokeAccessTokenAsync(CancellationToken cancellationToken = default)
    {
        if (await _account.Tokens.DetachAsync(cancellationToken).ConfigureAwait(false) is not { } token)
        {
            return;
        }

        // The call carries the token that it revokes, and not one that was fetched for it.
        RequestOptionsSnapshot settings = RequestOptionsSnapshot.WithToken(token.Value, _call);
        try
        {
            await new KajabiClient(_http, _account, settings)
                .Authentication.RevokeAccessTokenAsync(new RevokeTokenRequest { Token = token.Value }, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (KajabiApiException exception) when (exception.Kind == KajabiErrorKind.Unauthorized)
        {
            // It was invalid already.
        }
    }

    /// <summary>
    /// Ends the calls in flight, and closes the connections of a client that was created with the constructor. A
    /// client out of a service provider is disposed of by the provider, and
    /// one that <see cref="WithOptions"/> made has nothing to dispose of.
    /// </summary>
    public void Dispose()
    {
        if (_call is null)
        {
            // In this order, so that calls that wait for a token end as cancelled.
            _http.Dispose();
            _account.Dispose();
        }
    }

    private TApi Api<TApi>(ref TApi? api)
        where TApi : class => LazyInitializer.EnsureInitialized(ref api, () => RestService.ForGenerated<TApi>(_http, _settings));
}
