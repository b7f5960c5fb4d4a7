using Microsoft.Extensions.Logging;
using Refit;

namespace Kajabi;

/// <summary>
/// Client for the Kajabi Public API, with one property per area, such as <see cref="Contacts"/>. Thread-safe: use one instance for all
/// requests.
/// </summary>
/// <example>
/// <code>
/// using KajabiClient kajabi = new(new KajabiClientOptions { ClientId = clientId, ClientSecret = clientSecret });
/// ContactDocument contact = await kajabi.Contacts.GetContactAsync("123");
/// </code>
/// </example>
[Newtonsoft.Json.JsonConverter(typeof(NotSerializableConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(NotSerializableConverterFactory))]
public sealed partial class KajabiClient : IKajabiClient, IDisposable
{
    private readonly HttpClient _http;
    private readonly KajabiClientCore _core;
    private readonly RequestOptionsSnapshot? _requestOptions;
    private readonly RefitSettings _settings;

    /// <summary>
    /// Initializes a new instance of the <see cref="KajabiClient"/> class without dependency injection. The client owns its connections:
    /// reuse one instance, and dispose it at the end.
    /// </summary>
    /// <param name="options">The credentials and all other settings; copied.</param>
    /// <param name="handler">
    /// Sends the requests. Default: a <see cref="SocketsHttpHandler"/>. The client disposes it. The settings of a
    /// <see cref="SocketsHttpHandler"/> are copied, and those of an <see cref="HttpClientHandler"/> are changed: redirects
    /// and cookies are off, and a <see cref="KajabiClientOptions.BaseAddress"/> on loopback uses no proxy. Any other handler
    /// must not follow redirects.
    /// </param>
    /// <param name="timeProvider">The clock. Default: the system's clock.</param>
    /// <param name="loggerFactory">Creates the loggers. Default: null, no logging.</param>
    /// <exception cref="ArgumentException">The options are invalid; the message describes the problem.</exception>
    /// <exception cref="InvalidOperationException">The handler does not support the settings that the SDK needs.</exception>
    public KajabiClient(
        KajabiClientOptions options,
        HttpMessageHandler? handler = null,
        TimeProvider? timeProvider = null,
        ILoggerFactory? loggerFactory = null
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        KajabiClientOptionsValidator.ThrowIfInvalid(options);
        _core = new KajabiClientCore(options, timeProvider ?? TimeProvider.System, services: null, loggerFactory);
        _http = new HttpClient(HttpPipeline.Build(_core, handler));
        _settings = KajabiRefitSettings.Create(null, _core.Drift);
        HttpPipeline.Configure(_http, _core.Options);
    }

    internal KajabiClient(HttpClient http, KajabiClientCore core, RequestOptionsSnapshot? requestOptions = null)
    {
        (_http, _core, _requestOptions) = (http, core, requestOptions);
        _settings = KajabiRefitSettings.Create(requestOptions, core.Drift);
    }

    /// <inheritdoc />
    public IKajabiClient WithOptions(KajabiRequestOptions options) =>
        new KajabiClient(_http, _core, RequestOptionsSnapshot.Create(options, _requestOptions));

    /// <inheritdoc />
    public Task<TResponse> SendAsync<TResponse>(HttpRequestMessage request, CancellationToken cancellationToken = default)
        where TResponse : class => new RawRequestSender(_http, _core, _requestOptions).SendAsync<TResponse>(request, cancellationToken);

    /// <summary>Like <see cref="SendAsync"/>, but returns the response whatever its status code is, for a program that shows it.</summary>
    internal Task<HttpResponseMessage> GetResponseAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        new RawRequestSender(_http, _core, _requestOptions).GetResponseAsync(request, cancellationToken);

    /// <inheritdoc />
    public async Task RevokeAccessTokenAsync(CancellationToken cancellationToken = default)
    {
        if (await _core.Tokens.DetachAsync(cancellationToken).ConfigureAwait(false) is not { } token)
        {
            return;
        }

        // The request is authorized with the token that it revokes, so that no new token is requested for it.
        RequestOptionsSnapshot requestOptions = RequestOptionsSnapshot.WithToken(token.Value, _requestOptions);
        try
        {
            await new KajabiClient(_http, _core, requestOptions)
                .Authentication.RevokeAccessTokenAsync(new RevokeTokenRequest { Token = token.Value }, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (KajabiApiException exception) when (exception.Kind == KajabiErrorKind.Unauthorized)
        {
            // It was invalid already.
        }
    }

    /// <summary>
    /// Cancels the requests in progress and closes the connections. Only for a client that was created with its constructor: a service
    /// provider disposes the clients that it created, and a client from <see cref="WithOptions"/> needs no disposal.
    /// </summary>
    public void Dispose()
    {
        if (_requestOptions is null)
        {
            // In this order, so that requests that wait for a token end as canceled.
            _http.Dispose();
            _core.Dispose();
        }
    }

    private TApi Api<TApi>(ref TApi? api)
        where TApi : class => LazyInitializer.EnsureInitialized(ref api, () => RestService.ForGenerated<TApi>(_http, _settings));
}
