using Newtonsoft.Json.Linq;

namespace Kajabi.Sandbox.Tests.LikeTheService;

/// <summary>What the service refuses in a request that writes, and what it ignores.</summary>
public sealed class WriteTests : RawSandboxTestBase
{
    private const string NewContact = """{ "name": "Ada", "email": "ada@example.com" }""";

    [Theory]
    [InlineData("""{ "email": "not an address" }""", "email")]
    [InlineData("""{ "email": "ada@" }""", "email")]
    [InlineData("""{ "email": "ada@example" }""", "email")]
    [InlineData("""{ "email": "a b@example.com" }""", "email")]
    [InlineData("""{ "email": " " }""", "email")]
    [InlineData("""{ "email": null }""", "email")]
    [InlineData("""{ "name": "Ada" }""", "email")]
    [InlineData("""{ "email": 5 }""", "email")]
    [InlineData("""{ "email": { "a": 1 } }""", "email")]
    [InlineData("""{ "email": "ada@example.com", "name": 5 }""", "name")]
    [InlineData("""{ "email": "ada@example.com", "name": ["Ada"] }""", "name")]
    [InlineData("""{ "email": "ada@example.com", "custom_17": {} }""", "custom_17")]
    [InlineData("""{ "email": "ada@example.com", "subscribed": "yes" }""", "subscribed")]
    [InlineData("""{ "email": "JOHANNA@example.com" }""", "email")]
    public async Task A_contact_with_an_invalid_attribute_is_rejected(string attributes, string attribute)
    {
        (int status, JObject body) = await Sandbox.SendAsync(HttpMethod.Post, "/v1/contacts", WriteContact(attributes));

        Assert.Equal(422, status);
        AssertError(body, 422, $"/data/attributes/{attribute}");
    }

    [Theory]
    [InlineData("""{ "email": "no-address" }""", 422)]
    [InlineData("""{ "email": null }""", 422)]
    [InlineData("""{ "name": 5 }""", 422)]
    [InlineData("""{ "subscribed": "yes" }""", 422)]
    [InlineData("""{ "subscribed": null }""", 422)]
    [InlineData("""{ "name": null, "phone_number": null, "subscribed": false }""", 200)]
    public async Task An_update_is_validated_like_a_new_contact(string attributes, int status) =>
        Assert.Equal(status, (await Sandbox.SendAsync(HttpMethod.Patch, "/v1/contacts/123", Write("contacts", attributes))).Status);

    [Fact]
    public async Task A_new_contact_is_not_subscribed_and_has_no_external_user_id()
    {
        (int status, JObject body) = await Sandbox.SendAsync(
            HttpMethod.Post,
            "/v1/contacts",
            WriteContact(
                """
                { "email": "ada@example.com", "subscribed": true, "external_user_id": "x", "colour": "red",
                  "created_at": "1999-01-01" }
                """
            )
        );

        JObject attributes = (JObject)body["data"]!["attributes"]!;
        Assert.Equal((201, false, JTokenType.Null), (status, (bool)attributes["subscribed"]!, attributes["external_user_id"]!.Type));
        Assert.Null(attributes["colour"]);
        Assert.NotEqual("1999-01-01", (string?)attributes["created_at"]);
    }

    [Fact]
    public async Task An_external_user_id_needs_a_customer()
    {
        string document = Write("contacts", """{ "external_user_id": "crm-1" }""");

        Assert.Equal(200, (await Sandbox.SendAsync(HttpMethod.Patch, "/v1/contacts/123", document)).Status);
        Assert.Equal(422, (await Sandbox.SendAsync(HttpMethod.Patch, "/v1/contacts/2148433001", document)).Status);
    }

    [Theory]
    [InlineData("""{ "body": "Called." }""", "{}", 422)]
    [InlineData("""{ "body": "Called." }""", """{ "contact": { "data": { "type": "contacts", "id": "999" } } }""", 422)]
    [InlineData("""{ "body": "Called." }""", """{ "contact": { "data": { "type": "contacts", "id": 123 } } }""", 422)]
    [InlineData("""{ "body": " " }""", """{ "contact": { "data": { "type": "contacts", "id": "123" } } }""", 422)]
    [InlineData("""{ "body": 5 }""", """{ "contact": { "data": { "type": "contacts", "id": "123" } } }""", 422)]
    [InlineData("""{ "body": "Called." }""", """{ "contact": { "data": { "type": "contacts", "id": "123" } } }""", 201)]
    public async Task A_note_needs_a_text_and_a_contact(string attributes, string relationships, int status) =>
        Assert.Equal(
            status,
            (await Sandbox.SendAsync(HttpMethod.Post, "/v1/contact_notes", Write("contact_notes", attributes, relationships))).Status
        );

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("\"data\"")]
    [InlineData("{ \"data\": [] }")]
    [InlineData("{ \"data\": null }")]
    [InlineData("{ \"data\": { \"type\": 5 } }")]
    [InlineData("{ \"data\": { \"type\": \"contacts\", \"attributes\": [] } }")]
    [InlineData("{ \"data\": { \"type\": \"contacts\", \"relationships\": \"none\" } }")]
    [InlineData("{ \"data\": { \"type\": \"contacts\", \"relationships\": { \"site\": [] } } }")]
    [InlineData("{ \"data\": { \"type\": \"contacts\", \"relationships\": { \"site\": { \"data\": [\"1\"] } } } }")]
    [InlineData(
        "{ \"data\": { \"type\": \"contacts\", \"relationships\": { \"site\": { \"data\": { \"type\": \"sites\", \"id\": {} } } } } }"
    )]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("{ \"data\": { \"type\": \"\\ud800\" } }")]
    public async Task A_damaged_document_is_rejected_in_the_form_of_the_service(string json)
    {
        (int status, JObject body) = await Sandbox.SendAsync(HttpMethod.Post, "/v1/contacts", json);

        Assert.Equal(400, status);
        AssertError(body, 400, pointer: null);
        // No tags are a valid list of tags.
        int expected = json == """{ "data": [] }""" ? 200 : 400;
        Assert.Equal(expected, (await Sandbox.SendAsync(HttpMethod.Post, "/v1/contacts/123/relationships/tags", json)).Status);
        Assert.Equal(400, (await Sandbox.SendAsync(HttpMethod.Post, "/v1/forms/801/submit", json)).Status);
    }

    [Fact]
    public async Task Of_two_members_with_the_same_name_the_last_counts()
    {
        (_, JObject body) = await Sandbox.SendAsync(
            HttpMethod.Post,
            "/v1/contacts",
            WriteContact("""{ "email": "a@example.com", "email": "b@example.com" }""")
        );

        Assert.Equal("b@example.com", (string?)body["data"]!["attributes"]!["email"]);
    }

    [Fact]
    public async Task A_submitted_form_subscribes_the_contact_and_grants_the_offer_of_the_form()
    {
        await Sandbox.SendAsync(HttpMethod.Post, "/v1/forms/801/submit", Write("form_submissions", NewContact));

        JObject page = await Sandbox.GetAsync("/v1/contacts?filter[email_contains]=ada@example.com&include=offers,tags");
        JToken contact = page["data"]!.Single();
        Assert.True((bool)contact["attributes"]!["subscribed"]!);
        Assert.Equal(["457", "789"], page["included"]!.Select(static one => (string)one["id"]!).Order(StringComparer.Ordinal));
        Assert.Equal(
            [(string)contact["id"]!],
            await Sandbox.GetIdsAsync("/v1/contacts?filter[subscribed_in_last]=1&filter[submitted_form_id]=801")
        );
    }

    [Theory]
    [InlineData("""{ "name": "Ada" }""")]
    [InlineData("""{ "email": "ada@example.com" }""")]
    [InlineData("""{ "name": "Ada", "email": "no-address" }""")]
    [InlineData("""{ "name": "Ada", "email": ["ada@example.com"] }""")]
    [InlineData("""{ "name": 5, "email": "ada@example.com" }""")]
    public async Task An_invalid_form_submission_is_rejected(string attributes) =>
        Assert.Equal(422, (await Sandbox.SendAsync(HttpMethod.Post, "/v1/forms/801/submit", Write("form_submissions", attributes))).Status);

    [Fact]
    public async Task Samples_and_default_forms_do_not_depend_on_single_resources()
    {
        await Sandbox.SendAsync(HttpMethod.Post, "/v1/purchases/1022/cancel_subscription");
        foreach (string id in await Sandbox.GetIdsAsync("/v1/contacts?page[size]=500"))
        {
            await Sandbox.SendAsync(HttpMethod.Delete, $"/v1/contacts/{id}");
        }

        Assert.InRange((await Sandbox.SendAsync(HttpMethod.Get, "/v1/hooks/tag_added_sample")).Status, 200, 404);
        Assert.Equal(200, (await Sandbox.SendAsync(HttpMethod.Get, "/v1/hooks/purchase_sample")).Status);
        Assert.Equal("801", (string?)(await Sandbox.GetAsync("/v1/forms/default"))["data"]!["id"]);
    }

    private static void AssertError(JObject body, int status, string? pointer)
    {
        JToken error = body["errors"]!.First!;
        Assert.Equal(status.ToString(System.Globalization.CultureInfo.InvariantCulture), (string?)error["status"]);
        Assert.False(string.IsNullOrWhiteSpace((string?)error["detail"]));
        if (pointer is not null)
        {
            Assert.Equal(pointer, (string?)error["source"]!["pointer"]);
        }
    }
}
