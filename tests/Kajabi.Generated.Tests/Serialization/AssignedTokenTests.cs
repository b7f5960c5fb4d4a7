using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Serialization;

/// <summary>Values assigned to undeclared members: a token of every type is written to the JSON.</summary>
public sealed class AssignedTokenTests
{
    private static readonly object[] s_values =
    [
        5UL,
        ulong.MaxValue,
        1.5f,
        float.NaN,
        3u,
        (short)-3,
        (ushort)3,
        (byte)3,
        (sbyte)-3,
        7,
        7L,
        0.1,
        1.10m,
        true,
        Guid.Empty,
        TimeSpan.FromSeconds(3),
        new Uri("https://example.com/a"),
        new byte[] { 1, 2 },
        DateTime.UnixEpoch,
    ];

    public static TheoryData<string, int> Values()
    {
        TheoryData<string, int> rows = [];
        foreach (string serializer in Serializers.Names)
        {
            Enumerable.Range(0, s_values.Length).ToList().ForEach(i => rows.Add(serializer, i));
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_of_any_type_survives_the_round_trip(string serializer, int index)
    {
        ContactAttributes attributes = new() { Name = "Ann" };
        attributes["external_user_id"] = new JValue(s_values[index]);
        attributes["custom_71"] = new JValue(s_values[index]);
        attributes["custom_72"] = new JArray(new JValue(s_values[index]));

        ContactAttributes back = Serializers.RoundTrip(serializer, attributes);

        Assert.Equal(
            JsonApiSerializer.Serialize(attributes, JsonApiSerializationMode.ChangedOnly),
            JsonApiSerializer.Serialize(back, JsonApiSerializationMode.ChangedOnly)
        );
    }

    [Fact]
    public void A_missing_name_is_an_exception_with_the_parameter()
    {
        ContactAttributes attributes = new();

        Assert.Throws<ArgumentNullException>("name", () => attributes[null!]);
        Assert.Throws<ArgumentNullException>("name", () => attributes.IsPresent(null!));
    }

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("""{"a":1}""")]
    public void A_value_of_another_type_than_the_declared_one_is_sent_and_not_null(string json)
    {
        ContactAttributes attributes = new();

        attributes["name"] = JToken.Parse(json);

        Assert.Null(attributes.Name);
        Assert.True(attributes.IsModified("name"));
        Assert.Equal($$"""{"name":{{json}}}""", JsonApiSerializer.Serialize(attributes, JsonApiSerializationMode.ChangedOnly));

        attributes.Name = "Ann";

        Assert.Equal("""{"name":"Ann"}""", JsonApiSerializer.Serialize(attributes, JsonApiSerializationMode.ChangedOnly));
    }

    [Fact]
    public void Raw_and_undefined_values_are_written_as_JSON()
    {
        ContactAttributes attributes = new();
        attributes["custom_71"] = new JRaw("""{"a":[1.10]}""");
        attributes["custom_72"] = JValue.CreateUndefined();
        attributes["custom_73"] = 3;

        Assert.Equal(
            """{"custom_71":{"a":[1.10]},"custom_72":null,"custom_73":3}""",
            System.Text.Json.JsonSerializer.Serialize(attributes)
        );
    }

    [Fact]
    public void A_constructor_is_rejected()
    {
        ContactAttributes attributes = new();
        attributes["custom_71"] = new JConstructor("Date", 1);

        Assert.Throws<NotSupportedException>(() => System.Text.Json.JsonSerializer.Serialize(attributes));
    }

    [Fact]
    public void Assigning_a_value_that_is_not_JSON_throws_and_changes_nothing()
    {
        Contact contact = JsonApiSerializer.Deserialize<Contact>("""{"id":"7","type":"contacts","attributes":{"name":"Ann"}}""");

        Assert.ThrowsAny<Exception>(() => contact.Attributes["name"] = new JRaw("\"Bea\""));

        Assert.False(contact.Attributes.IsModified("name"));
        Assert.Equal("Ann", contact.Attributes.Name);
    }
}
