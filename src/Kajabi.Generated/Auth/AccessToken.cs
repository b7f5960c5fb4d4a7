using System.Collections;
using System.Diagnostics;

namespace Kajabi;

/// <summary>An access token returned by an <see cref="IAccessTokenProvider"/>. Its text form never contains the value.</summary>
/// <example>
/// <code>
/// AccessToken token = new("eyJhbGciOi...", expiresIn: TimeSpan.FromHours(1));
/// </code>
/// </example>
[DebuggerDisplay("{ToString(),nq}")]
[Newtonsoft.Json.JsonObject]
public sealed class AccessToken : IEnumerable
{
    /// <summary>Initializes a new instance of the <see cref="AccessToken"/> class.</summary>
    /// <param name="value">The token, without the scheme <c>Bearer</c>.</param>
    /// <param name="expiresIn">The remaining lifetime; null when unknown.</param>
    /// <exception cref="ArgumentException">The token is empty or contains a character that a header must not contain.</exception>
    public AccessToken(string value, TimeSpan? expiresIn = null)
    {
        // The message must not contain the value.
        if (!IsSendable(value))
        {
            throw new ArgumentException("An access token must not be empty, and must be printable ASCII without spaces.", nameof(value));
        }

        (Value, ExpiresIn) = (value, expiresIn);
    }

    /// <summary>Gets the token. Treat it as a secret.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [Newtonsoft.Json.JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public string Value { get; }

    /// <summary>
    /// Gets the remaining lifetime of the token when it was issued (OAuth <c>expires_in</c>). The client caches the token for
    /// that time. When null or not positive, the token is not cached, and the next request asks the provider again.
    /// </summary>
    public TimeSpan? ExpiresIn { get; }

    /// <summary>Returns a text without the value.</summary>
    /// <returns>Always the same text.</returns>
    public override string ToString() => "access token";

    /// <summary>Returns whether a token can be sent in a header.</summary>
    internal static bool IsSendable(string? token) =>
        !string.IsNullOrEmpty(token) && token.All(static letter => letter is > ' ' and < '\x7f');

    /// <inheritdoc cref="IdentityEnumeration" />
    IEnumerator IEnumerable.GetEnumerator() => IdentityEnumeration.Create(this);
}
