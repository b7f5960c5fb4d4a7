namespace Kajabi.Benchmarks.Graph.Limit;

/// <summary>An identifier that all linkage to a resource shares, with the resource once it was read.</summary>
internal sealed class LinkedIdentifier : ResourceIdentifier
{
    public Resource? Resource { get; set; }
}
