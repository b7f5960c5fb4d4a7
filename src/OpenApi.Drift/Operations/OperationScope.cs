namespace OpenApi.Drift.Operations;

/// <summary>The operation under comparison.</summary>
/// <param name="Operation">The name in findings, such as <c>GET /v1/contacts</c>; empty for the whole document.</param>
/// <param name="Prefix">The prefix of each location, as for a callback; empty or ends with a space.</param>
/// <param name="IsCallback">Whether the API sends the request.</param>
internal sealed record OperationScope(string Operation, string Prefix = "", bool IsCallback = false)
{
    public static OperationScope Document { get; } = new(string.Empty);
}
