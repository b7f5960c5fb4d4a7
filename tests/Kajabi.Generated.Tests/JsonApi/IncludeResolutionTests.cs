namespace Kajabi.Tests.JsonApi;

public sealed class IncludeResolutionTests
{
    [Fact]
    public void Included_offers_tags_and_customer_are_linked_to_the_contact()
    {
        Contact contact = JsonApiSerializer
            .Deserialize<ContactDocument>(
                """
                {
                  "data": {
                    "id": "7", "type": "contacts", "attributes": { "email": "ada@example.com" },
                    "relationships": {
                      "offers": { "data": [{ "type": "offers", "id": "1" }] },
                      "tags": { "data": [{ "type": "contact_tags", "id": "2" }, { "type": "contact_tags", "id": "3" }] },
                      "customer": { "data": { "type": "customers", "id": "4" } }
                    }
                  },
                  "included": [
                    { "id": "1", "type": "offers", "attributes": { "price_in_cents": 4900 } },
                    { "id": "3", "type": "contact_tags", "attributes": { "name": "Second" } },
                    { "id": "2", "type": "contact_tags", "attributes": { "name": "First" } },
                    { "id": "4", "type": "customers", "attributes": { "net_revenue": "49.0" } }
                  ]
                }
                """
            )
            .Data;

        Assert.Equal(4900, contact.Offers[0].Attributes.PriceInCents);
        Assert.Equal(["First", "Second"], contact.Tags.Select(tag => tag.Attributes.Name));
        Assert.Equal("49.0", contact.Customer?.Attributes.NetRevenue);
    }

    [Fact]
    public void The_order_of_members_does_not_matter()
    {
        Contact contact = JsonApiSerializer
            .Deserialize<ContactDocument>(
                """
                {
                  "included": [{ "attributes": { "net_revenue": "1.0" }, "id": "4", "type": "customers" }],
                  "data": {
                    "relationships": { "customer": { "data": { "id": "4", "type": "customers" } } },
                    "attributes": { "name": "Ada" }, "type": "contacts", "id": "7"
                  }
                }
                """
            )
            .Data;

        Assert.Equal("Ada", contact.Attributes.Name);
        Assert.Equal("1.0", contact.Customer?.Attributes.NetRevenue);
    }

    [Fact]
    public void A_circular_reference_resolves_to_the_same_objects()
    {
        Contact contact = JsonApiSerializer
            .Deserialize<ContactDocument>(
                """
                {
                  "data": { "id": "7", "type": "contacts",
                    "relationships": { "customer": { "data": { "id": "4", "type": "customers" } } } },
                  "included": [{ "id": "4", "type": "customers",
                    "relationships": { "contact": { "data": { "id": "7", "type": "contacts" } } } }]
                }
                """
            )
            .Data;

        Assert.Same(contact, contact.Customer?.Contact);
    }

    [Fact]
    public void Nested_includes_resolve_through_the_same_index()
    {
        Course course = JsonApiSerializer
            .Deserialize<CourseDocument>(
                """
                {
                  "data": { "id": "1", "type": "courses", "relationships": { "lessons": { "data": [{ "id": "2", "type": "lessons" }] } } },
                  "included": [
                    { "id": "2", "type": "lessons", "relationships": { "media": { "data": { "id": "3", "type": "media" } } } },
                    { "id": "3", "type": "media", "attributes": { "duration_in_minutes": 12 } }
                  ]
                }
                """
            )
            .Data;

        Relationship? media = course.Lessons[0].Relationships["media"];
        Assert.Equal(RelationshipState.Loaded, media?.State);
        Assert.IsType<Media>(media!.Resources.Single());
    }

    [Fact]
    public void The_first_of_two_duplicate_resources_wins_and_the_other_is_counted()
    {
        ContactDocument document = JsonApiSerializer.Deserialize<ContactDocument>(
            """
            {
              "data": { "id": "7", "type": "contacts", "relationships": { "tags": { "data": [{ "id": "2", "type": "contact_tags" }] } } },
              "included": [
                { "id": "2", "type": "contact_tags", "attributes": { "name": "First" } },
                { "id": "2", "type": "contact_tags", "attributes": { "name": "Again" } }
              ]
            }
            """
        );

        Assert.Equal("First", document.Data.Tags.Single().Attributes.Name);
        Assert.Equal(1, document.DuplicateResourceCount);
        Assert.Single(document.Included);
        Assert.Contains("Again", JsonApiSerializer.Serialize(document), StringComparison.Ordinal);
    }

    [Fact]
    public void A_resource_of_an_unknown_type_preserves_all_members_and_is_found_by_relationship_name()
    {
        ContactDocument document = JsonApiSerializer.Deserialize<ContactDocument>(
            """
            {
              "data": { "id": "7", "type": "contacts", "relationships": { "badges": { "data": [{ "id": "9", "type": "badges" }] } } },
              "included": [{ "id": "9", "type": "badges", "attributes": { "colour": "red" }, "extra": [1] }]
            }
            """
        );

        Relationship? badges = document.Data.Relationships["badges"];
        UnknownResource badge = Assert.IsType<UnknownResource>(badges!.Resources.Single());
        Assert.True(badges.IsToMany);
        Assert.Equal("red", (string?)badge.Attributes["colour"]);
        Assert.True(badge.AdditionalMembers.ContainsKey("extra"));
    }
}
