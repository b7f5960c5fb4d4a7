using Microsoft.AspNetCore.DataProtection;

namespace Kajabi;

/// <summary>Specifies whether processes share one access token; see <see cref="KajabiClientOptions.AccessTokenSharing"/>.</summary>
public enum AccessTokenSharing
{
    /// <summary>Each process requests its own token.</summary>
    None,

    /// <summary>
    /// Processes share a token. The cache stores it encrypted with the registered <see cref="IDataProtectionProvider"/>. The
    /// processes must use the same keys and application name; otherwise they cannot decrypt each other's token.
    /// </summary>
    Protected,

    /// <summary>Processes share a token. It is stored in plain text: anyone with read access to the cache can use it.</summary>
    Unprotected,
}
