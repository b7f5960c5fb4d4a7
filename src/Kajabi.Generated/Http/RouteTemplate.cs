using Refit;

namespace Kajabi.Http;

/// <summary>The path template of the operation that a request belongs to, which unlike its address holds no id.</summary>
internal static class RouteTemplate
{
    private static readonly HttpRequestOptionsKey<string> s_key = new(HttpRequestMessageOptions.RelativePathTemplate);

    /// <summary>The template, such as <c>/v1/contacts/{id}</c>; null for a request that is none of the API's operations.</summary>
    public static string? Of(HttpRequestMessage request) => request.Options.TryGetValue(s_key, out string? template) ? template : null;

    /// <summary>Names the template of a request that Refit did not make.</summary>
    public static void Set(HttpRequestMessage request, string template) => request.Options.Set(s_key, template);
}
