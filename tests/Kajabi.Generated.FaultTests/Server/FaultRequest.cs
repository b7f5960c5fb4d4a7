using System.Text;

namespace Kajabi.Tests.Server;

/// <summary>A request as it stood on the wire.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query, escaped as they came.</param>
/// <param name="Headers">The header lines, in their order.</param>
/// <param name="Body">The bytes of the body.</param>
internal sealed record FaultRequest(string Method, string Target, IReadOnlyList<string> Headers, byte[] Body)
{
    public string Path => Target.Split('?')[0];

    public string Query => Target.Split('?', 2) is [_, var query] ? query : string.Empty;

    public string Text => Encoding.UTF8.GetString(Body);

    public string? Authorization => Header("Authorization");

    /// <summary>The value of a header; null when it was not sent.</summary>
    public string? Header(string name) =>
        Headers
            .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            .Select(line => line[(name.Length + 1)..].Trim())
            .FirstOrDefault();
}
