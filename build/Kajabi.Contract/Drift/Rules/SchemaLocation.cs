using Kajabi.Contract.Reporting;

namespace Kajabi.Contract.Drift.Rules;

/// <summary>What a schema describes, which is the first half of a rule's id.</summary>
/// <param name="Whole">The word for the value itself.</param>
/// <param name="Property">The word for what lies inside it.</param>
/// <param name="Direction">One of <see cref="Reporting.Direction"/>.</param>
internal sealed record SchemaLocation(string Whole, string Property, string Direction)
{
    public static SchemaLocation RequestParameter { get; } =
        new("request-parameter", "request-parameter-property", Reporting.Direction.Request);

    public static SchemaLocation RequestBody { get; } = new("request-body", "request-property", Reporting.Direction.Request);

    public static SchemaLocation ResponseBody { get; } = new("response-body", "response-property", Reporting.Direction.Response);

    public static SchemaLocation ResponseHeader { get; } = new("response-header", "response-header-property", Reporting.Direction.Response);

    public static IReadOnlyList<SchemaLocation> All { get; } = [RequestParameter, RequestBody, ResponseBody, ResponseHeader];

    public bool IsRequest => Direction == Reporting.Direction.Request;
}
