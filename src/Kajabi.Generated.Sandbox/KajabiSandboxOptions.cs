namespace Kajabi.Sandbox;

/// <summary>How a <see cref="KajabiSandbox"/> behaves.</summary>
public sealed class KajabiSandboxOptions
{
    /// <summary>The site of the <see cref="GeneratedContactCount"/>, which has no others.</summary>
    public const string GeneratedSiteId = "3";

    /// <summary>The client id that the token endpoint takes.</summary>
    public string ClientId { get; set; } = "sandbox-client";

    /// <summary>The client secret that the token endpoint takes.</summary>
    public string ClientSecret { get; set; } = "sandbox-secret";

    /// <summary>How many seconds a token is valid; two hours unless set.</summary>
    public int TokenLifetime { get; set; } = 7200;

    /// <summary>The resource types, by their name on the wire, that every API key is refused with 403; none unless set.</summary>
    public ISet<string> ForbiddenTypes { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// How many contacts there are beside the seeded ones, computed when they are read and never stored; 0 unless set.
    /// They belong to the site <see cref="GeneratedSiteId"/>, keep their order and their ids, and cannot be changed.
    /// </summary>
    public int GeneratedContactCount { get; set; }

    /// <summary>How often a webhook delivery is attempted until it is given up; 3 times unless set.</summary>
    public int DeliveryAttempts { get; set; } = 3;

    /// <summary>How long a failed webhook delivery waits for its repetition, by the <see cref="TimeProvider"/>; 1 second unless set.</summary>
    public TimeSpan DeliveryRetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The clock that stamps what is created and changed, ends tokens and times repetitions; the system's unless set.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
