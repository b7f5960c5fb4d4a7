namespace Kajabi.Resilience.Internal;

/// <summary>Determines the kind of a request.</summary>
internal static class RequestKindExtensions
{
    public static RequestKind GetKind(this HttpRequestMessage request)
    {
        string? template = RouteTemplate.Get(request);
        return request.Method.Method switch
        {
            "GET" or "HEAD" => RequestKind.Read,
            _ when request.IsTokenRequest() => RequestKind.TokenRequest,

            // Removing from a relationship can have side effects, as adding can.
            "DELETE" when template?.Contains("/relationships/", StringComparison.Ordinal) == false => RequestKind.IdempotentWrite,
            "POST" when OfferLinkRequest.IsTemplate(template) => RequestKind.IdempotentWrite,
            _ => RequestKind.Write,
        };
    }
}
