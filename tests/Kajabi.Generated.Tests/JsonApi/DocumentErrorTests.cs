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
    public void An_unexpected_document_throws_a_serialization_exception(string json, string message)
    {
        KajabiSerializationException exception = Assert.Throws<KajabiSerializationException>(() =>
            JsonApiSerializer.Deserialize<ContactDocument>(json)
        );

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"data\":{\"attributes\":{\"name\":")]
    [InlineData("")]
    public void Deep_nesting_is_rejected(string prefix)
    {
        string json = prefix + new string('[', 100_000);

        Assert.Throws<KajabiSerializationException>(() => JsonApiSerializer.Deserialize<ContactDocument>(json));
    }

    [Fact]
    public void The_exception_has_the_path_of_the_error()
    {
        KajabiSerializationException exception = Assert.Throws<KajabiSerializationException>(() =>
            JsonApiSerializer.Deserialize<ContactCollection>("""{ "data": [{ "id": "1", "type": "contacts" }, 5] }""")
        );

        Assert.Equal("data[1]", exception.Path);
    }

    [Fact]
    public void An_unknown_type_instead_of_the_expected_one_is_accepted()
    {
        Contact contact = JsonApiSerializer
            .Deserialize<ContactDocument>("""{ "data": { "id": "1", "type": "people", "attributes": { "name": "Ada" } } }""")
            .Data;

        Assert.Equal("people", contact.Type);
        Assert.Equal("Ada", contact.Attributes.Name);
    }

    [Fact]
    public void The_id_of_a_resource_without_an_id_is_null()
    {
        Contact contact = JsonApiSerializer.Deserialize<ContactDocument>("""{ "data": { "type": "contacts" } }""").Data;

        Assert.False(contact.HasId);
        Assert.Null(contact.Id);
    }
}
