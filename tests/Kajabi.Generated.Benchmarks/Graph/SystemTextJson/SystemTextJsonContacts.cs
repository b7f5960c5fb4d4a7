using System.Text.Json;
using Kajabi.Benchmarks.Ratios;

namespace Kajabi.Benchmarks.Graph.SystemTextJson;

/// <summary>Reads contacts with source generation and links included resources by hand.</summary>
internal static class SystemTextJsonContacts
{
    public static Contender Create(byte[] utf8) =>
        Contender.Create(ContenderNames.SystemTextJson, () => Read(utf8), GraphDescription.Describe);

    private static ContactPage Read(ReadOnlySpan<byte> utf8)
    {
        ContactPage page = JsonSerializer.Deserialize(utf8, GraphJsonContext.Default.ContactPage)!;
        ResourceIndex index = new();
        index.Add(page.Included);
        foreach (Contact contact in page.Data)
        {
            ContactRelationships relationships = contact.Relationships!;
            contact.Customer = index.Find<Customer>(relationships.Customer!.Data!);
            contact.Offers = index.Find<Offer>(relationships.Offers!.Data!);
            contact.Tags = index.Find<ContactTag>(relationships.Tags!.Data!);
        }

        return page;
    }
}
