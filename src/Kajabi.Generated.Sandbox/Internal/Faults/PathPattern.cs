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
            throw new ArgumentException(problem, nameof(text));
        }

        (Text, _segments) = (text, RequestPath.Split(text));
    }

    public string Text { get; }

    public bool Matches(string[] segments)
    {
        bool isOpen = _segments is [.., "**"];
        string[] expected = isOpen ? _segments[..^1] : _segments;
        return (isOpen ? segments.Length >= expected.Length : segments.Length == expected.Length)
            && expected.Zip(segments).All(static pair => pair.First == "*" || pair.First == pair.Second);
    }
}
