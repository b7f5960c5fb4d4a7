using System.Text;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Serialization;

/// <summary>Received JSON whose type is determined from its bytes, and which can contain text that cannot be decoded.</summary>
public sealed class RawJsonTests
{
    [Theory]
    [InlineData("0", true)]
    [InlineData("0.5", true)]
    [InlineData("5e3", true)]
    [InlineData("9", true)]
    [InlineData("-1", true)]
    [InlineData("\"1\"", false)]
    [InlineData("[1]", false)]
    [InlineData("null", false)]
    [InlineData("", false)]
    public void A_number_is_recognized_by_its_first_character(string json, bool isNumber) => Assert.Equal(isNumber, Raw(json).IsNumber);

    [Theory]
    [InlineData("null", true)]
    [InlineData("\"null\"", false)]
    [InlineData("[null]", false)]
    [InlineData("true", false)]
    [InlineData("", false)]
    public void Null_is_recognized_by_its_first_character(string json, bool isNull) => Assert.Equal(isNull, Raw(json).IsNull);

    [Fact]
    public void A_token_that_nests_more_deeply_than_the_limit_of_the_framework_is_converted()
    {
        const int Depth = 1500;
        JToken token = 7;
        for (int level = 0; level < Depth; level++)
        {
            token = new JArray { token };
        }

        string json = Encoding.UTF8.GetString(RawJson.From(token).Utf8);

        Assert.Equal(new string('[', Depth) + "7" + new string(']', Depth), json);
    }

    [Theory]
    [InlineData(
        """
            "\ud800"
            """
    )]
    [InlineData(
        """
            "a\udc00b"
            """
    )]
    [InlineData("""[1,"\u0041","\udc00"]""")]
    [InlineData("""{"a":{"b":"\ud83d"}}""")]
    [InlineData("""{"\ud83d":1}""")]
    public void Half_of_a_surrogate_pair_is_no_text(string json) =>
        Assert.Throws<InvalidOperationException>(() => Raw(json).ThrowIfInvalidText());

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_no_text()
    {
        RawJson json = new([(byte)'"', 0xC3, 0x28, (byte)'"']);

        Assert.Equal("The text is not UTF-8.", Assert.Throws<InvalidOperationException>(json.ThrowIfInvalidText).Message);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("[]")]
    [InlineData("\"é\"")]
    [InlineData("""["\n","\u00e9","\ud83d\ude00"]""")]
    [InlineData("""{"\u0061":{"b":null}}""")]
    [InlineData(
        """
            "\\ud800"
            """
    )]
    public void Any_other_JSON_contains_valid_text(string json) => Assert.Null(Record.Exception(Raw(json).ThrowIfInvalidText));

    private static RawJson Raw(string json) => new(Encoding.UTF8.GetBytes(json));
}
