using System.Text;

namespace Kajabi.Tests.Server;

/// <summary>A request as it was received.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query, still escaped.</param>
/// <param name="Headers">The header lines, in order.</param>
/// <param name="Body">The bytes of the body.</param>
internal sealed record FaultRequest(string Method, string Target, IReadOnlyList<string> Headers, byte[] Body)
{
    public string Path => Target.Split('?')[0];

    public string Query => Target.Split('?', 2) is [_, var query] ? query : string.Empty;

    public string Text => Encoding.UTF8.GetString(Body);

    public string? Authorization => Header("Authorization");

    /// <summary>Returns the value of a header; null if it was not sent.</summary>
    public string? Header(string name) =>
        Headers
            .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            .Select(line => line[(name.Length + 1)..].Trim())
            .FirstOrDefault();
}
