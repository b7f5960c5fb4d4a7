namespace OpenApi.Drift.Rules;

/// <summary>The part of a message that a schema describes: the prefix of the rule ids.</summary>
/// <param name="ValuePrefix">The prefix for the value itself.</param>
/// <param name="NestedPrefix">The prefix for nested values.</param>
/// <param name="Direction">One of <see cref="Documents.Findings.Direction"/>.</param>
internal sealed record SchemaLocation(string ValuePrefix, string NestedPrefix, string Direction)
{
    public static SchemaLocation RequestParameter { get; } =
        new("request-parameter", "request-parameter-property", Documents.Findings.Direction.Request);

    public static SchemaLocation RequestBody { get; } = new("request-body", "request-property", Documents.Findings.Direction.Request);

    public static SchemaLocation ResponseBody { get; } = new("response-body", "response-property", Documents.Findings.Direction.Response);

    public static SchemaLocation ResponseHeader { get; } =
        new("response-header", "response-header-property", Documents.Findings.Direction.Response);

    public static IReadOnlyList<SchemaLocation> All { get; } = [RequestParameter, RequestBody, ResponseBody, ResponseHeader];

    public bool IsRequest => Direction == Documents.Findings.Direction.Request;
}
