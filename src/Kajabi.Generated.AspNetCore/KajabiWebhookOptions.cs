using System.Collections;
using System.Diagnostics;

namespace Kajabi.AspNetCore;

/// <summary>How the webhook endpoint receives deliveries. Never shows its secrets, neither as text nor in a debugger.</summary>
[Newtonsoft.Json.JsonObject]
public sealed class KajabiWebhookOptions : IEnumerable
{
    /// <summary>The fewest characters that a secret may have.</summary>
    public const int MinSecretLength = 16;

    /// <summary>
    /// The secrets of which one must stand in the address that Kajabi calls, as <c>?secret=...</c>. Required: one, or
    /// the old and the new one while you change the address in Kajabi. Each has at least <see cref="MinSecretLength"/>
    /// random characters out of letters, digits and <c>-._~</c>, which stand in an address as they are.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [Newtonsoft.Json.JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<string> Secrets { get; set; } = [];

    /// <summary>The largest delivery that is read, in bytes; 1 MiB unless set. A larger one is answered with 413.</summary>
    public int MaxRequestBodySize { get; set; } = WebhookParser.DefaultMaxBytes;

    /// <summary>
    /// How long a handled delivery is remembered so that its repetitions are dropped, at most 3,650 days; 24 hours unless
    /// set. An event that comes with the very same text within this time, such as the same tag put on again, is taken
    /// for a repetition.
    /// </summary>
    public TimeSpan DeduplicationWindow { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Returns the number of secrets, without their values.</summary>
    /// <returns>For example <c>KajabiWebhookOptions (1 secrets)</c>.</returns>
    public override string ToString() => $"{nameof(KajabiWebhookOptions)} ({Secrets?.Count ?? 0} secrets)";

    /// <summary>Returns the text above only, so that a logger that walks over properties does not write the secrets.</summary>
    IEnumerator IEnumerable.GetEnumerator() => new[] { ToString() }.GetEnumerator();
}
