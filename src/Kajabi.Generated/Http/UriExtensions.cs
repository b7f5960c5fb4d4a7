namespace Kajabi.Http;

/// <summary>Compares URIs.</summary>
internal static class UriExtensions
{
    /// <summary>Returns whether scheme, host and port are equal, so that an access token for one may be sent to the other.</summary>
    public static bool HasSameOrigin(this Uri uri, Uri other) =>
        Uri.Compare(uri, other, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}
