namespace Kajabi.Tests.JsonApi;

public sealed class RelationshipStateTests
{
    [Theory]
    [InlineData("""{}""", RelationshipState.Absent)]
    [InlineData("""{ "customer": null }""", RelationshipState.Absent)]
    [InlineData("""{ "customer": {} }""", RelationshipState.Absent)]
    [InlineData("""{ "customer": { "links": { "self": "x" } } }""", RelationshipState.LinksOnly)]
    [InlineData("""{ "customer": { "meta": { "count": 1 } } }""", RelationshipState.LinksOnly)]
    [InlineData("""{ "customer": { "data": null } }""", RelationshipState.Empty)]
    [InlineData("""{ "customer": { "data": { "type": "customers", "id": "5" } } }""", RelationshipState.IdentifiersOnly)]
    [InlineData("""{ "customer": { "data": { "type": "customers", "id": "4" } } }""", RelationshipState.Loaded)]
    public void A_to_one_relationship_has_the_expected_state(string relationships, RelationshipState expected) =>
        Assert.Equal(expected, Read(relationships).Relationships["customer"]?.State);

    [Theory]
    [InlineData("""{ "tags": { "data": [] } }""", RelationshipState.Empty, 0)]
    [InlineData("""{ "tags": { "links": { "self": "x" } } }""", RelationshipState.LinksOnly, 0)]
    [InlineData("""{ "tags": { "data": [{ "type": "contact_tags", "id": "9" }] } }""", RelationshipState.IdentifiersOnly, 0)]
    [InlineData(
        """{ "tags": { "data": [{ "type": "contact_tags", "id": "2" }, { "type": "contact_tags", "id": "9" }] } }""",
        RelationshipState.IdentifiersOnly,
        1
    )]
    [InlineData("""{ "tags": { "data": [{ "type": "contact_tags", "id": "2" }] } }""", RelationshipState.Loaded, 1)]
    public void A_to_many_relationship_has_the_expected_state(string relationships, RelationshipState expected, int loaded)
    {
        Contact contact = Read(relationships);

        Assert.Equal(expected, contact.Relationships["tags"]?.State);
        Assert.Equal(loaded, contact.Relationships.Tags.Resources.Count);
        if (expected is RelationshipState.Empty or RelationshipState.Loaded)
        {
            Assert.Equal(loaded, contact.Tags.Count);
        }
        else
        {
            Assert.Equal(expected, Assert.Throws<RelationshipNotLoadedException>(() => contact.Tags.Count).State);
        }
    }

    [Fact]
    public void Require_throws_with_the_missing_resources_and_the_include_to_add()
    {
        ToManyRelationship<ContactTag> tags =
            (ToManyRelationship<ContactTag>)
                Read(
                    """{ "tags": { "data": [{ "type": "contact_tags", "id": "2" }, { "type": "contact_tags", "id": "9" }] } }"""
                ).Relationships["tags"]!;
        ToOneRelationship<Customer> customer = (ToOneRelationship<Customer>)Read("{}").Relationships["customer"]!;

        RelationshipNotLoadedException missing = Assert.Throws<RelationshipNotLoadedException>(() => tags.Require());
        RelationshipNotLoadedException absent = Assert.Throws<RelationshipNotLoadedException>(() => customer.Require());

        Assert.Contains("contact_tags/9", missing.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("contact_tags/2", missing.Message, StringComparison.Ordinal);
        Assert.Contains("Add 'customer' to the include", absent.Message, StringComparison.Ordinal);
        Assert.Equal(RelationshipState.Absent, absent.State);
    }

    [Fact]
    public void A_list_for_a_to_one_and_a_single_identifier_for_a_to_many_relationship_are_read()
    {
        Contact contact = Read(
            """
            { "customer": { "data": [{ "type": "customers", "id": "4" }] }, "tags": { "data": { "type": "contact_tags", "id": "2" } } }
            """
        );

        Assert.Equal("4", contact.Customer?.Id);
        Assert.Equal("2", contact.Tags.Single().Id);
    }

    // A collection, because in a single document an empty relationships object resolves by type.
    private static Contact Read(string relationships) =>
        JsonApiSerializer
            .Deserialize<ContactCollection>(
                $$"""
                {
                  "data": [{ "id": "7", "type": "contacts", "relationships": {{relationships}} }],
                  "included": [{ "id": "2", "type": "contact_tags" }, { "id": "4", "type": "customers" }]
                }
                """
            )
            .Data[0];
}
