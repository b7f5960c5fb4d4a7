using System.Collections.Frozen;

namespace Kajabi.Client.Internal;

/// <summary>The validated, immutable form of <see cref="KajabiRequestOptions"/> in the options of a request.</summary>
/// <param name="Timeout">The timeout of a request with its retries; null for the timeout of the client.</param>
/// <param name="AttemptTimeout">The timeout of one attempt; null for the timeout of the client.</param>
/// <param name="Headers">The headers that every request has.</param>
internal sealed record RequestOptionsSnapshot(TimeSpan? Timeout, TimeSpan? AttemptTimeout, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The name under which Refit adds the snapshot to the options of a request.</summary>
    public const string Key = "Kajabi.RequestOptionsSnapshot";

    /// <summary>The key of the snapshot in the options of a request.</summary>
    public static readonly HttpRequestOptionsKey<RequestOptionsSnapshot> OptionsKey = new(Key);

    // Not a frozen set: each client reads the key above, and creating a set takes longer than all searches of it.
    private static readonly string[] s_reserved =
    [
        "Accept",
        "Authorization",
        "Connection",
        "Host",
        "Proxy-Authorization",
        "Transfer-Encoding",
        "Upgrade",
    ];

    /// <summary>Returns the snapshot of a request; null for none.</summary>
    public static RequestOptionsSnapshot? Get(HttpRequestMessage request) =>
        request.Options.TryGetValue(OptionsKey, out RequestOptionsSnapshot? options) ? options : null;

    /// <summary>Validates the options and combines them with those of an outer client.</summary>
    /// <exception cref="ArgumentException">A header or a timeout is invalid; the message describes the problem.</exception>
    public static RequestOptionsSnapshot Create(KajabiRequestOptions options, RequestOptionsSnapshot? outer)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Timeout is { } timeout && !KajabiClientOptionsValidator.IsValidTimeout(timeout))
        {
            throw new ArgumentException(KajabiClientOptionsValidator.TimeoutRule, nameof(options));
        }

        if (options.AttemptTimeout is { } attemptTimeout && !KajabiClientOptionsValidator.IsValidTimeout(attemptTimeout))
        {
            throw new ArgumentException(ResilienceOptionsValidator.AttemptTimeoutRule, nameof(options));
        }

        Dictionary<string, string> headers = new(
            outer?.Headers ?? FrozenDictionary<string, string>.Empty,
            StringComparer.OrdinalIgnoreCase
        );
        foreach ((string name, string value) in options.Headers)
        {
            ThrowIfInvalid(name, value);
            headers[name] = value;
        }

        // A longer timeout is meant for one long attempt, unless the attempt timeout is set as well.
        TimeSpan? attempt =
            options.AttemptTimeout ?? (options.Timeout is null ? outer?.AttemptTimeout : System.Threading.Timeout.InfiniteTimeSpan);
        return new RequestOptionsSnapshot(
            options.Timeout ?? outer?.Timeout,
            attempt,
            headers.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
        );
    }

    /// <summary>Adds an access token. A request with it is never sent with another token.</summary>
    public static RequestOptionsSnapshot WithToken(string token, RequestOptionsSnapshot? outer)
    {
        Dictionary<string, string> headers = new(outer?.Headers ?? FrozenDictionary<string, string>.Empty, StringComparer.OrdinalIgnoreCase)
        {
            ["Authorization"] = $"Bearer {token}",
        };
        return new RequestOptionsSnapshot(
            outer?.Timeout,
            outer?.AttemptTimeout,
            headers.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
        );
    }

    /// <summary>Validates a header. The value is not part of the messages: it may be the key of a gateway.</summary>
    private static void ThrowIfInvalid(string name, string value)
    {
        using HttpRequestMessage scratch = new();
        if (s_reserved.Contains(name, StringComparer.OrdinalIgnoreCase) || !scratch.Headers.TryAddWithoutValidation(name, "x"))
        {
            throw new ArgumentException(
                $"'{TextSanitizer.Sanitize(name)}' is not a header that a request can set: its name is malformed, or the SDK sets it.",
                nameof(name)
            );
        }

        if (value is null || value.Any(static letter => letter is not '\t' and (< ' ' or > '~')))
        {
            throw new ArgumentException(
                $"The value of the header '{name}' must be printable ASCII without line breaks. Encode it first.",
                nameof(value)
            );
        }
    }
}
