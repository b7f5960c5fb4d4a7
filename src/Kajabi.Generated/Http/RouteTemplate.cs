using Refit;

namespace Kajabi.Http;

/// <summary>The path template of a request (http.route), which, unlike its URI, contains no id.</summary>
internal static class RouteTemplate
{
    private static readonly HttpRequestOptionsKey<string> s_key = new(HttpRequestMessageOptions.RelativePathTemplate);

    /// <summary>Returns the template, such as <c>/v1/contacts/{id}</c>; null if none was set.</summary>
    public static string? Get(HttpRequestMessage request) => request.Options.TryGetValue(s_key, out string? template) ? template : null;

    /// <summary>Creates a template from a path: every segment that may be an id or personal becomes <c>{id}</c>.</summary>
    /// <remarks>Without a slash at the end, so that it equals the template of the operation.</remarks>
    /// <param name="path">The path of the request.</param>
    /// <param name="basePath">The path of the base address, which is removed.</param>
    public static string FromPath(string path, string basePath)
    {
        string prefix = basePath.TrimEnd('/');
        string relative = path.StartsWith(prefix + '/', StringComparison.Ordinal) ? path[prefix.Length..] : path;
        return string.Join('/', relative.TrimEnd('/').Split('/').Select(static segment => IsName(segment) ? segment : "{id}"));
    }

    /// <summary>Sets the template of a request that Refit did not create.</summary>
    public static void Set(HttpRequestMessage request, string template) => request.Options.Set(s_key, template);

    private static bool IsName(string segment) =>
        segment.All(static letter => letter is (>= 'a' and <= 'z') or '_' or '-')
        || (segment is ['v', .. var version] && version.All(char.IsAsciiDigit));
}
