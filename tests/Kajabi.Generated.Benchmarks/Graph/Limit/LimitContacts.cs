using Kajabi.Benchmarks.Ratios;

namespace Kajabi.Benchmarks.Graph.Limit;

/// <summary>Reads contacts with handwritten code.</summary>
internal static class LimitContacts
{
    public static Contender Create(byte[] utf8) => Contender.Create(ContenderNames.Limit, () => Read(utf8), GraphDescription.Describe);

    private static ContactPage Read(ReadOnlySpan<byte> utf8)
    {
        ContactPage page = new();
        DocumentReader document = new(utf8);
        while (document.ReadMember(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("data"u8):
                    while (document.ReadElement())
                    {
                        page.Data.Add(ReadContact(ref document));
                    }

                    break;
                case 8 when name.SequenceEqual("included"u8):
                    document.ReadIncluded(page.Included);
                    break;
                case 4 when name.SequenceEqual("meta"u8):
                    page.Meta = document.ReadMeta();
                    break;
                default:
                    document.Json.Skip();
                    break;
            }
        }

        document.Dispose();
        foreach (Contact contact in page.Data)
        {
            contact.Customer = Link.One<Customer>(contact.Relationships?.Customer);
            contact.Offers = Link.Many<Offer>(contact.Relationships?.Offers);
            contact.Tags = Link.Many<ContactTag>(contact.Relationships?.Tags);
        }

        return page;
    }

    private static Contact ReadContact(ref DocumentReader document)
    {
        LinkedIdentifier identifier = document.ReadIdentity();
        Contact contact = new() { Id = identifier.Id, Type = identifier.Type };
        while (document.ReadMember(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 10 when name.SequenceEqual("attributes"u8):
                    contact.Attributes = AttributesReader.ReadContact(ref document);
                    break;
                case 13 when name.SequenceEqual("relationships"u8):
                    contact.Relationships = ReadRelationships(ref document);
                    break;
                default:
                    document.Json.Skip();
                    break;
            }
        }

        return contact;
    }

    private static ContactRelationships ReadRelationships(ref DocumentReader document)
    {
        ContactRelationships relationships = new();
        while (document.ReadMember(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("site"u8):
                    relationships.Site = document.ReadToOne();
                    break;
                case 8 when name.SequenceEqual("customer"u8):
                    relationships.Customer = document.ReadToOne();
                    break;
                case 6 when name.SequenceEqual("offers"u8):
                    relationships.Offers = document.ReadToMany();
                    break;
                case 4 when name.SequenceEqual("tags"u8):
                    relationships.Tags = document.ReadToMany();
                    break;
                default:
                    document.Json.Skip();
                    break;
            }
        }

        return relationships;
    }
}
