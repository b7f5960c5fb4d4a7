using System.Collections.Frozen;

namespace Kajabi.Client.Internal;

/// <summary>The checked, unchanging form of <see cref="KajabiRequestOptions"/> that travels with a request.</summary>
/// <param name="Timeout">The limit of a call; the client's own when null.</param>
/// <param name="AttemptTimeout">The limit of one attempt; the client's own when null.</param>
/// <param name="Headers">What every request carries.</param>
internal sealed record RequestOptionsSnapshot(TimeSpan? Timeout, TimeSpan? AttemptTimeout, FrozenDictionary<string, string> Headers)
{
    /// <summary>Under this name Refit hands the settings to the handlers.</summary>
    public const string Key = "Kajabi.RequestOptionsSnapshot";

    private static readonly HttpRequestOptionsKey<RequestOptionsSnapshot> s_key = new(Key);

    private static readonly FrozenSet<string> s_reserved = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Accept",
        "Authorization",
        "Connection",
        "Host",
        "Proxy-Authorization",
        "Transfer-Encoding",
        "Upgrade"
    );

    /// <summary>The settings of the call that a request belongs to; null for none.</summary>
    public static RequestOptionsSnapshot? Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(s_key, out RequestOptionsSnapshot? settings) ? settings : null;

    /// <summary>Checks the options and lays them over what already holds.</summary>
    /// <exception cref="ArgumentException">A header or the time limit cannot be used; the message says why.</exception>
    public static RequestOptionsSnapshot Of(KajabiRequestOptions options, RequestOptionsSnapshot? outer)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Timeout is { } timeout && !KajabiClientOptionsValidator.IsTimeout(timeout))
        {
            throw new ArgumentException(KajabiClientOptionsValidator.TimeoutRule, nameof(options));
        }

        if (options.AttemptTimeout is { } attemptTimeout && !KajabiClientOptionsValidator.IsTimeout(attemptTimeout))
        {
            throw new ArgumentException(ResilienceOptionsValidator.AttemptTimeoutRule, nameof(options));
        }

        Dictionary<string, string> headers = new(
            outer?.Headers ?? FrozenDictionary<string, string>.Empty,
            StringComparer.OrdinalIgnoreCase
        );
        foreach ((string name, string value) in options.Headers)
        {
            Check(name, value);
            headers[name] = value;
        }

        // Who gives a call more time means it for one long attempt, unless an attempt is limited too.
        TimeSpan? attempt =
            options.AttemptTimeout ?? (options.Timeout is null ? outer?.AttemptTimeout : System.Threading.Timeout.InfiniteTimeSpan);
        return new RequestOptionsSnapshot(
            options.Timeout ?? outer?.Timeout,
            attempt,
            headers.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
        );
    }

    /// <summary>Lays a token of its own over what already holds; such a call gets no other and is not repeated with one.</summary>
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

    /// <summary>The value stays out of the messages: it may be a key of a gateway.</summary>
    private static void Check(string name, string value)
    {
        using HttpRequestMessage scratch = new();
        if (s_reserved.Contains(name) || !scratch.Headers.TryAddWithoutValidation(name, "x"))
        {
            throw new ArgumentException(
                $"'{TextSanitizer.Sanitize(name)}' is not a header that a call can set: its name is malformed, or the SDK needs it for itself.",
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
