using Kajabi.Benchmarks.Ratios;

namespace Kajabi.Benchmarks.Sdk;

/// <summary>Describes contacts that this SDK has read.</summary>
internal static class SdkContacts
{
    public static string Describe(ContactCollection page) =>
        Description.Text(
            page.Data.Select(static contact =>
                Description.Line(
                    contact.Id,
                    contact.Attributes.Name,
                    contact.Attributes.Email,
                    contact.Attributes.PhoneNumber,
                    contact.Attributes.BusinessNumber,
                    contact.Attributes.Subscribed,
                    contact.Attributes.AddressLine1,
                    contact.Attributes.AddressCity,
                    contact.Attributes.AddressCountry,
                    contact.Attributes.Custom1,
                    contact.Attributes.CreatedAt,
                    contact.Attributes.UpdatedAt,
                    contact.Relationships.Customer.Identifier?.Id,
                    contact.Relationships.Offers.Identifiers.Select(static offer => offer.Type + offer.Id),
                    contact.Relationships.Tags.Identifiers.Select(static tag => tag.Type + tag.Id),
                    Describe(contact.Customer!),
                    contact.Offers.Select(static offer =>
                        Description.Line(
                            offer.Id,
                            offer.Attributes.Title,
                            offer.Attributes.PriceInCents,
                            offer.Attributes.Currency,
                            offer.Attributes.CheckoutUrl
                        )
                    ),
                    contact.Tags.Select(static tag => Description.Line(tag.Id, tag.Attributes.Name))
                )
            )
        );

    private static string Describe(Customer customer) =>
        Description.Line(
            customer.Id,
            customer.Attributes.Name,
            customer.Attributes.Email,
            customer.Attributes.NetRevenue,
            customer.Attributes.SignInCount,
            customer.Attributes.LastRequestAt,
            customer.Attributes.CreatedAt,
            customer.Attributes.UpdatedAt
        );
}
