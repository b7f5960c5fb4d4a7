using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.JsonApi;

/// <summary>Included resources of a primary resource without relationships, as returned with sparse fieldsets.</summary>
public sealed class ResolutionByTypeTests
{
    private const string OfferWithProduct =
        """{ "id": "1", "type": "offers", "relationships": { "products": { "data": [{ "type": "products", "id": "3" }] } } }""";

    [Theory]
    [InlineData("""{ "id": "7", "type": "contacts", "relationships": {} }""")]
    [InlineData("""{ "id": "7", "type": "contacts" }""")]
    public void A_relationship_resolved_by_type_has_its_own_state(string data)
    {
        Contact contact = Read(
            """{ "id": "4", "type": "customers" }, { "id": "2", "type": "contact_tags" }, { "id": "5", "type": "contact_tags" }""",
            data
        );

        Assert.Equal((RelationshipState.ResolvedByType, "4"), (contact.Relationships.Customer.State, contact.Customer?.Id));
        Assert.Equal((RelationshipState.ResolvedByType, 2), (contact.Relationships.Tags.State, contact.Tags.Count));
        Assert.Equal(RelationshipState.Absent, contact.Relationships.Offers.State);
        Assert.Null(contact.Relationships.Customer.Identifier);
        Assert.Equal("4", contact.Relationships.Customer.Require().Id);
        Assert.Equal(["2", "5"], contact.Relationships.Tags.Require().Select(tag => tag.Id));
    }

    [Fact]
    public void A_resource_related_to_another_resource_is_not_resolved_by_type()
    {
        Contact contact = Read(
            """
            { "id": "4", "type": "customers", "relationships": { "offers": { "data": [{ "type": "offers", "id": "1" }] } } },
            { "id": "1", "type": "offers" }, { "id": "2", "type": "offers" }
            """
        );

        Assert.Equal("2", contact.Offers.Single().Id);
        Assert.Equal("1", contact.Customer?.Offers.Single().Id);
        Assert.Equal(
            (RelationshipState.ResolvedByType, RelationshipState.Loaded),
            (contact.Relationships.Offers.State, contact.Customer!.Relationships.Offers.State)
        );
    }

    [Theory]
    [InlineData("""{ "links": { "data": [{ "type": "offers", "id": "1" }] } }""")]
    [InlineData("""{ "data": { "type": "offers", "id": "1" } }""")]
    public void Nonstandard_linkage_of_another_resource_also_excludes_a_candidate(string offers)
    {
        Contact contact = Read(
            $$"""{ "id": "1", "type": "offers" }, { "id": "4", "type": "customers", "relationships": { "offers": {{offers}} } }"""
        );

        Assert.Equal((0, RelationshipState.Absent), (contact.Relationships.Offers.Resources.Count, contact.Relationships.Offers.State));
    }

    [Fact]
    public void Undeclared_relationships_and_duplicates_of_other_resources_also_exclude_a_candidate()
    {
        Contact contact = Read(
            """
            { "id": "1", "type": "offers" }, { "id": "2", "type": "offers" },
            { "id": "9", "type": "badges", "relationships": { "given_by": { "data": { "type": "offers", "id": "1" } } } },
            { "id": "4", "type": "customers" },
            { "id": "4", "type": "customers", "relationships": { "offers": { "data": [{ "type": "offers", "id": "2" }] } } }
            """
        );

        Assert.Empty(contact.Relationships.Offers.Resources);
        Assert.Equal("4", contact.Customer?.Id);
    }

    [Fact]
    public void A_relationship_to_itself_or_to_the_primary_resource_does_not_exclude_a_candidate()
    {
        Contact contact = Read(
            """
            { "id": "4", "type": "customers", "relationships": {
              "self": { "data": { "type": "customers", "id": "4" } }, "contact": { "data": { "type": "contacts", "id": "7" } } } }
            """
        );

        Assert.Equal("4", contact.Customer?.Id);
        Assert.Same(contact, contact.Customer?.Contact);
    }

    [Fact]
    public void A_to_one_relationship_resolves_only_to_a_single_remaining_candidate()
    {
        Contact left = Read(
            """
            { "id": "4", "type": "customers" }, { "id": "5", "type": "customers" },
            { "id": "9", "type": "orders", "relationships": { "customer": { "data": { "type": "customers", "id": "5" } } } }
            """
        );
        Contact two = Read("""{ "id": "4", "type": "customers" }, { "id": "5", "type": "customers" }""");

        Assert.Equal("4", left.Customer?.Id);
        Assert.Equal((null, RelationshipState.Absent), (two.Customer, two.Relationships.Customer.State));
    }

    [Fact]
    public void A_copy_of_the_primary_resource_with_linkage_disables_resolution_by_type()
    {
        Contact contact = Read(
            """
            { "id": "7", "type": "contacts", "relationships": { "tags": { "data": [] } } }, { "id": "2", "type": "contact_tags" },
            { "id": "4", "type": "customers" }
            """
        );

        Assert.Equal(
            (RelationshipState.Empty, RelationshipState.Absent),
            (contact.Relationships.Tags.State, contact.Relationships.Customer.State)
        );
    }

    [Fact]
    public void Collections_bare_arrays_and_included_resources_are_not_resolved_by_type()
    {
        Offer offer = Read($$"""{ "id": "1", "type": "offers", "relationships": {} }, { "id": "3", "type": "products" }""").Offers.Single();
        ContactCollection page = JsonApiSerializer.Deserialize<ContactCollection>(
            """{ "data": [{ "id": "7", "type": "contacts", "relationships": {} }], "included": [{ "id": "4", "type": "customers" }] }"""
        );
        MixedResourceCollection sample = JsonApiSerializer.Deserialize<MixedResourceCollection>(
            """[{ "id": "7", "type": "contacts", "relationships": {} }, { "id": "4", "type": "customers" }]"""
        );

        Assert.Empty(offer.Relationships.Products.Resources);
        Assert.Null(page.Data[0].Customer);
        Assert.Null(((Contact)sample.Data[0]).Customer);
    }

    [Fact]
    public void A_relationship_resolved_by_type_is_not_written_and_is_replaced_by_assignment()
    {
        Contact contact = Read(OfferWithProduct);
        string written = JObject.Parse(JsonApiSerializer.Serialize(contact))["relationships"]!.ToString();
        contact.Relationships.Offers.Identifiers = [new ResourceIdentifier("offers", "1")];

        Assert.Equal("{}", written);
        Assert.Equal(
            (RelationshipState.IdentifiersOnly, 0),
            (contact.Relationships.Offers.State, contact.Relationships.Offers.Resources.Count)
        );
    }

    private static Contact Read(string included, string data = """{ "id": "7", "type": "contacts", "relationships": {} }""") =>
        JsonApiSerializer.Deserialize<ContactDocument>($$"""{ "data": {{data}}, "included": [{{included}}] }""").Data;
}
