namespace Kajabi;

/// <summary>Options of an <see cref="OfferLinkClient"/>. There are no credentials: a link is the only secret of its requests.</summary>
/// <example>
/// <code>
/// services.AddKajabiOfferLinks(options => options.Timeout = TimeSpan.FromSeconds(20));
/// </code>
/// </example>
public sealed class OfferLinkClientOptions
{
    /// <summary>Gets or sets the timeout of a call with all attempts and the delays between them. Default: 100 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// Gets or sets the product that is appended to the <c>User-Agent</c> of the SDK, such as <c>Acme.Sync/2.1</c>. Default: null, none.
    /// </summary>
    public string? UserAgent { get; set; }

    /// <summary>
    /// Gets or sets the proxy. Default: null, which means the proxy of the primary HTTP handler or of the environment. Links on
    /// loopback never use a proxy.
    /// </summary>
    public System.Net.IWebProxy? Proxy { get; set; }

    /// <summary>
    /// Gets the options of retries. A request is retried after every transient failure, because the response to a duplicate is
    /// recognized. <see cref="KajabiRetryOptions.RetryWritesOnServiceUnavailable"/> has no effect.
    /// </summary>
    public KajabiRetryOptions Retry { get; private set; } = new();

    /// <summary>Returns a copy in the form that the handlers of the SDK share.</summary>
    internal KajabiClientOptions ToClientOptions() =>
        new()
        {
            Timeout = Timeout,
            UserAgent = UserAgent,
            Proxy = Proxy,
            Retry = Retry.Copy(),
        };
}
