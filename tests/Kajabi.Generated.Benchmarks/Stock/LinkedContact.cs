namespace Kajabi.Benchmarks.Stock;

/// <summary>A contact with its related resources, which the generated type does not have.</summary>
internal sealed record LinkedContact(Contact Contact, Customer Customer, List<Offer> Offers, List<ContactTag> Tags);
