using Kajabi.Sandbox.Internal.Faults;

namespace Kajabi.Sandbox;

/// <summary>Options of a <see cref="KajabiSandbox"/>.</summary>
public sealed class KajabiSandboxOptions
{
    /// <summary>The site of the generated contacts, which has no other contacts; see <see cref="GeneratedContactCount"/>.</summary>
    public const string GeneratedSiteId = "3";

    /// <summary>
    /// Gets or sets whether the sandbox starts with the sample data. Without it, the sandbox has only the user of the API key, and tests
    /// add their own data with <see cref="KajabiSandbox.Data"/>. Default: true.
    /// </summary>
    public bool HasSampleData { get; set; } = true;

    /// <summary>Gets or sets the client id that the token endpoint accepts. Default: <c>sandbox-client</c>.</summary>
    public string ClientId { get; set; } = "sandbox-client";

    /// <summary>Gets or sets the client secret that the token endpoint accepts. Default: <c>sandbox-secret</c>.</summary>
    public string ClientSecret { get; set; } = "sandbox-secret";

    /// <summary>Gets or sets the lifetime of access tokens. Default: 2 hours.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(2);

    /// <summary>
    /// Gets the JSON:API resource types whose requests are rejected with 403, such as <c>contact_tags</c>. Default: none.
    /// </summary>
    public ISet<string> ForbiddenTypes { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// Gets or sets the number of simulated contacts in addition to the sample contacts. They are generated when they are read and
    /// not stored, so any number is possible. They belong to the site <see cref="GeneratedSiteId"/>, have a fixed order and fixed
    /// ids, and cannot be changed. Default: 0.
    /// </summary>
    public int GeneratedContactCount { get; set; }

    /// <summary>
    /// Gets or sets how many of the last requests <see cref="KajabiSandbox.Requests"/> contains. Default: 10,000.
    /// </summary>
    public int MaxRecordedRequests { get; set; } = 10_000;

    /// <summary>
    /// Gets the names or addresses of hosts outside loopback that webhook deliveries are sent to, such as <c>host.docker.internal</c>
    /// for a sandbox in a container. Upper and lower case are equal. Default: none, so that no delivery leaves the machine.
    /// </summary>
    /// <example><code>KajabiSandboxOptions options = new() { WebhookHosts = { "host.docker.internal" } };</code></example>
    public ISet<string> WebhookHosts { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets the maximum number of attempts of a webhook delivery. Default: 3.</summary>
    public int MaxDeliveryAttempts { get; set; } = 3;

    /// <summary>
    /// Gets or sets the delay before a failed webhook delivery is retried, on the clock of <see cref="TimeProvider"/>. Default: 1
    /// second.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative, or longer than 30 days.</exception>
    public TimeSpan DeliveryRetryDelay
    {
        get;
        set
        {
            if (value != TimeSpan.Zero)
            {
                DelayRange.ThrowIfOutside(value, nameof(value));
            }

            field = value;
        }
    } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Gets or sets how long searches and filters by a part of a text do not see a new contact or customer, on the clock of
    /// <see cref="TimeProvider"/>. The service takes about a minute. Default: zero.
    /// </summary>
    public TimeSpan SearchDelay { get; set; }

    /// <summary>
    /// Gets or sets whether requests are rejected with 400 that contain something that the API ignores silently: filters and other
    /// parameters that a list does not have, blank filters, unknown sort orders and fields, and attributes that cannot be set. The error
    /// names what is ignored, and the nearest valid name. Own data is rejected, too, if it has attributes that the API does not have, or
    /// refers to resources that do not exist. Set it in tests, because an ignored filter returns everything. Default: false, so that these
    /// are ignored as by the service.
    /// </summary>
    public bool IsStrict { get; set; }

    /// <summary>
    /// Gets or sets whether an offer that is granted through the API or a form sends the webhook event <c>purchase</c>. Default: false,
    /// because programs report that the service sends none; the event of a checkout is sent in any case.
    /// </summary>
    public bool GrantsFireWebhooks { get; set; }

    /// <summary>
    /// Gets or sets the clock of timestamps, token expiration, search delays, delays of faults and delivery retries. A test controls it
    /// with a <see cref="SandboxClock"/>, or through <see cref="KajabiSandbox.Clock"/>. Default: the system clock.
    /// </summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Returns a copy with another clock, so that the options of the caller are not changed.</summary>
    internal KajabiSandboxOptions WithClock(SandboxClock clock)
    {
        KajabiSandboxOptions copy = (KajabiSandboxOptions)MemberwiseClone();
        copy.TimeProvider = clock;
        return copy;
    }
}
