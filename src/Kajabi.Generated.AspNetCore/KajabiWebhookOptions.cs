using System.Collections;
using System.Diagnostics;

namespace Kajabi.AspNetCore;

/// <summary>Options of the webhook endpoint. Their text form and debugger view never contain the secrets.</summary>
/// <example>
/// <code>
/// builder.Services.AddKajabiWebhookHandler&lt;WebhookHandler&gt;(options =&gt;
/// {
///     options.Secrets = [builder.Configuration["Kajabi:WebhookSecret"]!];
///     options.DeduplicationWindow = TimeSpan.FromHours(48);
/// });
/// </code>
/// </example>
[Newtonsoft.Json.JsonObject]
public sealed class KajabiWebhookOptions : IEnumerable
{
    /// <summary>The minimum number of characters of a secret.</summary>
    public const int MinSecretLength = 16;

    /// <summary>
    /// Gets or sets the secrets, one of which the URL that Kajabi calls must contain as <c>?secret=...</c>. Required: one, or the old
    /// and the new one while the URL is changed in Kajabi. Each has at least <see cref="MinSecretLength"/> random characters:
    /// letters, digits and <c>-._~</c>, which need no encoding in a URL.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [Newtonsoft.Json.JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<string> Secrets { get; set; } = [];

    /// <summary>Gets or sets the maximum size of a delivery in bytes. A larger one is rejected with 413. Default: 1 MiB.</summary>
    public int MaxRequestBodySize { get; set; } = WebhookParser.DefaultMaxBytes;

    /// <summary>
    /// Gets or sets how long processed deliveries are remembered for deduplication, at most 3,650 days. Default: 24 hours. Another
    /// event with an identical body within this time, such as the same tag added again, is treated as a duplicate.
    /// </summary>
    public TimeSpan DeduplicationWindow { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Returns the number of secrets, without their values.</summary>
    /// <returns>For example <c>KajabiWebhookOptions (1 secrets)</c>.</returns>
    public override string ToString() => $"{nameof(KajabiWebhookOptions)} ({Secrets?.Count ?? 0} secrets)";

    /// <summary>
    /// Returns only the text of <see cref="ToString"/>, so that a logger that enumerates properties does not log the secrets.
    /// </summary>
    IEnumerator IEnumerable.GetEnumerator() => new[] { ToString() }.GetEnumerator();
}
