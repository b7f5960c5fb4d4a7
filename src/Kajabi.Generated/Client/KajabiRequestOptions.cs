using System.Collections;
using System.Diagnostics;

namespace Kajabi;

/// <summary>Per-request options; see <see cref="IKajabiClient.WithOptions(KajabiRequestOptions)"/>.</summary>
/// <example>
/// <code>
/// IKajabiClient patient = kajabi.WithOptions(new() { Timeout = TimeSpan.FromMinutes(5), Headers = { ["X-Correlation-Id"] = id } });
/// </code>
/// </example>
[Newtonsoft.Json.JsonObject]
public sealed class KajabiRequestOptions : IEnumerable
{
    /// <summary>
    /// Gets or sets the timeout of a request from the first byte sent to the last byte received, retries included. Default: null, the
    /// <see cref="KajabiClientOptions.Timeout"/> of the client.
    /// </summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>
    /// Gets or sets the timeout of one attempt. Default: null, which means the <see cref="KajabiRetryOptions.AttemptTimeout"/> of the
    /// client, or no attempt timeout if <see cref="Timeout"/> is set: a longer timeout is meant for one slow response.
    /// </summary>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>
    /// Gets headers that are added to every request, by case-insensitive name, such as a correlation id for a gateway. Empty by default.
    /// They replace headers of the same name. Headers that frame or authorize a request are rejected. Token requests, which serve
    /// many requests, do not have them; a handler of your own sees those too. JSON of the options does not contain them, because a
    /// value may be a secret.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [Newtonsoft.Json.JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the number of headers, without their values.</summary>
    /// <returns>For example <c>KajabiRequestOptions (2 headers)</c>.</returns>
    public override string ToString() => $"{nameof(KajabiRequestOptions)} ({Headers.Count} headers)";

    /// <inheritdoc cref="IdentityEnumeration" />
    IEnumerator IEnumerable.GetEnumerator() => IdentityEnumeration.Create(this);
}
