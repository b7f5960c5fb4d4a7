using Refit;

namespace Kajabi;

/// <summary>Tells the kind of a call.</summary>
internal static class CallKinds
{
    private static readonly HttpRequestOptionsKey<string> s_template = new(HttpRequestMessageOptions.RelativePathTemplate);

    public static CallKind Of(HttpRequestMessage request)
    {
        request.Options.TryGetValue(s_template, out string? template);
        return request.Method.Method switch
        {
            "GET" or "HEAD" => CallKind.Read,
            "POST" when template == TokenRequest.Path => CallKind.TokenRequest,

            // What a relationship loses may set off as much as what it gains.
            "DELETE" when template?.Contains("/relationships/", StringComparison.Ordinal) == false => CallKind.Deletion,
            _ => CallKind.Write,
        };
    }
}
