using System.Text;

namespace Kajabi.Tests.Serialization;

/// <summary>A message about JSON that cannot be read contains what was expected and where.</summary>
public sealed class ReadFailureTests
{
    [Theory]
    [InlineData("""{"data":7}""", "Expected one Contact as data and found Integer, at 'data' (line 1, position 9).")]
    [InlineData("""{"data":1.5}""", "Expected one Contact as data and found Float, at 'data' (line 1, position 11).")]
    [InlineData("""{"data":true}""", "Expected one Contact as data and found Boolean, at 'data' (line 1, position 12).")]
    [InlineData("""{"data":"7"}""", "Expected one Contact as data and found String, at 'data' (line 1, position 11).")]
    [InlineData(
        """{"data":{"id":"7","type":"contacts"}} {}""",
        "Found more JSON after the end of the document, at the root (line 1, position 38)."
    )]
    [InlineData(
        """{"data":{"id":"7","type":"contacts"}} x""",
        "Found more JSON after the end of the document, at the root (line 1, position 38)."
    )]
    [InlineData("", "The JSON ends before the document is complete, at the root (line 0, position 0).")]
    [InlineData("{\n\"data\":x}", "The JSON is malformed or truncated, at 'data' (line 2, position 7).")]
    public void The_message_contains_the_cause_and_the_location(string json, string message)
    {
        KajabiSerializationException exception = Assert.Throws<KajabiSerializationException>(() =>
            JsonApiSerializer.Deserialize<ContactDocument>(json)
        );

        Assert.Equal(message, exception.Message);
        Assert.False(exception.IsTooDeep);
    }

    [Fact]
    public void An_item_that_is_no_resource_is_an_error() =>
        Assert.Equal(
            "Expected a resource, a JSON object, and found Integer, at 'data[1]' (line 1, position 39).",
            Assert
                .Throws<KajabiSerializationException>(() =>
                    JsonApiSerializer.Deserialize<ContactCollection>("""{"data":[{"type":"contacts","id":"1"},7]}""")
                )
                .Message
        );

    [Theory]
    [InlineData("{")]
    [InlineData("""{"data":""")]
    [InlineData("""{"data":{"id":"7",""")]
    [InlineData("""{"data":{"id":"7","type":"contacts","attributes":{"custom":[1,""")]
    public void A_truncated_document_is_never_returned(string json)
    {
        KajabiSerializationException exception = Assert.Throws<KajabiSerializationException>(() =>
            JsonApiSerializer.Deserialize<ContactDocument>(json)
        );

        Assert.Contains(
            exception.Message.Split(", at ")[0],
            (string[])["The JSON ends before the document is complete", "The JSON is malformed or truncated"]
        );
    }

    [Fact]
    public void The_message_about_the_depth_contains_the_limit()
    {
        KajabiSerializationException exception = Assert.Throws<KajabiSerializationException>(() =>
            JsonApiSerializer.Deserialize<ContactDocument>("""{"meta":{"deep":""" + new string('[', JsonApiSerializer.MaxDepth))
        );

        Assert.StartsWith(
            $"The JSON nests more deeply than {JsonApiSerializer.MaxDepth} levels, at 'meta.deep[0]",
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.True(exception.IsTooDeep);
    }

    [Fact]
    public void A_resource_of_another_type_is_named()
    {
        KajabiSerializationException exception = Assert.Throws<KajabiSerializationException>(() =>
            JsonApiSerializer.Deserialize<ContactCollection>("""{"data":[{"id":"1","type":"contacts"},{"id":"2","type":"offers"}]}""")
        );

        Assert.Equal("data[1].type", exception.Path);
        Assert.Contains("offers", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Attributes_that_are_no_object_are_an_error() =>
        Assert.StartsWith(
            "Expected a JSON object and found StartArray, at the root",
            Assert.Throws<KajabiSerializationException>(() => JsonApiSerializer.Deserialize<ContactAttributes>("[]")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_class_that_JSON_API_does_not_have_is_named_with_the_alternatives() =>
        Assert.Equal(
            "Kajabi.KajabiClientOptions cannot be serialized as JSON:API. "
                + "Use the class of a document, resource, attributes object, relationship or webhook event.",
            Assert.Throws<NotSupportedException>(() => JsonApiSerializer.Serialize(new KajabiClientOptions())).Message
        );

    [Fact]
    public void A_missing_argument_is_named()
    {
        using MemoryStream stream = new();

        Assert.Throws<ArgumentNullException>("json", () => JsonApiSerializer.Deserialize<ContactDocument>((string)null!));
        Assert.Throws<ArgumentNullException>("stream", () => JsonApiSerializer.Deserialize<ContactDocument>((Stream)null!));
        Assert.Throws<ArgumentNullException>("value", () => JsonApiSerializer.Serialize(null!));
        Assert.Throws<ArgumentNullException>("value", () => JsonApiSerializer.Serialize(null!, stream));
        Assert.Throws<ArgumentNullException>("stream", () => JsonApiSerializer.Serialize(new ContactDocument(), (Stream)null!));
    }

    [Fact]
    public void A_stream_stays_open()
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes("""{"data":[]}"""));

        JsonApiSerializer.Deserialize<ContactCollection>(stream);

        Assert.True(stream.CanRead);
    }
}
