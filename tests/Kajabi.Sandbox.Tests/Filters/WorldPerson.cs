namespace Kajabi.Sandbox.Tests.Filters;

/// <summary>What the tests know about a person: plain values, from which both the data of the sandbox and the expectation follow.</summary>
internal sealed record WorldPerson
{
    public required string ContactId { get; init; }

    public required string Site { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public string? Phone { get; init; }

    /// <summary>The mobile phone number of the last submitted form.</summary>
    public string? MobilePhone { get; init; }

    /// <summary>Address lines 1 and 2, city, state, country, and postal code.</summary>
    public required string?[] Address { get; init; }

    public bool IsSubscribed { get; init; }

    /// <summary>How many days ago the contact was created; fractions avoid the edges of the tested numbers of days.</summary>
    public double CreatedAgo { get; init; }

    public required string[] Tags { get; init; }

    public required string[] Forms { get; init; }

    public required Happening[] Happenings { get; init; }

    /// <summary>The customer; null if the contact never bought anything.</summary>
    public Buyer? Buyer { get; init; }

    public IEnumerable<Happening> Of(params string[] kinds) => Happenings.Where(one => kinds.Contains(one.Kind));
}

/// <summary>Something that happened to a contact.</summary>
internal sealed record Happening(string Kind, string? Subject, double DaysAgo);

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

/// <summary>A purchase of an offer and its product.</summary>
internal sealed record Sale(string Offer, string? Coupon, bool IsDeactivated)
{
    public string Product => PeopleWorld.GetProduct(Offer);
}
