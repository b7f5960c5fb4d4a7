using Kajabi.Benchmarks.Ratios;

namespace Kajabi.Benchmarks.Graph;

/// <summary>Describes the content of the handwritten classes.</summary>
internal static class GraphDescription
{
    public static string Describe(ContactPage page) =>
        Description.Text(
            page.Data.Select(static contact =>
                Description.Line(
                    contact.Id,
                    contact.Attributes!.Name,
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
                    contact.Relationships!.Customer!.Data!.Id,
                    Describe(contact.Relationships.Offers!),
                    Describe(contact.Relationships.Tags!),
                    Describe(contact.Customer!),
                    contact.Offers!.Select(static offer =>
                        Description.Line(
                            offer.Id,
                            offer.Attributes!.Title,
                            offer.Attributes.PriceInCents,
                            offer.Attributes.Currency,
                            offer.Attributes.CheckoutUrl
                        )
                    ),
                    contact.Tags!.Select(static tag => Description.Line(tag.Id, tag.Attributes!.Name))
                )
            )
        );

    public static string Describe(CoursePage page) =>
        Description.Text(
            page.Data.Select(static course =>
                Description.Line(
                    course.Id,
                    course.Attributes!.Title,
                    course.Attributes.Status,
                    course.Attributes.ThumbnailUrl,
                    course.Attributes.CreatedAt,
                    Describe(course.Relationships!.Modules!),
                    Describe(course.Relationships.Lessons!),
                    course.Modules!.Select(static module =>
                        Description.Line(
                            module.Id,
                            module.Attributes!.Title,
                            module.Attributes.Position,
                            module.Attributes.PosterImageUrl,
                            module.Attributes.PublishingOption
                        )
                    ),
                    course.Lessons!.Select(static lesson =>
                        Description.Line(
                            lesson.Id,
                            lesson.Attributes!.Title,
                            lesson.Attributes.Position,
                            lesson.Attributes.Status,
                            lesson.Attributes.PublishingOption
                        )
                    )
                )
            )
        );

    private static IEnumerable<string> Describe(ToManyRelationship relationship) =>
        relationship.Data!.Select(static identifier => identifier.Type + identifier.Id);

    private static string Describe(Customer customer) =>
        Description.Line(
            customer.Id,
            customer.Attributes!.Name,
            customer.Attributes.Email,
            customer.Attributes.NetRevenue,
            customer.Attributes.SignInCount,
            customer.Attributes.LastRequestAt,
            customer.Attributes.CreatedAt,
            customer.Attributes.UpdatedAt
        );
}
