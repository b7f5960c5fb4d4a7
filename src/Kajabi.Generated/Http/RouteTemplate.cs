using Refit;

namespace Kajabi.Http;

/// <summary>The path template of a request (http.route), which, unlike its URI, contains no id.</summary>
internal static class RouteTemplate
{
    private static readonly HttpRequestOptionsKey<string> s_key = new(HttpRequestMessageOptions.RelativePathTemplate);

    /// <summary>Returns the template, such as <c>/v1/contacts/{id}</c>; null if none was set.</summary>
    public static string? Get(HttpRequestMessage request) => request.Options.TryGetValue(s_key, out string? template) ? template : null;

    /// <summary>
    /// Creates a template from a path: resource names and ids alternate after the version, and every id, or name with unusual
    /// characters, becomes <c>{id}</c>. An id can be a slug or a person's name.
    /// </summary>
    /// <remarks>Without a slash at the end, so that it equals the template of the operation.</remarks>
    /// <param name="path">The path of the request.</param>
    /// <param name="basePath">The path of the base address, which is removed.</param>
    public static string FromPath(string path, string basePath)
    {
        string prefix = basePath.TrimEnd('/');
        string relative = (path.StartsWith(prefix + '/', StringComparison.Ordinal) ? path[prefix.Length..] : path).TrimEnd('/');
        if (relative == TokenRequest.Path)
        {
            return relative;
        }

        string[] segments = relative.Split('/');
        int first = FirstAfterVersion(segments);
        bool isName = true;
        for (int index = first; index < segments.Length; index++)
        {
            bool isRelationships = segments[index] == "relationships";
            segments[index] = isName && IsName(segments[index]) ? segments[index] : "{id}";

            // The name of a relationship follows.
            isName = isRelationships || !isName;
        }

        return string.Join('/', segments);
    }

    /// <summary>Sets the template of a request that Refit did not create.</summary>
    public static void Set(HttpRequestMessage request, string template) => request.Options.Set(s_key, template);

    private static bool IsName(string segment) => segment.All(static letter => letter is (>= 'a' and <= 'z') or '_' or '-');

    // The first segment is empty, because a path starts with a slash.
    private static int FirstAfterVersion(string[] segments) =>
        segments switch
        {
            [_, ['v', >= '0' and <= '9'], ..] => 2,
            [_, "api", ['v', >= '0' and <= '9'], ..] => 3,
            _ => 1,
        };
}
