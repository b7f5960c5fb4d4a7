using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Serialization;

/// <summary>Times of .NET in a parsed tree are written as the API writes times, and other values as Newtonsoft.Json does.</summary>
public sealed class ParsedValueTests
{
    [Theory]
    [InlineData(DateTimeKind.Utc, "2026-01-20T14:05:09Z")]
    [InlineData(DateTimeKind.Unspecified, "2026-01-20T14:05:09")]
    public void A_time_has_the_zone_of_its_kind(DateTimeKind kind, string expected) =>
        Assert.Equal(
            $$"""{"custom_1":"{{expected}}","custom_72":["{{expected}}"]}""",
            Write(new JValue(new DateTime(2026, 1, 20, 14, 5, 9, kind)))
        );

    [Fact]
    public void A_time_preserves_its_offset() =>
        Assert.Equal(
            """{"custom_1":"2026-01-20T14:05:09-05:00","custom_72":["2026-01-20T14:05:09-05:00"]}""",
            Write(new JValue(new DateTimeOffset(2026, 1, 20, 14, 5, 9, TimeSpan.FromHours(-5))))
        );

    [Fact]
    public void A_local_time_has_the_same_instant()
    {
        DateTime local = new(2026, 1, 20, 14, 5, 9, DateTimeKind.Local);

        string text = (string)((JValue)ParsedToken.Normalize(new JValue(local))).Value!;

        Assert.True(Iso8601.TryParse(text, out DateTimeOffset time, out _));
        Assert.Equal(new DateTimeOffset(local), time);
    }

    [Fact]
    public void Each_time_in_a_tree_becomes_a_text()
    {
        JObject tree = new()
        {
            ["a"] = new JValue(new DateTimeOffset(2026, 1, 20, 14, 5, 9, TimeSpan.Zero)),
            ["b"] = new JArray(1, new JValue(new DateTime(2026, 1, 20, 14, 5, 9, DateTimeKind.Unspecified))),
        };

        Assert.Same(tree, ParsedToken.Normalize(tree));

        Assert.Equal("""{"a":"2026-01-20T14:05:09Z","b":[1,"2026-01-20T14:05:09"]}""", tree.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal(JTokenType.String, tree["b"]![1]!.Type);
    }

    [Fact]
    public void A_number_has_the_same_digits_as_a_text_and_in_a_list()
    {
        Assert.Equal("""{"custom_1":"0.1","custom_72":[0.1]}""", Write(new JValue(0.1f)));
        Assert.Equal("""{"custom_1":"7","custom_72":[7]}""", Write(new JValue((object)7u)));
        Assert.Equal("""{"custom_1":"18446744073709551615","custom_72":[18446744073709551615]}""", Write(new JValue(ulong.MaxValue)));
    }

    [Fact]
    public void A_value_without_a_JSON_type_is_its_text()
    {
        Assert.Equal("""{"custom_1":"AQID","custom_72":["AQID"]}""", Write(new JValue(new byte[] { 1, 2, 3 })));
        Assert.Equal("""{"custom_1":"00:01:30","custom_72":["00:01:30"]}""", Write(new JValue(TimeSpan.FromSeconds(90))));
        Assert.Equal("""{"custom_1":"x","custom_72":["x"]}""", Write(new JValue('x')));
        Assert.Equal("""{"custom_1":"https://a/b","custom_72":["https://a/b"]}""", Write(new JValue(new Uri("https://a/b"))));
    }

    [Fact]
    public void Raw_JSON_has_no_type() =>
        Assert.Equal(
            "Raw JSON has no JSON type. Assign a JSON value, such as the result of JToken.Parse.",
            Assert.Throws<ArgumentException>(() => Write(new JRaw("1"))).Message
        );

    /// <summary>Assigns a value to a declared text, and in a list to an undeclared member.</summary>
    private static string Write(JValue value)
    {
        ContactAttributes attributes = new();
        attributes["custom_1"] = value;
        attributes["custom_72"] = new JArray(value);
        return JsonApiSerializer.Serialize(attributes, JsonApiSerializationMode.ChangedOnly);
    }
}
