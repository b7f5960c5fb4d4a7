using System.Collections;
using System.Diagnostics;

namespace Kajabi;

/// <summary>
/// Options of a <see cref="KajabiClient"/>. Set one kind of credentials: client credentials, a refresh token or both; or an access
/// token; or an access token provider. Secrets never appear in text, logs or the debugger.
/// </summary>
/// <example>
/// <code>
/// KajabiClientOptions options = new()
/// {
///     ClientId = clientId,
///     ClientSecret = clientSecret,
///     DefaultSiteId = "1",
///     Timeout = TimeSpan.FromSeconds(30),
///     Retry = { MaxAttempts = 6 },
///     RateLimit = { MaxConcurrentRequests = 8 },
/// };
/// </code>
/// </example>
[DebuggerDisplay("{ToString(),nq}")]
[Newtonsoft.Json.JsonObject]
public sealed class KajabiClientOptions : IEnumerable
{
    // Parsed when it is needed: an application that sets another address starts faster.
    private Lazy<Uri> _baseAddress = new(static () => new Uri("https://api.kajabi.com"));

    /// <summary>Gets or sets the client id of the API key, from the security page of Kajabi's admin pages. Default: null.</summary>
    public string? ClientId { get; set; }

    /// <summary>Gets or sets the client secret of the API key with this <see cref="ClientId"/>. Default: null.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [Newtonsoft.Json.JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public string? ClientSecret { get; set; }

    /// <summary>
    /// Gets or sets the first refresh token. Default: null. Each response of the token endpoint may replace it, in memory only.
    /// After it is rejected, the client credentials are used instead; without them, requests fail from then on.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [Newtonsoft.Json.JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public string? RefreshToken { get; set; }

    /// <summary>
    /// Gets or sets a fixed access token, without the scheme <c>Bearer</c>. Default: null. It cannot be refreshed: after it expires,
    /// requests fail with <see cref="KajabiErrorKind.Unauthorized"/>.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [Newtonsoft.Json.JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public string? AccessToken { get; set; }

    /// <summary>Gets or sets the provider of access tokens that the application obtains itself. Default: null.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [Newtonsoft.Json.JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public IAccessTokenProvider? AccessTokenProvider { get; set; }

    /// <summary>
    /// Gets or sets whether the access token is shared with other processes through the registered
    /// <see cref="Microsoft.Extensions.Caching.Hybrid.HybridCache"/>, which needs a distributed cache such as Redis for it.
    /// Default: not shared. For client credentials that are registered with <c>AddKajabi</c>. A slow, failing or empty cache never
    /// fails a request: the token endpoint is used instead. Refresh tokens are neither used nor stored.
    /// </summary>
    public AccessTokenSharing AccessTokenSharing { get; set; }

    /// <summary>
    /// Gets or sets the base URL of the API. Default: <c>https://api.kajabi.com</c>. It must be https, except on loopback. A path, such
    /// as that of a gateway, is put in front of the path of each operation.
    /// </summary>
    public Uri BaseAddress
    {
        get => _baseAddress.Value;
        set => _baseAddress = new Lazy<Uri>(value);
    }

    /// <summary>
    /// Gets or sets the proxy of this client. Default: null, which means the proxy of the primary HTTP handler or of the
    /// environment. A <see cref="BaseAddress"/> on loopback never uses a proxy.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [Newtonsoft.Json.JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public System.Net.IWebProxy? Proxy { get; set; }

    /// <summary>
    /// Gets or sets the product that is appended to the <c>User-Agent</c> of the SDK, such as <c>Acme.Sync/2.1</c>. Default: null, none.
    /// </summary>
    public string? UserAgent { get; set; }

    /// <summary>
    /// Gets or sets the id of the site that lists are filtered by, if the operation has a site filter and the query does not set it.
    /// Default: null, no filter. A query with <c>AllSites</c> is not filtered.
    /// </summary>
    public string? DefaultSiteId { get; set; }

    /// <summary>
    /// Gets or sets the timeout of a request: obtaining a token, waiting for the <see cref="RateLimit"/>, every attempt and the delays
    /// between attempts. Default: 100 seconds. <see cref="KajabiRetryOptions.AttemptTimeout"/> limits one attempt.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// Gets or sets the maximum size of a response in bytes, after decompression. Default: 32 MiB. A larger response is an error.
    /// </summary>
    public long MaxResponseBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>
    /// Gets or sets the maximum nesting depth of the JSON in a response, from 8 to 512. Default: 64, far more than a document needs.
    /// Deeper JSON is an error.
    /// </summary>
    public int MaxResponseDepth { get; set; } = JsonApiSerializer.MaxDepth;

    /// <summary>
    /// Gets or sets the callback for anything in a response that the OpenAPI document does not declare; once per finding and client,
    /// for at most 1,000 findings. Default: null. It is called on any thread, during the request that found it first. Its exceptions
    /// are logged and do not fail the request.
    /// </summary>
    [Newtonsoft.Json.JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public Action<ContractDrift>? OnContractDrift { get; set; }

    /// <summary>Gets the options of retries.</summary>
    public KajabiRetryOptions Retry { get; internal set; } = new();

    /// <summary>Gets the client-side rate limits. No limit by default.</summary>
    public KajabiRateLimitOptions RateLimit { get; private set; } = new();

    /// <summary>Returns the base URL and whether credentials are set, without secrets.</summary>
    /// <returns>For example <c>https://api.kajabi.com (with credentials)</c>.</returns>
    public override string ToString() =>
        $"{DisplayAddress} "
        + $"({((ClientId ?? RefreshToken ?? AccessToken ?? (object?)AccessTokenProvider) is null ? "without" : "with")} credentials)";

    internal bool HasClientCredentials => !string.IsNullOrWhiteSpace(ClientId);

    /// <summary>The base address without a slash at its end, for appending a path.</summary>
    internal string BaseUrl => BaseAddress.AbsoluteUri.TrimEnd('/');

    /// <summary>The base address without user name and password.</summary>
    internal string DisplayAddress =>
        BaseAddress switch
        {
            null => "no address",
            { IsAbsoluteUri: true } absolute => absolute.GetComponents(
                UriComponents.SchemeAndServer | UriComponents.Path,
                UriFormat.UriEscaped
            ),
            _ => "a relative address",
        };

    /// <summary>Returns a copy, so that later changes of the options have no effect.</summary>
    internal KajabiClientOptions Copy()
    {
        KajabiClientOptions copy = (KajabiClientOptions)MemberwiseClone();
        (copy.Retry, copy.RateLimit) = (Retry.Copy(), RateLimit.Copy());
        return copy;
    }

    /// <inheritdoc cref="IdentityEnumeration" />
    IEnumerator IEnumerable.GetEnumerator() => IdentityEnumeration.Create(this);
}
