using Kajabi.Benchmarks.Ratios;

namespace Kajabi.Benchmarks.Stock;

/// <summary>Reads contacts into the stock types and links included resources by hand.</summary>
internal static class StockContacts
{
    public static Contender Create(string json) => Contender.Create(ContenderNames.Stock, () => Read(json), Describe);

    private static List<LinkedContact> Read(string json)
    {
        IncludedContacts page = StockSerializer.Read<IncludedContacts>(json);
        Dictionary<(string?, string?), object> resources = [];
        StockSerializer.Index(page.Included, resources);
        List<LinkedContact> contacts = new(page.Data.Count);
        foreach (Contact contact in page.Data)
        {
            ResourceIdentifier customer = contact.Relationships.Customer.Data;
            contacts.Add(
                new LinkedContact(
                    contact,
                    (Customer)resources[(customer.Type, customer.Id)],
                    StockSerializer.Find<Offer>(contact.Relationships.Offers.Data, resources),
                    StockSerializer.Find<ContactTag>(contact.Relationships.Tags.Data, resources)
                )
            );
        }

        return contacts;
    }

    private static string Describe(List<LinkedContact> contacts) =>
        Description.Text(
            contacts.Select(static linked =>
                Description.Line(
                    linked.Contact.Id,
                    linked.Contact.Attributes.Name,
                    linked.Contact.Attributes.Email,
                    linked.Contact.Attributes.Phone_number,
                    linked.Contact.Attributes.Business_number,
                    linked.Contact.Attributes.Subscribed,
                    linked.Contact.Attributes.Address_line_1,
                    linked.Contact.Attributes.Address_city,
                    linked.Contact.Attributes.Address_country,
                    linked.Contact.Attributes.Custom_1,
                    linked.Contact.Attributes.Created_at,
                    linked.Contact.Attributes.Updated_at,
                    linked.Contact.Relationships.Customer.Data.Id,
                    linked.Contact.Relationships.Offers.Data.Select(static offer => offer.Type + offer.Id),
                    linked.Contact.Relationships.Tags.Data.Select(static tag => tag.Type + tag.Id),
                    Describe(linked.Customer),
                    linked.Offers.Select(static offer =>
                        Description.Line(
                            offer.Id,
                            offer.Attributes.Title,
                            offer.Attributes.Price_in_cents,
                            offer.Attributes.Currency,
                            offer.Attributes.Checkout_url
                        )
                    ),
                    linked.Tags.Select(static tag => Description.Line(tag.Id, tag.Attributes.Name))
                )
            )
        );

    private static string Describe(Customer customer) =>
        Description.Line(
            customer.Id,
            customer.Attributes.Name,
            customer.Attributes.Email,
            customer.Attributes.Net_revenue.Text,
            customer.Attributes.Sign_in_count,
            customer.Attributes.Last_request_at,
            customer.Attributes.Created_at,
            customer.Attributes.Updated_at
        );
}
