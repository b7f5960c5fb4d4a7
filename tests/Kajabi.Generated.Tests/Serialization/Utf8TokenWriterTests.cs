using System.Text;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Serialization;

/// <summary>The writer of Newtonsoft.Json whose tokens a writer of .NET receives.</summary>
public sealed class Utf8TokenWriterTests
{
    [Fact]
    public void An_object_that_is_not_complete_stays_so() => Assert.Equal("{", Write(static json => json.WriteStartObject()));

    [Fact]
    public void A_missing_value_is_null()
    {
        Assert.Equal("null", Write(static json => json.WriteRawValue(null)));
        Assert.Equal("null", Write(static json => json.WriteValue((byte[]?)null)));
        Assert.Equal("null", Write(static json => json.WriteValue((Uri?)null)));
        Assert.Equal("null", Write(static json => json.WriteValue((object?)null)));
    }

    [Theory]
    [InlineData(7, "7")]
    [InlineData(7UL, "7")]
    [InlineData(1.5f, "1.5")]
    [InlineData(true, "true")]
    [InlineData('a', "\"a\"")]
    [InlineData("a", "\"a\"")]
    public void A_value_without_a_static_type_has_the_JSON_of_its_type(object value, string expected) =>
        Assert.Equal(expected, Write(json => json.WriteValue(value)));

    [Fact]
    public void A_constructor_is_rejected_with_advice() =>
        Assert.Equal(
            "JSON has no constructors. Assign a JSON value.",
            Assert.Throws<NotSupportedException>(static () => Write(new JConstructor("Date", 1).WriteTo)).Message
        );

    private static string Write(Action<JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter utf8 = new(stream))
        {
            using Utf8TokenWriter json = new(utf8);
            write(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
