namespace Kajabi.Auth.Internal;

/// <summary>Identifies an operation of the API, independent of the ids in its path.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="PathTemplate">The path template; empty for a request that is not an operation of the API.</param>
internal sealed record OperationKey(string Method, string PathTemplate)
{
    public static OperationKey From(HttpRequestMessage request) => new(request.Method.Method, RouteTemplate.Get(request) ?? string.Empty);
}
