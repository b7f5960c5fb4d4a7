using System.Collections;
using System.Diagnostics;

namespace Kajabi;

/// <summary>
/// How a <see cref="KajabiClient"/> reaches the API. There is one way to an access token: client credentials or a
/// refresh token (or both), an access token, or a source of them. Never shows a secret, neither as text nor in a debugger.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
[Newtonsoft.Json.JsonObject]
public sealed class KajabiClientOptions : IEnumerable
{
    /// <summary>The client id of the API key, from the security page of Kajabi's admin portal.</summary>
    public string? ClientId { get; set; }

    /// <summary>The client secret of the API key; belongs to the <see cref="ClientId"/>.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [Newtonsoft.Json.JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public string? ClientSecret { get; set; }

    /// <summary>
    /// A refresh token to begin with, null for none. Each answer of the token endpoint may replace it, in memory only.
    /// Once it is refused, the client credentials serve in its place; without them, calls fail from then on.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [Newtonsoft.Json.JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public string? RefreshToken { get; set; }

    /// <summary>
    /// A fixed access token, without the word <c>Bearer</c>; null for none. Nothing can renew it: when it has expired,
    /// calls fail as <see cref="KajabiErrorKind.Unauthorized"/>.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [Newtonsoft.Json.JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public string? AccessToken { get; set; }

    /// <summary>Where access tokens come from when the application gets them in a way of its own; null unless set.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [Newtonsoft.Json.JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public IAccessTokenProvider? AccessTokenProvider { get; set; }

    /// <summary>
    /// Whether the access token is shared with other processes through the registered
    /// <see cref="Microsoft.Extensions.Caching.Hybrid.HybridCache"/>, which needs a second level such as Redis for it;
    /// not shared unless set. For client credentials that are registered with <c>AddKajabi</c>. A cache that is slow,
    /// broken or empty fails no call: the token endpoint is asked instead. A refresh token is neither used nor stored.
    /// </summary>
    public AccessTokenSharing AccessTokenSharing { get; set; }

    /// <summary>
    /// Where the API stands; <c>https://api.kajabi.com</c> unless set. Anything but loopback must be https. A path is
    /// kept in front of the API's own, for a gateway.
    /// </summary>
    public Uri BaseAddress { get; set; } = new("https://api.kajabi.com");

    /// <summary>
    /// Gets or sets the proxy of this client. Default: null, which means the proxy of the primary HTTP handler or of the
    /// environment. A <see cref="BaseAddress"/> on loopback never uses a proxy.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [Newtonsoft.Json.JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public System.Net.IWebProxy? Proxy { get; set; }

    /// <summary>What follows the SDK's own name in the <c>User-Agent</c>, such as <c>Acme.Sync/2.1</c>; nothing when null.</summary>
    public string? UserAgent { get; set; }

    /// <summary>
    /// The site that every call is about whose operation can be filtered by site and whose query names none or a
    /// blank one; no site unless set. A query whose <c>AllSites</c> is set is left alone.
    /// </summary>
    public string? DefaultSiteId { get; set; }

    /// <summary>
    /// How long a call may take with all that belongs to it: getting a token, waiting for the <see cref="RateLimit"/>,
    /// every attempt and the waits between them; 100 seconds unless set. <see cref="KajabiRetryOptions.AttemptTimeout"/>
    /// limits one attempt.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>The largest answer that is read, in bytes after decompression; 32 MiB unless set. A larger one is refused.</summary>
    public long MaxResponseBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>
    /// How deeply the JSON of an answer may nest, from 8 to 512 levels; 64 unless set, which is far more than a document
    /// needs. A deeper one is refused.
    /// </summary>
    public int MaxResponseDepth { get; set; } = JsonApiSerializer.MaxDepth;

    /// <summary>
    /// Is told what answers hold and the contract does not list, each thing once for the account, at most 1,000 of them.
    /// Called while the call that saw it first is under way, from any thread; what it throws is logged and fails nothing.
    /// </summary>
    [Newtonsoft.Json.JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public Action<ContractDrift>? OnContractDrift { get; set; }

    /// <summary>How failed calls are repeated.</summary>
    public KajabiRetryOptions Retry { get; private set; } = new();

    /// <summary>How fast the account is called at most; as fast as can be unless set.</summary>
    public KajabiRateLimitOptions RateLimit { get; private set; } = new();

    /// <summary>Where the client goes and as whom, without the secret.</summary>
    /// <returns>One line for logs.</returns>
    public override string ToString() =>
        $"{ShownAddress} as {((ClientId ?? RefreshToken ?? AccessToken ?? (object?)AccessTokenProvider) is null ? "nobody" : "a client")}";

    internal bool HasClientCredentials => !string.IsNullOrWhiteSpace(ClientId);

    /// <summary>The base address without a user name and password, which have no place in it.</summary>
    internal string ShownAddress =>
        BaseAddress switch
        {
            null => "no address",
            { IsAbsoluteUri: true } absolute => absolute.GetComponents(
                UriComponents.SchemeAndServer | UriComponents.Path,
                UriFormat.UriEscaped
            ),
            _ => "a relative address",
        };

    /// <summary>A copy that stays as it is when a caller goes on to change the options.</summary>
    internal KajabiClientOptions Copy()
    {
        KajabiClientOptions copy = (KajabiClientOptions)MemberwiseClone();
        (copy.Retry, copy.RateLimit) = (Retry.Copy(), RateLimit.Copy());
        return copy;
    }

    /// <inheritdoc cref="IdentityEnumeration" />
    IEnumerator IEnumerable.GetEnumerator() => IdentityEnumeration.Create(this);
}
