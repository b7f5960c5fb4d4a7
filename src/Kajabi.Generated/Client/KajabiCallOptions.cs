namespace Kajabi;

/// <summary>What shall differ for some calls; see <see cref="KajabiClient.With(KajabiCallOptions)"/>.</summary>
public sealed class KajabiCallOptions
{
    /// <summary>
    /// How long a call may take from the first byte sent to the last byte read, retries included, in place of
    /// <see cref="KajabiClientOptions.Timeout"/>; the client's own when null.
    /// </summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>
    /// Headers that every request carries, by name without regard to case, such as a correlation id for a gateway;
    /// empty unless filled. They replace headers of the same name. Those that frame or authorise a request are refused.
    /// </summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
