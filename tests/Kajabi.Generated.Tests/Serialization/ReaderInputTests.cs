using System.Text;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Serialization;

/// <summary>Long texts, and streams that return few bytes at a time.</summary>
public sealed class ReaderInputTests
{
    private const string ManyKinds =
        """ "name":"é€😀\u00e9\ud83d\ude00 \"q\" \\","custom\u005f17":{"é\n€":[1.50,-0,1e2,true,null,"\ud83d\ude00"]},"""
        + """ "zoë":"x","created_at":"2024-01-15T10:30:00Z" """;

    private static string Contact(string attributes) =>
        """{"data":{"id":"7","type":"contacts","attributes":{ATTRIBUTES}}}""".Replace("ATTRIBUTES", attributes, StringComparison.Ordinal);

    public static TheoryData<string, int> LongTexts()
    {
        TheoryData<string, int> data = [];
        foreach (string text in new[] { "€", "a", "é", "😀", "x€", "😀€€" })
        {
            foreach (int padding in Enumerable.Range(0, 6))
            {
                data.Add(text, padding);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(LongTexts))]
    public void A_text_longer_than_the_buffer_is_read_from_a_string(string part, int padding)
    {
        string name = string.Concat(Enumerable.Repeat(part, 50_000));

        ContactDocument document = JsonApiSerializer.Deserialize<ContactDocument>(
            new string(' ', padding) + Contact($"\"name\":\"{name}\"")
        );

        Assert.Equal(name, document.Data.Attributes.Name);
    }

    [Theory]
    [MemberData(nameof(LongTexts))]
    public void A_long_unknown_value_is_read_from_a_string(string part, int padding)
    {
        string items = string.Join(',', Enumerable.Repeat($"\"{part}{part}\"", 30_000));

        ContactDocument document = JsonApiSerializer.Deserialize<ContactDocument>(
            new string(' ', padding) + Contact($"\"custom\":[{items}]")
        );

        Assert.Equal(30_000, document.Data.Attributes["custom"]!.Count());
        Assert.Equal(part + part, (string?)document.Data.Attributes["custom"]![29_999]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Short_reads_of_a_stream_result_in_the_same_document(int count)
    {
        string json = Contact(ManyKinds);
        ContactDocument expected = JsonApiSerializer.Deserialize<ContactDocument>(json);
        using PieceStream stream = new(Encoding.UTF8.GetBytes(json), count);

        ContactDocument document = JsonApiSerializer.Deserialize<ContactDocument>(stream);

        Assert.Equal(JsonApiSerializer.Serialize(expected), JsonApiSerializer.Serialize(document));
        Assert.Equal(expected.Data.Attributes.Name, document.Data.Attributes.Name);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_byte_order_mark_in_short_reads_is_skipped(int count)
    {
        using PieceStream stream = new([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Contact("\"name\":\"Ada\""))], count);

        Assert.Equal("Ada", JsonApiSerializer.Deserialize<ContactDocument>(stream).Data.Attributes.Name);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_stream_in_UTF_16_is_read(bool canSeek)
    {
        byte[] bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Contact("\"name\":\"Ada\""))];
        using Stream stream = canSeek ? new MemoryStream(bytes) : new PieceStream(bytes, 1000);

        Assert.Equal("Ada", JsonApiSerializer.Deserialize<ContactDocument>(stream).Data.Attributes.Name);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Comments_are_read_from_every_stream(bool canSeek)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Contact("/* comment */\"name\":\"Ada\""));
        using Stream stream = canSeek ? new MemoryStream(bytes) : new PieceStream(bytes, 1000);

        Assert.Equal("Ada", JsonApiSerializer.Deserialize<ContactDocument>(stream).Data.Attributes.Name);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Deep_nesting_is_reported_as_such_from_every_stream(bool canSeek)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Contact("\"x\":" + new string('[', 70) + new string(']', 70)));
        using Stream stream = canSeek ? new MemoryStream(bytes) : new PieceStream(bytes, 1000);

        KajabiSerializationException exception = Assert.Throws<KajabiSerializationException>(() =>
            JsonApiSerializer.Deserialize<ContactDocument>(stream)
        );

        Assert.Contains("nests more deeply", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_of_the_stream_is_not_reported_as_malformed_JSON()
    {
        using PieceStream stream = new(Encoding.UTF8.GetBytes(Contact("\"name\":\"Ada\"")), 8, failAfter: 3);

        Assert.Throws<ObjectDisposedException>(() => JsonApiSerializer.Deserialize<ContactDocument>(stream));
    }

    [Fact]
    public void A_token_at_every_position_of_the_buffer_boundary_is_read()
    {
        string json = Contact(ManyKinds);
        string expected = JsonApiSerializer.Serialize(JsonApiSerializer.Deserialize<ContactDocument>(json));
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        for (int position = 0; position <= bytes.Length; position++)
        {
            byte[] padded = [.. Enumerable.Repeat((byte)' ', JsonInput.InitialSize - position), .. bytes];
            using MemoryStream stream = new(padded);
            Assert.Equal(expected, JsonApiSerializer.Serialize(JsonApiSerializer.Deserialize<ContactDocument>(stream)));
        }
    }

    [Fact]
    public void A_long_description_is_read_by_System_Text_Json()
    {
        string text = new('€', 20_000);

        Contact contact = System.Text.Json.JsonSerializer.Deserialize<Contact>(
            $$$$$"""{"id":"1","type":"contacts","attributes":{"name":"{{{{{text}}}}}"}}"""
        )!;

        Assert.Equal(text, contact.Attributes.Name);
    }

    [Fact]
    public void A_webhook_with_a_long_text_is_parsed()
    {
        string text = new('€', 20_000);
        string json = """
            { "id": "d", "event": "tag_added",
              "payload": [{ "id": "0", "type": "contact_tags", "attributes": { "name": "NAME" } }, { "id": "1", "type": "contacts" }] }
            """.Replace("NAME", text, StringComparison.Ordinal);

        TagAddedEvent read = Assert.IsType<TagAddedEvent>(WebhookParser.Parse(json));

        Assert.Equal(text, read.Tag?.Attributes.Name);
    }
}
