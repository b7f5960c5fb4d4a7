namespace Kajabi.Sandbox.Tests.Filters;

/// <summary>A purchase of an offer and its product.</summary>
internal sealed record Sale(string Offer, string? Coupon, bool IsDeactivated)
{
    public string Product => PeopleWorld.GetProduct(Offer);
}
