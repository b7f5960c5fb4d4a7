namespace Kajabi;

/// <summary>Tells the kind of a call.</summary>
internal static class CallKinds
{
    public static CallKind Of(HttpRequestMessage request)
    {
        string? template = OperationPath.Of(request);
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
