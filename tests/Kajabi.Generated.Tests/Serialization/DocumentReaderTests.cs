using System.Text;

namespace Kajabi.Tests.Serialization;

/// <summary>Members in any order, several copies of a resource, and resources outside a document.</summary>
public sealed class DocumentReaderTests
{
    [Fact]
    public void Members_before_the_type_are_read()
    {
        Contact contact = JsonApiSerializer
            .Deserialize<ContactDocument>(
                """
                { "data": { "attributes": { "name": "Ada" }, "meta": { "rank": 1 }, "links": { "self": "https://x" },
                    "type": "contacts", "id": "7" } }
                """
            )
            .Data;

        Assert.Equal(("7", "Ada", 1), (contact.Id, contact.Attributes.Name, (int?)contact.Meta?["rank"]));
        Assert.Equal("https://x", (string?)contact.Links?["self"]);
    }

    [Fact]
    public void The_last_id_is_used() =>
        Assert.Equal("2", JsonApiSerializer.Deserialize<ContactDocument>("""{"data":{"id":"1","type":"contacts","id":"2"}}""").Data.Id);

    [Fact]
    public void A_resource_without_a_type_has_the_expected_class_or_an_empty_type()
    {
        ContactDocument document = JsonApiSerializer.Deserialize<ContactDocument>("""{"data":{"id":"7"}}""");
        MixedResourceCollection list = JsonApiSerializer.Deserialize<MixedResourceCollection>("""[{"id":"7"}]""");

        Assert.Equal("7", document.Data.Id);
        Assert.Equal(("", "7"), (Assert.IsType<UnknownResource>(Assert.Single(list.Data)).Type, list.Data[0].Id));
    }

    [Fact]
    public void Every_included_copy_of_a_primary_resource_is_removed()
    {
        ContactCollection document = JsonApiSerializer.Deserialize<ContactCollection>(
            """
            { "included": [ { "id": "1", "type": "contacts" }, { "id": "2", "type": "contacts" }, { "id": "3", "type": "contacts" } ],
              "data": [ { "id": "1", "type": "contacts" }, { "id": "2", "type": "contacts" } ] }
            """
        );

        Assert.Equal(2, document.DuplicateResourceCount);
        Assert.Equal(["3"], document.Included.Select(static resource => resource.Id));
    }

    [Fact]
    public void Stored_identifiers_replace_the_resolution_by_type()
    {
        ContactRelationships relationships = JsonApiSerializer
            .Deserialize<ContactDocument>(
                """
                { "data": { "id": "7", "type": "contacts",
                    "@resolved_by_type": { "tags": [ { "type": "contact_tags", "id": "2" } ] } },
                  "included": [ { "id": "2", "type": "contact_tags" }, { "id": "3", "type": "contact_tags" } ] }
                """
            )
            .Data.Relationships;

        Assert.Equal(["2"], relationships.Tags.Resources.Select(static tag => tag.Id));
    }

    [Theory]
    [InlineData("""{"id":"7","type":"contacts"}""", "contacts")]
    [InlineData("""{"id":"7","type":"cont\u0061cts"}""", "contacts")]
    [InlineData("""{"id":"7","type":"people"}""", "people")]
    [InlineData("""{"id":"7"}""", "contacts")]
    public void A_resource_outside_a_document_has_the_requested_class(string json, string type) =>
        Assert.Equal((type, "7"), (JsonApiSerializer.Deserialize<Contact>(json).Type, JsonApiSerializer.Deserialize<Contact>(json).Id));

    [Theory]
    [InlineData("""{"id":"7","type":"badges"}""", typeof(UnknownResource))]
    [InlineData("""{"id":"7","type":"cont\u0061cts"}""", typeof(Contact))]
    [InlineData("""{"id":"7"}""", typeof(UnknownResource))]
    public void The_type_determines_the_class_of_any_resource(string json, Type type) =>
        Assert.IsType(type, JsonApiSerializer.Deserialize<Resource>(json));

    [Fact]
    public void A_resource_of_an_undeclared_type_is_read_as_such() =>
        Assert.Equal("badges", JsonApiSerializer.Deserialize<UnknownResource>("""{"id":"7","type":"badges"}""").Type);

    [Fact]
    public void A_resource_of_another_class_is_an_error()
    {
        Assert.Equal(
            "Expected a resource of type 'contacts' and found 'offers', at 'type' (line 1, position 16).",
            Assert.Throws<KajabiSerializationException>(() => JsonApiSerializer.Deserialize<Contact>("""{"type":"offers"}""")).Message
        );
        Assert.Equal(
            "Expected UnknownResource and found Offer, at the root (line 1, position 17).",
            Assert
                .Throws<KajabiSerializationException>(() => JsonApiSerializer.Deserialize<UnknownResource>("""{"type":"offers"}"""))
                .Message
        );
    }

    [Theory]
    [InlineData(typeof(ContactCollection), """{"data":[{"id":"1","type":"contacts"},7]}""", "data[1]")]
    [InlineData(typeof(MixedResourceCollection), """[{"id":"1","type":"contacts"},7]""", "[1]")]
    [InlineData(typeof(ContactCollection), """{"included":[{"id":"1","type":"contacts"},7]}""", "included[1]")]
    [InlineData(typeof(ToManyRelationship<Offer>), """{"@included":[{"id":"1","type":"offers"},7]}""", "@included[1]")]
    public void The_path_of_a_failure_is_known_without_the_text(Type type, string json, string path) =>
        Assert.Equal(path, Assert.Throws<KajabiSerializationException>(() => ReadPath(type, json)).Path);

    [Theory]
    [InlineData(typeof(ContactCollection), """{"data":[{"id":"1","type":"contacts"}]}""")]
    [InlineData(typeof(ToManyRelationship<Offer>), """{"@included":[{"id":"1","type":"offers"}]}""")]
    public void After_a_value_the_path_is_empty(Type type, string json) => Assert.Equal("", ReadPath(type, json));

    [Fact]
    public void Disposing_removes_the_texts_and_the_relationships()
    {
        DocumentReader document = new();
        string text = document.Strings.Get("Ada"u8);
        document.Linked.Add(new ToManyRelationship<Offer>());
        Assert.Same(text, document.Strings.Get("Ada"u8));

        document.Dispose();

        Assert.NotSame(text, document.Strings.Get("Ada"u8));
        Assert.Throws<ArgumentOutOfRangeException>(() => document.Linked.Items.Length);
    }

    /// <summary>Reads a value outside a text and returns the path after it.</summary>
    private static string ReadPath(Type type, string json)
    {
        using DocumentReader document = new(marks: PresenceMarks.Received);
        JsonApiReader reader = new(new RawJson(Encoding.UTF8.GetBytes(json)), document);
        reader.Advance();
        JsonApiValue.Read(type, ref reader);
        return document.Path.ToString();
    }
}
