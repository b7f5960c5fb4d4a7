namespace Kajabi;

/// <summary>Blanks the secrets of a call in a text that came from the server, which may echo what it was sent.</summary>
/// <param name="options">The client secret.</param>
/// <param name="request">The token, as far as the call carries one.</param>
internal sealed class SecretFilter(KajabiClientOptions options, HttpRequestMessage request)
{
    private const string Blank = "***";

    // Shorter ones are no secrets, and would blank half the text.
    private const int ShortestSecret = 6;

    public int LongestSecret => Secrets().Max(static secret => secret?.Length ?? 0);

    public string Hide(string text) => Secrets()
        .Where(static secret => secret?.Length >= ShortestSecret)
        .Aggregate(text, static (shown, secret) => shown.Replace(secret!, Blank, StringComparison.Ordinal));

    private IEnumerable<string?> Secrets() =>
    [
        request.Headers.Authorization?.Parameter,
        options.ClientSecret,
        options.ClientSecret is { } secret ? Uri.EscapeDataString(secret) : null,
    ];
}
