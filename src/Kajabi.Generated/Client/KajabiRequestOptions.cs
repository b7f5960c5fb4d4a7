using System.Collections;

namespace Kajabi;

/// <summary>What shall differ for some calls; see <see cref="KajabiClient.WithOptions(KajabiRequestOptions)"/>.</summary>
[Newtonsoft.Json.JsonObject]
public sealed class KajabiRequestOptions : IEnumerable
{
    /// <summary>
    /// How long a call may take from the first byte sent to the last byte read, retries included, in place of
    /// <see cref="KajabiClientOptions.Timeout"/>; the client's own when null.
    /// </summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>
    /// How long one attempt may take, in place of <see cref="KajabiRetryOptions.AttemptTimeout"/>. When null, the client's
    /// own, or all of <see cref="Timeout"/> where that is set: who gives a call more time means it for one long answer.
    /// </summary>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>
    /// Headers that every request of the call carries, by name without regard to case, such as a correlation id for a
    /// gateway; empty unless filled. They replace headers of the same name. Those that frame or authorise a request are
    /// refused. Token requests, which serve many calls, do not carry them: a handler of your own reaches those too.
    /// </summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the number of headers, without their values.</summary>
    /// <returns>For example <c>KajabiRequestOptions (2 headers)</c>.</returns>
    public override string ToString() => $"{nameof(KajabiRequestOptions)} ({Headers.Count} headers)";

    /// <inheritdoc cref="IdentityEnumeration" />
    IEnumerator IEnumerable.GetEnumerator() => IdentityEnumeration.Create(this);
}
