namespace Kajabi.Contract.Drift.Operations;

/// <summary>The operation that is compared, as findings name it.</summary>
/// <param name="Operation">Such as <c>GET /v1/contacts</c>; empty for what concerns the whole document.</param>
/// <param name="Prefix">What stands in front of each location, as for a callback; empty or with a blank at its end.</param>
/// <param name="IsCallback">Whether the API sends the request.</param>
internal sealed record OperationScope(string Operation, string Prefix = "", bool IsCallback = false)
{
    public static OperationScope Document { get; } = new(string.Empty);
}
