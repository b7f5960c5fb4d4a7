using System.Collections;
using System.Diagnostics;

namespace Kajabi;

/// <summary>An access token, as an <see cref="IAccessTokenProvider"/> gives it. Never shows its value.</summary>
[DebuggerDisplay("{ToString(),nq}")]
[Newtonsoft.Json.JsonObject]
public sealed class AccessToken : IEnumerable
{
    /// <summary>Wraps a token.</summary>
    /// <param name="value">The token itself, without the word <c>Bearer</c>.</param>
    /// <param name="expiresIn">How much longer it lives; null when unknown.</param>
    /// <exception cref="ArgumentException">The token is empty, or holds a character that cannot stand in a header.</exception>
    public AccessToken(string value, TimeSpan? expiresIn = null)
    {
        // The value stays out of the message.
        if (!IsSendable(value))
        {
            throw new ArgumentException("An access token must be printable ASCII without blanks, and not empty.", nameof(value));
        }

        (Value, ExpiresIn) = (value, expiresIn);
    }

    /// <summary>The token itself. Treat it as a secret.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [Newtonsoft.Json.JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public string Value { get; }

    /// <summary>
    /// How much longer the token lived when it was given, as OAuth's <c>expires_in</c>. The client keeps the token for
    /// that time; when null or not positive, it asks its source again for the next call.
    /// </summary>
    public TimeSpan? ExpiresIn { get; }

    /// <summary>What it is, without its value.</summary>
    /// <returns>Always the same text.</returns>
    public override string ToString() => "access token";

    /// <summary>Whether a token can stand in a header without breaking out of it.</summary>
    internal static bool IsSendable(string? token) =>
        !string.IsNullOrEmpty(token) && token.All(static letter => letter is > ' ' and < '\x7f');

    /// <inheritdoc cref="IdentityEnumeration" />
    IEnumerator IEnumerable.GetEnumerator() => IdentityEnumeration.Create(this);
}
