using Refit;

namespace Kajabi.Http;

/// <summary>The path template of the operation of a request, which contains no ids.</summary>
internal static class RouteTemplate
{
    private static readonly HttpRequestOptionsKey<string> s_key = new(HttpRequestMessageOptions.RelativePathTemplate);

    /// <summary>Returns the template, such as <c>/v1/contacts/{id}</c>; null for a request that is not an operation of the API.</summary>
    public static string? Get(HttpRequestMessage request) => request.Options.TryGetValue(s_key, out string? template) ? template : null;

    /// <summary>Sets the template of a request that Refit did not create.</summary>
    public static void Set(HttpRequestMessage request, string template) => request.Options.Set(s_key, template);
}
