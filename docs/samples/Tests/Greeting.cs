using Kajabi;

namespace Acme;

/// <summary>The class to test.</summary>
internal sealed class Greeting(IKajabiClient kajabi)
{
    public async Task<string> CreateAsync(string id) => $"Hello {(await kajabi.Contacts.GetContactAsync(id)).Data.Attributes.Name}";
}
