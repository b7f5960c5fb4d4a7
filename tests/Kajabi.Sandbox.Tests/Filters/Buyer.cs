namespace Kajabi.Sandbox.Tests.Filters;

/// <summary>The customer of a person.</summary>
internal sealed record Buyer
{
    public required string CustomerId { get; init; }

    public required string Name { get; init; }

    public double CreatedAgo { get; init; }

    public double? ActiveAgo { get; init; }

    public double? BouncedAgo { get; init; }

    public decimal Revenue { get; init; }

    /// <summary>The offers that the person has; each offer <c>offer-x</c> grants the product <c>product-x</c>.</summary>
    public required string[] Offers { get; init; }

    public required Sale[] Sales { get; init; }
}
