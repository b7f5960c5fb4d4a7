using Kajabi.Sandbox.Internal.Http;

namespace Kajabi.Sandbox.Internal.Faults;

/// <summary>What decides which fault a request has.</summary>
/// <param name="Method">The method.</param>
/// <param name="Segments">The segments of the path.</param>
/// <param name="HasValidToken">Whether the request has a valid access token.</param>
internal sealed record FaultRequest(string Method, string[] Segments, bool HasValidToken)
{
    /// <summary>Whether a rule without a path can apply.</summary>
    public bool IsOfApi => RequestPath.IsOfApi(Segments);

    /// <summary>Whether the request reads a list of resources.</summary>
    public bool IsList => Method == "GET" && Segments is ["v1", _];
}
