using Newtonsoft.Json;

namespace Kajabi.Tests.Serialization;

/// <summary>With Newtonsoft.Json, truncated JSON throws the exceptions that its callers expect.</summary>
public sealed class TruncatedReaderTests
{
    private const string Start = """{"data":{"id":"7","type":"contacts","attributes":{"x":""";

    [Theory]
    [InlineData(Start + "[", "Error reading JArray from JsonReader. Path 'data.attributes.x', line 1, position 55.")]
    [InlineData(Start + "[1", "Unexpected end of content while loading JArray. Path 'data.attributes.x[0]', line 1, position 56.")]
    [InlineData(Start + "{", "Error reading JObject from JsonReader. Path 'data.attributes.x', line 1, position 55.")]
    [InlineData(Start + "{\"y\":1", "Unexpected end of content while loading JObject. Path 'data.attributes.x.y', line 1, position 60.")]
    public void A_truncated_value_is_a_reader_exception(string json, string message)
    {
        JsonReaderException exception = Assert.Throws<JsonReaderException>(() => JsonConvert.DeserializeObject<ContactDocument>(json));

        Assert.Equal(message, exception.Message);
    }

    [Fact]
    public void A_constructor_is_not_JSON()
    {
        JsonReaderException exception = Assert.Throws<JsonReaderException>(() =>
            JsonConvert.DeserializeObject<ContactDocument>("""{"data":{"id":"7","type":"contacts","attributes":{"x":new Date(1)}}}""")
        );

        Assert.Equal("JSON has no constructors.", exception.Message);
    }

    [Fact]
    public void The_settings_of_the_reader_are_restored()
    {
        using JsonTextReader reader = new(new StringReader("""{"id":"7","type":"contacts"}"""))
        {
            DateParseHandling = DateParseHandling.DateTimeOffset,
            FloatParseHandling = FloatParseHandling.Double,
        };

        JsonSerializer.CreateDefault().Deserialize<Contact>(reader);

        Assert.Equal((DateParseHandling.DateTimeOffset, FloatParseHandling.Double), (reader.DateParseHandling, reader.FloatParseHandling));
    }

    [Fact]
    public void Null_is_null() => Assert.Null(JsonConvert.DeserializeObject<Contact>("null"));
}
