namespace Kajabi.Tests.JsonApi;

public sealed class DocumentErrorTests
{
    [Theory]
    [InlineData("", "ends before")]
    [InlineData("null", "found Null")]
    [InlineData("\"text\"", "found String")]
    [InlineData("{\"data\":{\"id\":\"1\",\"type\":\"contacts\"", "ends before")]
    [InlineData("{\"data\":{\"id\":\"1\",\"type\":\"contacts\"}} {}", "more JSON")]
    [InlineData("{\"data\":null}", "Expected one Contact")]
    [InlineData("{}", "contains no data")]
    [InlineData("{\"data\":[]}", "Expected one Contact")]
    [InlineData("<html></html>", "malformed or truncated")]
    [InlineData("{\"data\":{\"id\":\"1\",\"type\":\"customers\"}}", "Expected a resource of type 'contacts' and found 'customers'")]
    [InlineData("{\"data\":{\"id\":\"1\",\"type\":\"contacts\"},\"errors\":[{\"title\":\"no\"}]}", "errors instead of data")]
    public void What_is_not_the_promised_document_is_one_typed_error(string json, string message)
    {
        KajabiSerializationException exception = Assert.Throws<KajabiSerializationException>(() =>
            JsonApiSerializer.Deserialize<ContactDocument>(json)
        );

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"data\":{\"attributes\":{\"name\":")]
    [InlineData("")]
    public void Nesting_without_end_is_refused(string prefix)
    {
        string json = prefix + new string('[', 100_000);

        Assert.Throws<KajabiSerializationException>(() => JsonApiSerializer.Deserialize<ContactDocument>(json));
    }

    [Fact]
    public void The_place_of_the_error_is_told()
    {
        KajabiSerializationException exception = Assert.Throws<KajabiSerializationException>(() =>
            JsonApiSerializer.Deserialize<ContactCollection>("""{ "data": [{ "id": "1", "type": "contacts" }, 5] }""")
        );

        Assert.Equal("data[1]", exception.Path);
    }

    [Fact]
    public void A_type_that_nobody_knows_in_place_of_the_promised_one_is_kept_and_shown()
    {
        Contact contact = JsonApiSerializer
            .Deserialize<ContactDocument>("""{ "data": { "id": "1", "type": "people", "attributes": { "name": "Ada" } } }""")
            .Data;

        Assert.Equal("people", contact.Type);
        Assert.Equal("Ada", contact.Attributes.Name);
    }

    [Fact]
    public void A_resource_without_an_id_has_null_as_its_id()
    {
        Contact contact = JsonApiSerializer.Deserialize<ContactDocument>("""{ "data": { "type": "contacts" } }""").Data;

        Assert.False(contact.HasId);
        Assert.Null(contact.Id);
    }
}
