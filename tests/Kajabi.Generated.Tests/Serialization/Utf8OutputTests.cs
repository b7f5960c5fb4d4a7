using System.Text.Json;

namespace Kajabi.Tests.Serialization;

/// <summary>When JSON is passed on before the document ends.</summary>
public sealed class Utf8OutputTests
{
    private const int PieceSize = 16 * 1024;

    [Theory]
    [InlineData(10, true, 0)]
    [InlineData(PieceSize, true, 0)]
    [InlineData(PieceSize + 1, true, PieceSize + 1)]
    [InlineData(PieceSize + 1, false, 0)]
    public void An_object_is_passed_on_if_the_JSON_before_its_end_is_long(int length, bool flushes, int expected)
    {
        const string Empty = """{"a":""}""";
        using MemoryStream stream = new();
        using Utf8JsonWriter json = new(stream, Utf8Output.Options);
        Utf8Output output = new(json, flushes);

        output.WriteStartObject();
        output.WritePropertyName("a");
        output.WriteValue(new string('b', length - Empty.Length));
        output.WriteEndObject();

        Assert.Equal(expected, stream.Length);
    }
}
