using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.JsonApi;

public sealed class PresenceTests
{
    [Fact]
    public void A_write_sends_what_was_assigned_and_null_is_a_value()
    {
        ContactAttributes attributes = new() { PhoneNumber = null, Name = "Ada" };

        Assert.Equal(
            """{"name":"Ada","phone_number":null}""",
            JsonApiSerializer.Serialize(attributes, JsonApiSerializationMode.ChangedOnly)
        );
    }

    [Fact]
    public void An_undeclared_object_that_is_changed_in_place_is_sent()
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
    public void A_write_of_a_received_resource_sends_only_what_was_changed()
    {
        ContactDocument document = JsonApiSerializer.Deserialize<ContactDocument>(
            """
            { "data": { "id": "7", "type": "contacts", "attributes": { "name": "Ada", "email": "ada@example.com", "created_at": "2024-01-15T10:30:00Z" },
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
    public void Null_is_told_from_not_requested()
    {
        ContactAttributes attributes = JsonApiSerializer.Deserialize<ContactAttributes>("""{ "phone_number": null }""");

        Assert.True(attributes.IsPresent("phone_number"));
        Assert.False(attributes.IsPresent("email"));
        Assert.False(attributes.IsModified("phone_number"));
    }

    [Fact]
    public void What_Kajabi_sets_is_never_sent_even_when_assigned_by_name()
    {
        ContactAttributes attributes = new() { Name = "Ada" };
        attributes["created_at"] = "2024-01-15T10:30:00Z";

        Assert.Equal("""{"name":"Ada"}""", JsonApiSerializer.Serialize(attributes, JsonApiSerializationMode.ChangedOnly));
    }

    [Fact]
    public void An_undeclared_member_is_read_kept_and_sent_when_assigned()
    {
        ContactAttributes attributes = JsonApiSerializer.Deserialize<ContactAttributes>("""{ "custom_17": "blue", "name": "Ada" }""");

        Assert.Equal("blue", (string?)attributes["custom_17"]);
        Assert.Equal(["custom_17"], attributes.AdditionalMembers);
        Assert.Equal("{}", JsonApiSerializer.Serialize(attributes, JsonApiSerializationMode.ChangedOnly));

        attributes["custom_17"] = null;

        Assert.Equal("""{"custom_17":null}""", JsonApiSerializer.Serialize(attributes, JsonApiSerializationMode.ChangedOnly));
    }

    [Fact]
    public void A_declared_member_is_reached_by_name_too()
    {
        ContactAttributes attributes = new() { Name = "Ada" };

        attributes["email"] = "ada@example.com";

        Assert.Equal("ada@example.com", attributes.Email);
        Assert.True(attributes.IsModified("email"));
        Assert.Equal("Ada", (string?)attributes["name"]);
    }

    [Fact]
    public void A_change_inside_a_nested_object_sends_the_object_whole()
    {
        CustomerAttributes attributes = JsonApiSerializer.Deserialize<CustomerAttributes>(
            """{ "name": "Ada", "socials": { "twitter": "@a", "facebook": "a" } }"""
        );

        attributes.Socials!.Twitter = "@ada";

        JObject sent = JObject.Parse(JsonApiSerializer.Serialize(attributes, JsonApiSerializationMode.ChangedOnly));
        Assert.True(JToken.DeepEquals(JObject.Parse("""{ "socials": { "twitter": "@ada", "facebook": "a" } }"""), sent), sent.ToString());
    }

    [Fact]
    public void A_new_resource_is_sent_with_its_relationships_and_without_an_id()
    {
        ContactNoteDocument note = new()
        {
            Data = { Attributes = { Body = "Called back." }, Relationships = { Contact = { Identifier = new("contacts", "7") } } },
        };

        Assert.Equal(
            """{"data":{"type":"contact_notes","attributes":{"body":"Called back."},"relationships":{"contact":{"data":{"type":"contacts","id":"7"}}}}}""",
            JsonApiSerializer.Serialize(note, JsonApiSerializationMode.ChangedOnly)
        );
    }
}
