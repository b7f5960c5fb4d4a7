namespace Kajabi.Sandbox.Internal.Http;

/// <summary>The segments of paths. Routing, faults and the log of requests read a path in the same way.</summary>
internal static class RequestPath
{
    /// <summary>Splits a path. Empty segments do not count, and escaped characters are what they mean.</summary>
    public static string[] Split(string path) => [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];

    /// <summary>Returns whether the path is one of the API or of the activation links, and not one of tokens.</summary>
    public static bool IsOfApi(string[] segments) => segments is ["v1", not "oauth", ..] or ["webhooks", "offers", ..];
}
