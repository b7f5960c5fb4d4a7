using Kajabi.Composer.JsonPath.Expressions;
using Kajabi.Composer.JsonPath.Limits;
using Kajabi.Composer.JsonPath.Parsing;
using Kajabi.Composer.JsonPath.Selectors;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath;

/// <summary>A JSONPath query as defined by RFC 9535.</summary>
internal sealed class JsonPathQuery
{
    private readonly IReadOnlyList<Segment> _segments;

    private JsonPathQuery(IReadOnlyList<Segment> segments) => _segments = segments;

    /// <param name="text">The query, such as <c>$.paths[?@.get]</c>.</param>
    /// <param name="allowHyphens">
    /// Whether a name after a dot may contain hyphens. RFC 9535 does not allow it, but some specifications use it.
    /// </param>
    /// <exception cref="JsonPathSyntaxException">The text is not a valid query.</exception>
    public static JsonPathQuery Parse(string text, bool allowHyphens = false)
    {
        QueryCursor cursor = new(text, allowHyphens);
        cursor.Expect('$');
        IReadOnlyList<Segment> segments = SegmentParser.Parse(cursor);
        return cursor.IsAtEnd ? new JsonPathQuery(segments) : throw cursor.Unexpected("`.`, `..`, `[` or the end");
    }

    /// <summary>Returns the selected nodes: tokens of the document, in the order of RFC 9535 and with duplicates.</summary>
    /// <exception cref="JsonPathLimitException">The evaluation exceeds a limit.</exception>
    public IReadOnlyList<JToken> Select(JToken root, VisitBudget budget) =>
        Segment.SelectAll(_segments, root, new EvaluationContext(root, budget));
}
