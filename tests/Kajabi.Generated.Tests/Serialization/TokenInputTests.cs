using Newtonsoft.Json;

namespace Kajabi.Tests.Serialization;

/// <summary>The tokens of Newtonsoft.Json as JSON, with their locations for messages.</summary>
public sealed class TokenInputTests
{
    private const string BadItem = "Expected a resource, a JSON object, and found Integer, at ";

    [Theory]
    [InlineData(
        """{"data":{"type":"offers"}}""",
        "Expected a resource of type 'contacts' and found 'offers', at 'data.type' (line 1, position 24)."
    )]
    [InlineData("""{"data":{"included":[7],"type":"contacts"}}""", BadItem + "'data.included[0]' (line 1, position 22).")]
    [InlineData("{\"data\":\n{\"included\":[{},\n7],\"type\":\"contacts\"}}", BadItem + "'data.included[1]' (line 3, position 1).")]
    [InlineData("""{"data":undefined}""", "Expected one Contact as data and found Undefined, at 'data' (line 1, position 17).")]
    public void A_failure_contains_the_location_of_its_token(string json, string message)
    {
        JsonSerializationException exception = Assert.Throws<JsonSerializationException>(() =>
            JsonConvert.DeserializeObject<ContactDocument>(json)
        );

        Assert.Equal(message, exception.Message);
        Assert.IsType<KajabiSerializationException>(exception.InnerException);
    }

    [Fact]
    public void The_path_of_a_failure_starts_at_the_root_of_the_text()
    {
        JsonSerializationException exception = Assert.Throws<JsonSerializationException>(() =>
            JsonConvert.DeserializeObject<Dictionary<string, ContactDocument>>("""{"cached":{"data":{"included":[7],"type":"contacts"}}}""")
        );

        Assert.Equal(BadItem + "'cached.data.included[0]' (line 1, position 32).", exception.Message);
    }

    [Theory]
    [InlineData("""/* comment */{"data":{"included":[7],"type":"contacts"}}""", BadItem + "'data.included[0]' (line 1, position 35).")]
    [InlineData("""{"data":{"included":[/* comment */7],"type":"contacts"}}""", BadItem + "'data.included[0]' (line 1, position 35).")]
    [InlineData(
        """{'data':{"type":"offers"}}""",
        "Expected a resource of type 'contacts' and found 'offers', at 'data.type' (line 1, position 24)."
    )]
    public void A_failure_in_JSON_that_is_not_strict_contains_the_location_of_its_token(string json, string message) =>
        Assert.Equal(
            message,
            Assert.Throws<KajabiSerializationException>(() => JsonApiSerializer.Deserialize<ContactDocument>(json)).Message
        );

    [Fact]
    public void After_a_failure_the_reader_is_at_the_token_that_failed()
    {
        using JsonTextReader reader = new(new StringReader("""{"data":7,"meta":{"next":1}}"""));

        Assert.Throws<JsonSerializationException>(() => JsonSerializer.CreateDefault().Deserialize<ContactDocument>(reader));

        Assert.Equal(("data", JsonToken.Integer), (reader.Path, reader.TokenType));
    }

    [Fact]
    public void The_depth_is_limited_by_the_settings_only()
    {
        const int depth = 1500;
        string lists = new string('[', depth) + new string(']', depth);

        ContactAttributes attributes = JsonConvert.DeserializeObject<ContactAttributes>(
            $$"""{"custom_17":{{lists}},"name":"Ada"}""",
            new JsonSerializerSettings { MaxDepth = null }
        )!;

        Assert.Equal("Ada", attributes.Name);
        Assert.Contains("custom_17", attributes.AdditionalMembers);
    }

    [Fact]
    public void Only_an_input_with_a_function_can_be_opened_again()
    {
        using JsonTextReader reader = new(new StringReader("{}"));
        using TokenInput once = new(reader);
        using TokenInput again = new(reader, () => reader);

        Assert.Equal((false, true), (once.CanReopen, again.CanReopen));
        Assert.Null(once.Reopen());
        Assert.Same(reader, again.Reopen());
    }

    [Fact]
    public void Disposing_returns_the_buffer()
    {
        using JsonTextReader reader = new(new StringReader("[1]"));
        reader.Read();
        TokenInput input = new(reader);
        input.Fill(0);
        Assert.Equal("[ "u8, input.Bytes);

        input.Dispose();

        Assert.True(input.Bytes.IsEmpty);
    }
}
