using Kajabi.Sandbox.Internal.Http;

namespace Kajabi.Sandbox.Internal.Faults;

/// <summary>A pattern of paths: <c>*</c> matches one segment, and <c>**</c> as the last segment matches all further ones.</summary>
internal sealed class PathPattern
{
    private readonly string[] _segments;

    /// <exception cref="ArgumentException">The text is not a path, or none of the API.</exception>
    public PathPattern(string text)
    {
        if (!text.StartsWith('/') || text.Contains('?', StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"'{text}' is not a path: it starts with a slash and has no query, such as /v1/contacts/*.",
                nameof(text)
            );
        }

        if (ApiRoutes.FindPathProblem(text) is { } problem)
        {
            throw new ArgumentException(problem.Text, nameof(text));
        }

        (Text, _segments) = (text, RequestPath.Split(text));
    }

    public string Text { get; }

    public bool Matches(string[] segments) => Matches(_segments, segments, string.Equals);

    /// <summary>Returns whether a pattern matches a path.</summary>
    /// <param name="pattern">The segments of the pattern.</param>
    /// <param name="path">The segments of the path.</param>
    /// <param name="areEqual">Compares a segment of the pattern that is no wildcard with that of the path.</param>
    public static bool Matches(string[] pattern, string[] path, Func<string, string, bool> areEqual)
    {
        bool isOpen = pattern is [.., "**"];
        string[] expected = isOpen ? pattern[..^1] : pattern;
        return (isOpen ? path.Length >= expected.Length : path.Length == expected.Length)
            && expected.Zip(path).All(pair => pair.First == "*" || areEqual(pair.First, pair.Second));
    }
}
