using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.JsonApi;

public sealed class ChangeTrackingTests
{
    [Fact]
    public void A_value_that_is_changed_in_place_is_written()
    {
        ContactDocument document = JsonApiSerializer.Deserialize<ContactDocument>(
            """{"data":{"id":"7","type":"contacts","attributes":{"custom_17":"before"}}}"""
        );
        ((JValue)document.Data.Attributes["custom_17"]!).Value = "after";

        Assert.Contains("after", JsonApiSerializer.Serialize(document), StringComparison.Ordinal);
    }

    [Fact]
    public void ChangedOnly_writes_assigned_members_including_null()
    {
        ContactAttributes attributes = new() { PhoneNumber = null, Name = "Ada" };

        Assert.Equal(
            """{"name":"Ada","phone_number":null}""",
            JsonApiSerializer.Serialize(attributes, JsonApiSerializationMode.ChangedOnly)
        );
    }

    [Fact]
    public void ChangedOnly_writes_an_undeclared_object_that_was_changed_in_place()
    {
        ContactAttributes attributes = JsonApiSerializer.Deserialize<ContactAttributes>(
            """{"settings":{"a":1},"list":[1],"other":{"b":1}}"""
        );

        attributes["settings"]!["a"] = 2;
        ((Newtonsoft.Json.Linq.JArray)attributes["list"]!).Add(2);
        _ = attributes["other"];

        Assert.Equal(
            """{"settings":{"a":2},"list":[1,2]}""",
            JsonApiSerializer.Serialize(attributes, JsonApiSerializationMode.ChangedOnly)
        );
        Assert.Equal((true, false), (attributes.IsModified("settings"), attributes.IsModified("other")));
    }

    [Fact]
    public void ChangedOnly_writes_only_changed_members_of_a_received_resource()
    {
        ContactDocument document = JsonApiSerializer.Deserialize<ContactDocument>(
            """
            { "data": { "id": "7", "type": "contacts",
                        "attributes": { "name": "Ada", "email": "ada@example.com", "created_at": "2024-01-15T10:30:00Z" },
                        "relationships": { "site": { "data": { "id": "9", "type": "sites" } } } } }
            """
        );
        document.Data.Attributes.Email = "lovelace@example.com";

        Assert.Equal(
            """{"data":{"id":"7","type":"contacts","attributes":{"email":"lovelace@example.com"}}}""",
            JsonApiSerializer.Serialize(document, JsonApiSerializationMode.ChangedOnly)
        );
    }

    [Fact]
    public void Null_is_distinguished_from_absent()
    {
        ContactAttributes attributes = JsonApiSerializer.Deserialize<ContactAttributes>("""{ "phone_number": null }""");

        Assert.True(attributes.IsPresent("phone_number"));
        Assert.False(attributes.IsPresent("email"));
        Assert.False(attributes.IsModified("phone_number"));
    }

    [Fact]
    public void ChangedOnly_never_writes_read_only_members()
    {
        ContactAttributes attributes = new() { Name = "Ada" };
        attributes["created_at"] = "2024-01-15T10:30:00Z";

        Assert.Equal("""{"name":"Ada"}""", JsonApiSerializer.Serialize(attributes, JsonApiSerializationMode.ChangedOnly));
    }

    [Fact]
    public void An_undeclared_member_is_read_and_written_if_assigned()
    {
        ContactAttributes attributes = JsonApiSerializer.Deserialize<ContactAttributes>("""{ "custom_17": "blue", "name": "Ada" }""");

        Assert.Equal("blue", (string?)attributes["custom_17"]);
        Assert.Equal(["custom_17"], attributes.AdditionalMembers);
        Assert.Equal("{}", JsonApiSerializer.Serialize(attributes, JsonApiSerializationMode.ChangedOnly));

        attributes["custom_17"] = null;

        Assert.Equal("""{"custom_17":null}""", JsonApiSerializer.Serialize(attributes, JsonApiSerializationMode.ChangedOnly));
    }

    [Fact]
    public void A_declared_member_can_be_set_by_its_JSON_name()
    {
        ContactAttributes attributes = new() { Name = "Ada" };

        attributes["email"] = "ada@example.com";

        Assert.Equal("ada@example.com", attributes.Email);
        Assert.True(attributes.IsModified("email"));
        Assert.Equal("Ada", (string?)attributes["name"]);
    }

    [Fact]
    public void ChangedOnly_writes_the_whole_nested_object_if_one_member_changed()
    {
        CustomerAttributes attributes = JsonApiSerializer.Deserialize<CustomerAttributes>(
            """{ "name": "Ada", "socials": { "twitter": "@a", "facebook": "a" } }"""
        );

        attributes.Socials!.Twitter = "@ada";

        JObject sent = JObject.Parse(JsonApiSerializer.Serialize(attributes, JsonApiSerializationMode.ChangedOnly));
        Assert.True(JToken.DeepEquals(JObject.Parse("""{ "socials": { "twitter": "@ada", "facebook": "a" } }"""), sent), sent.ToString());
    }

    [Fact]
    public void ChangedOnly_writes_a_new_resource_with_its_relationships_and_without_an_id()
    {
        ContactNoteDocument note = new()
        {
            Data = { Attributes = { Body = "Called back." }, Relationships = { Contact = { Identifier = new("contacts", "7") } } },
        };

        Assert.Equal(
            """{"data":{"type":"contact_notes","attributes":{"body":"Called back."}"""
                + ""","relationships":{"contact":{"data":{"type":"contacts","id":"7"}}}}}""",
            JsonApiSerializer.Serialize(note, JsonApiSerializationMode.ChangedOnly)
        );
    }
}
