using System.Text;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Serialization;

/// <summary>A value without a property is the received JSON until the application changes it.</summary>
public sealed class RawValueTests
{
    [Fact]
    public void Received_JSON_is_returned_as_it_is_also_after_the_token_was_read()
    {
        RawJson received = new("""{"a": 1.50}"""u8.ToArray(), firstToken: 7);
        RawValue value = new(received);

        Assert.Same(received, value.ToJson());
        Assert.Equal(1.5m, (decimal)value.Token["a"]!);
        Assert.False(value.IsModified);
        Assert.Same(received, value.ToJson());
    }

    [Fact]
    public void A_change_of_the_token_is_in_the_JSON()
    {
        RawValue value = new(new RawJson("""{"a":[1]}"""u8.ToArray()));

        ((JArray)value.Token["a"]!).Add(2);

        Assert.True(value.IsModified);
        Assert.Equal("""{"a":[1,2]}""", Json(value));
    }

    [Fact]
    public void A_token_of_the_application_is_converted_to_JSON()
    {
        RawValue value = new(new JArray(1, "b"));

        Assert.False(value.IsModified);
        Assert.Equal("""[1,"b"]""", Json(value));
    }

    [Fact]
    public void A_decimal_in_the_place_of_a_number_that_is_too_large_for_one_is_a_change()
    {
        RawValue value = new(new RawJson("[1e30]"u8.ToArray()));

        value.Token.First!.Remove();
        ((JArray)value.Token).Add(1.5m);

        Assert.True(value.IsModified);
        Assert.Equal("[1.5]", Json(value));
    }

    private static string Json(RawValue value) => Encoding.UTF8.GetString(value.ToJson().Utf8);
}
