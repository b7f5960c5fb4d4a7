using System.Text;
using Kajabi.JsonApi.Documents.Internal;
using Kajabi.JsonApi.Serialization.Internal;

namespace Kajabi.Tests.Serialization;

public sealed class IdentifierScannerTests
{
    private const string Tag = """{"id":"7","type":"contact_tags"}""";

    [Theory]
    [InlineData("""{"id":"7","type":"contact_tags"}""")]
    [InlineData("""{"id": "7", "type": "contact_tags"}""")]
    [InlineData("  { \"id\": \"7\" , \"type\":\r\n\"contact_tags\" }")]
    [InlineData("\n\t\r {\n\n    \"id\":\t\"7\",\n    \"type\": \"contact_tags\"\n}")]
    public void An_identifier_in_the_form_of_the_API_is_read(string json)
    {
        (ResourceIdentifier? identifier, int position) = Scan(json);

        Assert.Equal(new ResourceIdentifier("contact_tags", "7"), identifier);
        Assert.Equal(json.Length, position);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("\u0001{\"id\":\"7\",\"type\":\"contact_tags\"}")]
    [InlineData("""{"id" :"7","type":"contact_tags"}""")]
    [InlineData("""{"type":"contact_tags","id":"7"}""")]
    [InlineData("""{"id":7,"type":"contact_tags"}""")]
    [InlineData("""{"id":"7""type":"contact_tags"}""")]
    [InlineData("""{"id":"7";"type":"contact_tags"}""")]
    [InlineData("""{"id":"7","type":"contact_tags","meta":{}}""")]
    [InlineData("""{"id":"7","type":"contact_tags"]""")]
    [InlineData("""{"id":"7","type":"badges"}""")]
    [InlineData("""{"id":"7","type":""}""")]
    [InlineData("""{"id":"\u0037","type":"contact_tags"}""")]
    [InlineData("""{"id":"é","type":"contact_tags"}""")]
    [InlineData("{\"id\":\"\n\",\"type\":\"contact_tags\"}")]
    [InlineData("{\"id\":\"7\u001f\",\"type\":\"contact_tags\"}")]
    public void Another_form_is_left_to_the_tokenizer(string json) => Assert.Null(Scan(json).Identifier);

    [Fact]
    public void An_identifier_that_is_not_complete_is_left_to_the_tokenizer() =>
        Assert.All(Enumerable.Range(0, Tag.Length), static length => Assert.Null(Scan(Tag[..length]).Identifier));

    [Theory]
    [InlineData("[TAG,TAG]", 2)]
    [InlineData("[TAG , TAG ]", 2)]
    [InlineData("[TAG,TAG,7]", 1)]
    [InlineData("[TAG,7]", 0)]
    [InlineData("[TAG,]", 0)]
    [InlineData("[TAG;TAG]", 0)]
    [InlineData("[]", 0)]
    public void A_reader_moves_behind_the_identifiers_that_another_item_follows(string list, int count)
    {
        byte[] json = Encoding.UTF8.GetBytes(list.Replace("TAG", Tag, StringComparison.Ordinal));
        using DocumentReader document = new();
        using MemoryStream stream = new(json);
        using JsonInput input = StreamJson.Open(stream);
        JsonApiReader reader = new(input, document, JsonApiSerializer.MaxDepth);
        reader.Advance();
        List<ResourceIdentifier> identifiers = [];

        reader.ReadPlainIdentifiers(ResourceTypes.Names, identifiers);

        Assert.Equal(Enumerable.Repeat(new ResourceIdentifier("contact_tags", "7"), count), identifiers);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(1, 0)]
    public void A_list_that_nests_too_deeply_is_left_to_the_tokenizer(int maxDepth, int count)
    {
        using DocumentReader document = new();
        using MemoryStream stream = new(Encoding.UTF8.GetBytes($"[{Tag}]"));
        using JsonInput input = StreamJson.Open(stream);
        JsonApiReader reader = new(input, document, maxDepth);
        reader.Advance();
        List<ResourceIdentifier> identifiers = [];

        reader.ReadPlainIdentifiers(ResourceTypes.Names, identifiers);

        Assert.Equal(count, identifiers.Count);
    }

    private static (ResourceIdentifier? Identifier, int Position) Scan(string json)
    {
        using StringCache strings = new();
        IdentifierScanner scanner = new(Encoding.UTF8.GetBytes(json), ResourceTypes.Names);
        return scanner.TryReadObject(strings, out ResourceIdentifier identifier)
            ? (identifier, scanner.Position)
            : (null, scanner.Position);
    }
}
