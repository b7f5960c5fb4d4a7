namespace Kajabi.Resilience.Internal;

/// <summary>Tells the kind of a call.</summary>
internal static class RequestKindExtensions
{
    public static RequestKind Of(HttpRequestMessage request)
    {
        string? template = RouteTemplate.Of(request);
        return request.Method.Method switch
        {
            "GET" or "HEAD" => RequestKind.Read,
            _ when request.IsTokenRequest() => RequestKind.TokenRequest,

            // What a relationship loses may set off as much as what it gains.
            "DELETE" when template?.Contains("/relationships/", StringComparison.Ordinal) == false => RequestKind.Deletion,
            _ => RequestKind.Write,
        };
    }
}
