namespace Kajabi.Tests.Serialization;

/// <summary>Relationships outside a resource, with the related resources that were serialized with them.</summary>
public sealed class RelationshipJsonTests
{
    private const string Tag = """{"id":"2","type":"contact_tags"}""";
    private const string Contact = """
        {"id":"7","type":"contacts","relationships":{"tags":{"data":[{"type":"contact_tags","id":"2"}]}}}
        """;

    [Theory]
    [InlineData(Tag, RelationshipState.ResolvedByType, 1)]
    [InlineData(Tag + "," + """{"type":"contact_tags"}""", RelationshipState.ResolvedByType, 2)]
    [InlineData(Tag + "," + Contact, RelationshipState.Absent, 0)]
    [InlineData("""{"id":"2","type":"offers"}""", RelationshipState.Absent, 0)]
    public void A_relationship_without_linkage_is_resolved_by_type(string related, RelationshipState state, int count)
    {
        ToManyRelationship<ContactTag> tags = JsonApiSerializer.Deserialize<ToManyRelationship<ContactTag>>(
            $$"""{"@name":"tags","@target_type":"contact_tags","@included":[{{related}}]}"""
        );

        Assert.Equal((state, count), (tags.State, tags.Resources.Count));
    }

    [Fact]
    public void A_relationship_with_linkage_is_not_resolved_by_type()
    {
        ToManyRelationship<ContactTag> tags = JsonApiSerializer.Deserialize<ToManyRelationship<ContactTag>>(
            $$"""{"data":[],"@name":"tags","@target_type":"contact_tags","@included":[{{Tag}}]}"""
        );

        Assert.Equal((RelationshipState.Empty, 0), (tags.State, tags.Resources.Count));
    }

    [Theory]
    [InlineData("", RelationshipState.ResolvedByType)]
    [InlineData(""" "offers":{"data":[]}, """, RelationshipState.Absent)]
    [InlineData(""" "offers":{"data":[],"@assigned":true,"@received":false}, """, RelationshipState.ResolvedByType)]
    [InlineData(""" "customer":{"data":null}, "offers":{"data":[],"@assigned":true,"@received":false}, """, RelationshipState.Absent)]
    public void Relationships_are_resolved_by_type_unless_one_was_received(string others, RelationshipState state)
    {
        ContactRelationships relationships = JsonApiSerializer.Deserialize<ContactRelationships>(
            $$"""{ {{others}} "@included":[{{Tag}}] }"""
        );

        Assert.Equal(state, relationships.Tags.State);
    }

    [Theory]
    [InlineData("""{"data":[{"type":"offers","id":"1"}]}""", true, "1")]
    [InlineData("""{"data":{"type":"offers","id":"2"}}""", false, "2")]
    [InlineData("""{"data":null}""", false, null)]
    [InlineData("""{"links":[]}""", false, null)]
    [InlineData("[]", false, null)]
    public void The_linkage_determines_the_class_of_any_relationship(string json, bool isToMany, string? id)
    {
        Relationship relationship = JsonApiSerializer.Deserialize<Relationship>(json);

        Assert.Equal(isToMany, relationship.IsToMany);
        Assert.Equal(id, relationship.Identifiers.SingleOrDefault().Id);
    }

    [Fact]
    public void A_write_contains_no_related_resources()
    {
        ContactRelationships relationships = JsonApiSerializer
            .Deserialize<ContactDocument>(
                $$"""
                { "data": { "id": "7", "type": "contacts", "relationships": {
                    "tags": { "data": [ { "type": "contact_tags", "id": "2" } ] }, "customer": 5 } }, "included": [ {{Tag}} ] }
                """
            )
            .Data.Relationships;

        Assert.Equal("{}", JsonApiSerializer.Serialize(relationships, JsonApiSerializationMode.ChangedOnly));
        Assert.Equal("5", JsonApiSerializer.Serialize(relationships.Customer, JsonApiSerializationMode.ChangedOnly));
    }

    [Fact]
    public void The_resources_resolved_by_type_are_stored_only_beside_an_assigned_relationship()
    {
        Contact contact = JsonApiSerializer
            .Deserialize<ContactDocument>($$"""{ "data": { "id": "7", "type": "contacts" }, "included": [ {{Tag}} ] }""")
            .Data;

        Assert.Equal($$"""{"id":"7","type":"contacts","included":[{{Tag}}]}""", JsonApiSerializer.Serialize(contact));
        Assert.Equal(
            """{"id":"7","type":"contacts","attributes":{}}""",
            JsonApiSerializer.Serialize(contact, JsonApiSerializationMode.ChangedOnly)
        );

        contact.Relationships.Offers.Identifiers = [];

        Assert.Contains(
            """ "@resolved_by_type":{"tags":[{"type":"contact_tags","id":"2"}]} """.Trim(),
            JsonApiSerializer.Serialize(contact),
            StringComparison.Ordinal
        );
    }
}
