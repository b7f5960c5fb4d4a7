using System.Diagnostics;

namespace Kajabi;

/// <summary>A bearer token and the moment on the monotonic clock until which it is used. Never shows its value.</summary>
/// <param name="Value">The token itself.</param>
/// <param name="UsableUntil">A timestamp of the time provider; null for a token that serves one call only.</param>
[DebuggerDisplay("{ToString(),nq}")]
internal readonly record struct AccessToken(
    [property: DebuggerBrowsable(DebuggerBrowsableState.Never)] string Value,
    long? UsableUntil)
{
    public override string ToString() => "access token";
}
