using Kajabi.Sandbox.Internal.Http;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Faults;

/// <summary>The methods and paths of the API, to detect rules that no request matches.</summary>
internal static class ApiRoutes
{
    private static readonly string[] s_methods = ["GET", "HEAD", "POST", "PATCH", "DELETE"];

    /// <summary>The paths, in which <c>*</c> is an id or a secret.</summary>
    private static readonly string[] s_paths =
    [
        "/v1/version",
        "/v1/me",
        "/v1/oauth/token",
        "/v1/oauth/revoke",
        .. SandboxType.Names.SelectMany(static name => (string[])[$"/v1/{name}", $"/v1/{name}/*"]),
        "/v1/contacts/*/relationships/offers",
        "/v1/contacts/*/relationships/tags",
        "/v1/customers/*/relationships/offers",
        "/v1/offers/*/relationships/products",
        "/v1/forms/*/submit",
        "/v1/purchases/*/reactivate",
        "/v1/purchases/*/deactivate",
        "/v1/purchases/*/cancel_subscription",
        "/webhooks/offers/*/*/activate",
        "/webhooks/offers/*/*/deactivate",
    ];

    /// <summary>The segments after <c>/v1/</c>.</summary>
    private static readonly string[] s_areas = [.. s_paths.Select(RequestPath.Split).Where(IsVersioned).Select(GetArea).Distinct()];

    /// <summary>Returns why no request has a method; null if one can.</summary>
    public static string? FindMethodProblem(string method) =>
        s_methods.Contains(method, StringComparer.OrdinalIgnoreCase)
            ? null
            : $"'{method}' is no HTTP method that a request of the API has."
                + Suggestion.Ask(Suggestion.Find(method.ToUpperInvariant(), s_methods));

    /// <summary>Returns a sentence that names the path that a request means; null if there is none.</summary>
    /// <param name="path">The path, without secrets.</param>
    public static string? FindNotice(string path) =>
        path.Length > 1 && FindPathProblem(path) is { Meant: { } meant } ? $"{path} is no path of the API.{Suggestion.Ask(meant)}" : null;

    /// <summary>
    /// Returns why no request to the API has a path; null if one can. A resource type that resembles none of the API can be a new one.
    /// </summary>
    /// <param name="pattern">The pattern of the paths.</param>
    /// <returns>The problem, and the path that it proposes; null if it proposes none.</returns>
    public static (string Text, string? Meant)? FindPathProblem(string pattern)
    {
        string[] segments = RequestPath.Split(pattern);
        if (s_paths.Any(path => CanMatch(segments, RequestPath.Split(path))))
        {
            return null;
        }

        string text = $"'{pattern}' is no path of the API, so that no request has it.";
        if (!IsVersioned(segments))
        {
            string[] versioned = ["v1", .. segments];
            bool isOnlyUnversioned = s_paths.Any(path => CanMatch(versioned, RequestPath.Split(path)));
            return Create(text, isOnlyUnversioned ? $"/{string.Join('/', versioned)}" : FindNearest(pattern, segments, s_paths));
        }

        string area = GetArea(segments);
        if (!s_areas.Contains(area))
        {
            return Suggestion.Find(area, s_areas) is { } meant
                ? Create(text, $"/{string.Join('/', ["v1", meant, .. segments[2..]])}")
                : null;
        }

        string[] paths = [.. s_paths.Where(path => IsVersioned(RequestPath.Split(path)) && GetArea(RequestPath.Split(path)) == area)];
        return FindNearest(pattern, segments, paths) is { } nearest
            ? Create(text, nearest)
            : ($"{text} These are: {string.Join(", ", paths)}.", null);
    }

    private static (string Text, string? Meant) Create(string text, string? meant) => (text + Suggestion.Ask(meant), meant);

    private static bool IsVersioned(string[] segments) => segments is ["v1", _, ..];

    private static string GetArea(string[] segments) => segments[1];

    /// <summary>Returns whether a pattern matches a path of the API, whose wildcards are any segment.</summary>
    private static bool CanMatch(string[] pattern, string[] path) =>
        PathPattern.Matches(pattern, path, static (expected, segment) => segment == "*" || expected == segment);

    /// <summary>Returns the nearest path, with the ids of the pattern.</summary>
    private static string? FindNearest(string pattern, string[] segments, string[] paths)
    {
        string[] candidates =
        [
            .. paths.Select(path => string.Concat(RequestPath.Split(path).Select((part, index) => $"/{Fill(part, index)}"))),
        ];
        return Array.Find(candidates, path => path == $"/v1{pattern}") ?? Suggestion.Find(pattern, candidates);

        string Fill(string part, int index) =>
            part != "*" ? part
            : index < segments.Length ? segments[index]
            : segments is [.., "**"] ? "**"
            : part;
    }
}
