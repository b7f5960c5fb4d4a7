using Microsoft.Extensions.Logging;

namespace Kajabi;

/// <summary>
/// Grants and revokes offers with their links, see <see cref="IOfferLinkClient"/>. Thread-safe: use one instance for all requests. It has
/// its own connections and no access token, so no token of the API can reach the host of a link.
/// </summary>
/// <example>
/// <code>
/// using OfferLinkClient links = new();
/// OfferLinkMember member = new() { Name = "Ines Ferro", Email = "ines@example.com", ExternalUserId = "member-42" };
/// OfferLinkResult result = await links.GrantAsync(OfferLink.Parse(link), member, WelcomeEmail.Send);
/// </code>
/// </example>
[Newtonsoft.Json.JsonConverter(typeof(NotSerializableConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(NotSerializableConverterFactory))]
public sealed class OfferLinkClient : IOfferLinkClient, IDisposable
{
    private readonly HttpClient _http;
    private readonly OfferLinkCore _core;

    /// <summary>
    /// Initializes a new instance of the <see cref="OfferLinkClient"/> class without dependency injection. The client owns its
    /// connections: reuse one instance, and dispose it at the end.
    /// </summary>
    /// <param name="options">The options; copied. Default: null, the default options.</param>
    /// <param name="handler">
    /// Sends the requests. Default: a <see cref="SocketsHttpHandler"/>. The client disposes it. The settings of a
    /// <see cref="SocketsHttpHandler"/> are copied, with redirects, cookies and its own traces turned off: their URLs would contain the
    /// link. An <see cref="HttpClientHandler"/> is rejected for that reason.
    /// </param>
    /// <param name="timeProvider">The clock. Default: the system's clock.</param>
    /// <param name="loggerFactory">Creates the loggers. Default: null, no logging.</param>
    /// <exception cref="ArgumentException">The options are invalid; the message describes the problem.</exception>
    /// <exception cref="InvalidOperationException">The handler does not support the settings that the SDK needs.</exception>
    public OfferLinkClient(
        OfferLinkClientOptions? options = null,
        HttpMessageHandler? handler = null,
        TimeProvider? timeProvider = null,
        ILoggerFactory? loggerFactory = null
    )
    {
        options ??= new OfferLinkClientOptions();
        OfferLinkClientOptionsValidator.ThrowIfInvalid(options);
        _core = new OfferLinkCore(options, timeProvider ?? TimeProvider.System, services: null, loggerFactory);
        _http = new HttpClient(HttpPipeline.Build(_core, handler));
        HttpPipeline.ConfigureRequests(_http, _core.Options);
    }

    internal OfferLinkClient(HttpClient http, OfferLinkCore core) => (_http, _core) = (http, core);

    /// <inheritdoc />
    public Task<OfferLinkResult> GrantAsync(
        OfferLink link,
        OfferLinkMember member,
        WelcomeEmail welcomeEmail,
        CancellationToken cancellationToken = default
    ) => SendAsync(link, member, OfferLinkRequest.Activate, welcomeEmail, cancellationToken);

    /// <inheritdoc />
    public Task<OfferLinkResult> RevokeAsync(OfferLink link, OfferLinkMember member, CancellationToken cancellationToken = default) =>
        SendAsync(link, member, OfferLinkRequest.Deactivate, WelcomeEmail.DoNotSend, cancellationToken);

    /// <summary>
    /// Cancels the requests in progress and closes the connections. Only for a client that was created with its constructor: a service
    /// provider disposes the clients that it created.
    /// </summary>
    public void Dispose()
    {
        _http.Dispose();
        _core.Dispose();
    }

    private async Task<OfferLinkResult> SendAsync(
        OfferLink link,
        OfferLinkMember member,
        string action,
        WelcomeEmail welcomeEmail,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(member);
        using HttpRequestMessage request = OfferLinkRequest.Create(link.GetAddress(), member, action, welcomeEmail);
        try
        {
            using HttpResponseMessage response = await _http
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            return OfferLinkResponse.Read(request, response, isGrant: action == OfferLinkRequest.Activate);
        }
        catch (Exception exception)
        {
            // A handler of the application may write the URL of the request into its exceptions.
            Exception redacted = new SecretRedactor(_core.Options, request).Redact(exception);
            Exception converted = RefitExceptionFactory.FromTransport(request, redacted, cancellationToken);
            if (ReferenceEquals(converted, exception))
            {
                throw;
            }

            throw converted;
        }
    }
}
