using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kajabi.Tests.Serialization;

/// <summary>The values of members, the names of members, and the start and the end of the JSON.</summary>
public sealed class JsonApiReaderTests
{
    private delegate T ValueReader<out T>(scoped ref JsonApiReader reader);

    [Theory]
    [InlineData("5", 5L, false)]
    [InlineData("-5", -5L, false)]
    [InlineData("0", 0L, false)]
    [InlineData("-0", 0L, true)]
    [InlineData("5.0", 5L, true)]
    [InlineData("5.5", null, true)]
    [InlineData("9223372036854775807.0", long.MaxValue, true)]
    [InlineData("9223372036854775808.0", null, true)]
    [InlineData("-9223372036854775808.0", long.MinValue, true)]
    [InlineData("-9223372036854775809.0", null, true)]
    [InlineData("1.0000000000000000000000000000000001", null, true)]
    [InlineData("\"5\"", null, true)]
    [InlineData("null", null, false)]
    public void An_integer_is_stored_as_raw_JSON_only_if_its_text_differs(string json, long? value, bool isStored) =>
        Assert.Equal((value, isStored), Read(json, static (scoped ref JsonApiReader reader) => reader.ReadInt64()));

    [Theory]
    [InlineData("\"2024-02-29\"", "2024-02-29", false)]
    [InlineData("\"2024-02-\\u0032\\u0039\"", "2024-02-29", false)]
    [InlineData("\"2023-02-29\"", null, true)]
    [InlineData("\"2024-02-29T00:00:00Z\"", null, true)]
    [InlineData("20240229", null, true)]
    [InlineData("null", null, false)]
    public void A_date_is_stored_as_raw_JSON_only_if_it_is_no_date(string json, string? date, bool isStored)
    {
        (DateOnly? value, bool hasRemainder) = Read(json, static (scoped ref JsonApiReader reader) => reader.ReadDate());

        Assert.Equal((date, isStored), (value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), hasRemainder));
    }

    [Theory]
    [InlineData("\"2024-01-15T10:30:00Z\"", "2024-01-15 10:30:00", false)]
    [InlineData("\"2024-01-15T10:30:00\\u005a\"", "2024-01-15 10:30:00", false)]
    [InlineData("\"2024-01-15T10:30:00.000Z\"", "2024-01-15 10:30:00", true)]
    [InlineData("\"2024-01-15T1\\u0030:30Z\"", "2024-01-15 10:30:00", true)]
    [InlineData("null", null, false)]
    public void A_time_is_stored_as_raw_JSON_only_if_its_text_differs(string json, string? time, bool isStored)
    {
        (DateTimeOffset? value, bool hasRemainder) = Read(json, static (scoped ref JsonApiReader reader) => reader.ReadDateTime());

        Assert.Equal((time, isStored), (value?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), hasRemainder));
    }

    [Theory]
    [InlineData("\"Ada\"", "Ada", false)]
    [InlineData("\"\\u0041da\"", "Ada", false)]
    [InlineData("true", "true", true)]
    [InlineData("false", "false", true)]
    [InlineData("1.50", "1.50", true)]
    [InlineData("[]", null, true)]
    [InlineData("null", null, false)]
    public void A_text_is_stored_as_raw_JSON_only_if_it_is_no_string(string json, string? value, bool isStored) =>
        Assert.Equal((value, isStored), Read(json, static (scoped ref JsonApiReader reader) => reader.ReadString()));

    [Fact]
    public void A_known_name_is_the_string_of_the_table()
    {
        Utf8NameTable names = new(["id", "type"]);
        using DocumentReader document = new();
        JsonApiReader reader = new(new RawJson("""{"id":1,"type":2,"rank":3}"""u8.ToArray()), document);
        reader.Advance();
        int ordinal = -1;

        Assert.True(reader.NextMember(names, ref ordinal, out string? name));
        Assert.Equal(0, ordinal);
        Assert.Same(names[0], name);
        Assert.True(reader.NextMember(names, ref ordinal, out name));
        Assert.Equal(1, ordinal);
        Assert.Same(names[1], name);
        Assert.True(reader.NextMember(names, ref ordinal, out name));
        Assert.Equal((-1, "rank"), (ordinal, name));
        Assert.False(reader.NextMember(names, ref ordinal, out _));
    }

    [Fact]
    public void An_escaped_name_is_the_name_without_escapes()
    {
        ContactAttributes attributes = JsonApiSerializer.Deserialize<ContactAttributes>("""{"n\u0061me":"Ada","custom\u005f17":1}""");

        Assert.Equal("Ada", attributes.Name);
        Assert.Equal(["custom_17"], attributes.AdditionalMembers);
    }

    [Fact]
    public void A_short_text_that_occurs_twice_is_one_string()
    {
        ContactCollection page = JsonApiSerializer.Deserialize<ContactCollection>(
            """
            { "data": [ { "id": "1", "type": "contacts", "attributes": { "name": "Ada" } },
                        { "id": "2", "type": "contacts", "attributes": { "name": "Ada" } } ] }
            """
        );

        Assert.Same(page.Data[0].Attributes.Name, page.Data[1].Attributes.Name);
    }

    [Fact]
    public void A_text_that_is_not_Unicode_is_replaced_while_the_document_is_read()
    {
        ContactAttributes attributes = JsonApiSerializer.Deserialize<ContactAttributes>("""{"custom_17":["\ud83d"]}""");

        Assert.Equal("\uFFFD", (string?)attributes["custom_17"]![0]);
    }

    [Fact]
    public void After_the_last_token_there_is_none()
    {
        using DocumentReader document = new();
        document.Path.Enter("data");
        JsonApiReader reader = new(new RawJson("7"u8.ToArray()), document);

        Assert.True(reader.Read());
        Assert.False(reader.Read());
        Assert.Equal("The JSON ends before the document is complete, at 'data'.", AdvanceTwice(document));
    }

    [Theory]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'7' })]
    [InlineData(new byte[] { (byte)'7' })]
    public void A_byte_order_mark_is_no_token(byte[] json)
    {
        using MemoryStream stream = new(json);
        using BytesInput input = new(stream, static () => null);
        using DocumentReader document = new();
        JsonApiReader reader = new(input, document, JsonApiSerializer.MaxDepth);

        Assert.True(reader.Read());
        Assert.Equal((JsonTokenType.Number, 7L), (reader.Token, reader.ReadInt64()));
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    [InlineData(false, false, true)]
    public void The_path_is_recorded_for_drift_and_for_JSON_that_cannot_be_read_again(bool canReopen, bool hasDrift, bool isRecorded)
    {
        using MemoryStream stream = new("7"u8.ToArray());
        using BytesInput input = new(stream, static () => null, canReopen);
        using DocumentReader document = new(hasDrift ? new DriftCollector() : null);

        _ = new JsonApiReader(input, document, JsonApiSerializer.MaxDepth);

        Assert.Equal(isRecorded, document.Path.IsRecorded);
    }

    [Fact]
    public void A_failure_in_a_value_that_was_read_before_contains_its_location() =>
        Assert.Equal(
            "Expected a resource identifier, an object with 'type' and 'id', and found Integer, "
                + "at 'data.relationships.tags.data[0]' (line 1, position 45).",
            Assert
                .Throws<KajabiSerializationException>(() =>
                    JsonApiSerializer.Deserialize<ContactDocument>(
                        """{"data":{"relationships":{"tags":{"data":[777]}},"type":"contacts"}}"""
                    )
                )
                .Message
        );

    private static string AdvanceTwice(DocumentReader document) =>
        Assert
            .Throws<KajabiSerializationException>(() =>
            {
                JsonApiReader reader = new(new RawJson("7"u8.ToArray()), document);
                reader.Advance();
                reader.Advance();
            })
            .Message;

    private static (T Value, bool HasRemainder) Read<T>(string json, ValueReader<T> read)
    {
        using DocumentReader document = new();
        JsonApiReader reader = new(new RawJson(Encoding.UTF8.GetBytes(json)), document);
        reader.Advance();
        T value = read(ref reader);
        return (value, reader.HasRemainder);
    }
}
