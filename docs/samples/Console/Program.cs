using Kajabi;
using Kajabi.JsonApi;

if (args is not [var id])
{
    Console.Error.WriteLine("Usage: Console <contact id>");
    return 2;
}

KajabiClientOptions options = new()
{
    ClientId = Environment.GetEnvironmentVariable("KAJABI_CLIENT_ID"),
    ClientSecret = Environment.GetEnvironmentVariable("KAJABI_CLIENT_SECRET"),
};
if (Environment.GetEnvironmentVariable("KAJABI_BASE_URL") is { } baseUrl)
{
    options.BaseAddress = new Uri(baseUrl);
}

using KajabiClient kajabi = new(options);
ContactDocument document = await kajabi.Contacts.GetContactAsync(id, new GetContactQuery { Include = [ContactInclude.Offers] });
Contact contact = document.Data;
Console.WriteLine(contact.Attributes.Name);
foreach (Offer offer in contact.Offers)
{
    Console.WriteLine($"{offer.Attributes.Title}: {offer.Attributes.PriceInCents} cents");
}

return 0;
