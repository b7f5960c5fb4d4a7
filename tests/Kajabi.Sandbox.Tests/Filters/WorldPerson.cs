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
