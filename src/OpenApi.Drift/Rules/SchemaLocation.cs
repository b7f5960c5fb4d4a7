using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Rules;

/// <summary>The part of a message that a schema describes: the prefix of the rule ids.</summary>
/// <param name="ValuePrefix">The prefix for the value itself.</param>
/// <param name="NestedPrefix">The prefix for nested values.</param>
/// <param name="Direction">The direction of the message.</param>
internal sealed record SchemaLocation(string ValuePrefix, string NestedPrefix, Direction Direction)
{
    public static SchemaLocation RequestParameter { get; } = new("request-parameter", "request-parameter-property", Direction.Request);

    public static SchemaLocation RequestBody { get; } = new("request-body", "request-property", Direction.Request);

    public static SchemaLocation ResponseBody { get; } = new("response-body", "response-property", Direction.Response);

    public static SchemaLocation ResponseHeader { get; } = new("response-header", "response-header-property", Direction.Response);

    public static IReadOnlyList<SchemaLocation> All { get; } = [RequestParameter, RequestBody, ResponseBody, ResponseHeader];

    public bool IsRequest => Direction == Direction.Request;
}
