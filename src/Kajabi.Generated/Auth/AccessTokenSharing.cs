using Microsoft.AspNetCore.DataProtection;

namespace Kajabi;

/// <summary>Whether many processes share one access token; see <see cref="KajabiClientOptions.AccessTokenSharing"/>.</summary>
public enum AccessTokenSharing
{
    /// <summary>Each process gets a token of its own.</summary>
    None,

    /// <summary>
    /// Processes share a token, and the cache holds it encrypted by the registered <see cref="IDataProtectionProvider"/>.
    /// The processes must share its keys and its application name, or none of them can read what another has stored.
    /// </summary>
    Protected,

    /// <summary>Processes share a token, and everybody who can read the cache can read the token and use it.</summary>
    Unprotected,
}
