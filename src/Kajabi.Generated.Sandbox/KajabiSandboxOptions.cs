namespace Kajabi.Sandbox;

/// <summary>How a <see cref="KajabiSandbox"/> behaves.</summary>
public sealed class KajabiSandboxOptions
{
    /// <summary>The client id that the token endpoint takes.</summary>
    public string ClientId { get; set; } = "sandbox-client";

    /// <summary>The client secret that the token endpoint takes.</summary>
    public string ClientSecret { get; set; } = "sandbox-secret";

    /// <summary>How many seconds a token is valid; two hours unless set.</summary>
    public int TokenLifetimeInSeconds { get; set; } = 7200;

    /// <summary>The resource types, by their name on the wire, that every API key is refused with 403; none unless set.</summary>
    public ISet<string> ForbiddenTypes { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The clock that stamps what is created and changed; the system's unless set.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
