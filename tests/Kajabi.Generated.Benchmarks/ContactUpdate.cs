namespace Kajabi.Benchmarks;

/// <summary>The values of the update that the contenders write.</summary>
internal static class ContactUpdate
{
    public const string Id = "2148432935";
    public const string Name = "Ines Fischer";
    public const string Email = "ines.fischer@example.com";
    public const string PhoneNumber = "+49 30 5550100";
    public const bool Subscribed = true;
    public const string AddressLine1 = "Ofenweg 7";
    public const string AddressCity = "Köln";
    public const string Custom1 = "Celadon";
}
