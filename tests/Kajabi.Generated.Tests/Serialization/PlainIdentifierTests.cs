using System.Text;
using System.Text.RegularExpressions;

namespace Kajabi.Tests.Serialization;

/// <summary>
/// Identifiers in the form of the API are read without the tokenizer. With a blank behind a name, the tokenizer reads them, so both must
/// have the same result.
/// </summary>
public sealed partial class PlainIdentifierTests
{
    // More than the buffer.
    private const int ManyIdentifiers = 2_000;

    // Each piece ends at another position of an identifier.
    private const int MaxPieceSize = 40;

    private static readonly string[] s_lists =
    [
        "[]",
        "[ ]",
        "[A]",
        "[A,B]",
        "[\nA,\nB\n]",
        "[\r\n\tA ,\r\n\tB\r\n]",
        "[A,B,{\"type\":\"contact_tags\",\"id\":\"3\"},A]",
        "[A,{\"id\":\"3\",\"type\":\"contact_tags\",\"meta\":{\"x\":1}},B]",
        "[{\"id\":\"\\u0031\",\"type\":\"contact_tags\"},B]",
        "[A,{\"id\":\"2\",\"type\":\"contact\\u005ftags\"}]",
        "[A,{\"id\":\"é\",\"type\":\"contact_tags\"}]",
        "[A,{\"id\":\"\",\"type\":\"contact_tags\"}]",
        "[A,{\"id\":\"9\",\"type\":\"badges\"},B]",
        "[A,{\"id\":\"9\",\"type\":\"\"},B]",
        "[A,{\"id\":7,\"type\":\"contact_tags\"},B]",
        "[A,{\"id\":\"7\"},B]",
        "[A,{}]",
        "[A,{\"id\":\"7\",\"type\":\"contact_tags\",\"id\":\"8\"},B]",
        "[A,B,\n]",
        "[A,\n,B]",
        "[A\nB]",
        "[\n,A]",
        "[A,\n7]",
        "[A,B,\nnull]",
        "[A,\n[B]]",
        "[A,B\n}",
        "[A,\n\u0001B]",
        "[A,\n{\"id\":\"1\n\",\"type\":\"contact_tags\"}]",
        "[A,\n{\"id\":\"1\",\"type\":\"contact_tags\",}]",
        "[A,\n{\"id\":\"1\" \"type\":\"contact_tags\"}]",
        "[A,B",
        "[A,",
        "[A,B]]",
        "A",
        "{\n  \"id\" : \"1\" ,\n  \"type\" : \"contact_tags\" \n}",
        "{\"id\":\"1\",\n\"type\":\"contact_tags\"\n,}",
        "{\"id\":\"1\",\n\"type\":\"contact_tags\"\n]",
        "{\"id\":\"1\",\"type\":\"contact_tags\"",
    ];

    public static TheoryData<string> Lists => [.. s_lists];

    [Theory]
    [MemberData(nameof(Lists))]
    public void The_tokenizer_reads_the_same(string list)
    {
        string plain = Document(list);
        string result = Read(plain, int.MaxValue);
        string tokenized = Read(plain.Replace("\":\"", "\" :\"", StringComparison.Ordinal), int.MaxValue);

        Assert.Equal(Position().Replace(tokenized, string.Empty), Position().Replace(result, string.Empty));
        Assert.All(Enumerable.Range(1, MaxPieceSize), size => Assert.Equal(result, Read(plain, size)));
    }

    [Fact]
    public void All_identifiers_of_a_list_that_is_longer_than_the_buffer_are_read_in_their_order()
    {
        string[] ids = [.. Enumerable.Range(1, ManyIdentifiers).Select(static id => $"{id}")];
        string list = string.Join(",\n", ids.Select(static id => $$"""{"id":"{{id}}","type":"contact_tags"}"""));

        ContactDocument document = JsonApiSerializer.Deserialize<ContactDocument>(Document($"[{list}]"));

        Assert.Equal(ids, document.Data.Relationships.Tags.Identifiers.Select(static tag => tag.Id));
        Assert.All(document.Data.Relationships.Tags.Identifiers, static tag => Assert.Equal("contact_tags", tag.Type));
    }

    [Theory]
    [InlineData("[A,\nB,\n 7]", "at 'data.relationships.tags.data[2]' (line 3, position 2)")]
    [InlineData("[A,\nB],\"x\":[\n'", "(line 3, position")]
    [InlineData(
        "[A,\nB]},\"customer\":{\"data\":A},\"offers\":{\"data\":[\nA,7]",
        "at 'data.relationships.offers.data[1]' (line 3, position "
    )]
    public void A_failure_after_identifiers_has_its_location(string list, string location)
    {
        KajabiSerializationException exception = Assert.Throws<KajabiSerializationException>(() =>
            JsonApiSerializer.Deserialize<ContactDocument>(Document(list))
        );

        Assert.Contains(location, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n", "(line 53, position 1)")]
    [InlineData("", "(line 3, position 1656)")]
    public void A_failure_in_a_long_text_that_can_be_read_only_once_has_its_location(string separator, string location)
    {
        string list = string.Join($",{separator}", Enumerable.Repeat(Tag(1), 50));
        string json =
            """{"meta":{"x":"FILLER"},LINE"data":[{"id":"7","type":"contacts","relationships":{"tags":{"data":[LINELIST]}}}],SEPARATOR!}"""
                .Replace("FILLER", new string('x', 1_100_000), StringComparison.Ordinal)
                .Replace("LINE", "\n", StringComparison.Ordinal)
                .Replace("SEPARATOR", separator, StringComparison.Ordinal)
                .Replace("LIST", list, StringComparison.Ordinal);
        using PieceStream stream = new(Encoding.UTF8.GetBytes(json), size: 1000);

        KajabiSerializationException exception = Assert.Throws<KajabiSerializationException>(() =>
            JsonApiSerializer.Deserialize<ContactCollection>(stream)
        );

        Assert.Contains(location, exception.Message, StringComparison.Ordinal);
    }

    [GeneratedRegex("position [0-9]+")]
    private static partial Regex Position();

    private static string Document(string list) =>
        """{"data":{"id":"7","type":"contacts","relationships":{"tags":{"data":LIST}}},"included":[INCLUDED]}"""
            .Replace("LIST", list.Replace("A", Tag(1), StringComparison.Ordinal).Replace("B", Tag(2), StringComparison.Ordinal))
            .Replace("INCLUDED", """{"id":"1","type":"contact_tags","attributes":{"name":"First"}}""", StringComparison.Ordinal);

    private static string Tag(int id) => $$"""{"id":"{{id}}","type":"contact_tags"}""";

    /// <summary>Returns the JSON of the document and whether the related resources were found, or the failure.</summary>
    private static string Read(string json, int pieceSize)
    {
        try
        {
            using PieceStream stream = new(Encoding.UTF8.GetBytes(json), pieceSize, canSeek: true);
            ContactDocument document = JsonApiSerializer.Deserialize<ContactDocument>(stream);
            return $"{document.Data.Relationships.Tags.State} {JsonApiSerializer.Serialize(document)}";
        }
        catch (KajabiSerializationException exception)
        {
            return exception.Message;
        }
    }
}
