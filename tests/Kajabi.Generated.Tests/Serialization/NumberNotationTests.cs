using System.Globalization;

namespace Kajabi.Tests.Serialization;

/// <summary>Numbers are written as they were read, also those that no decimal contains exactly.</summary>
public sealed class NumberNotationTests
{
    private static readonly string[] s_numbers =
    [
        "1e30",
        "1e400",
        "-1e400",
        "1e-400",
        "-0",
        "-0.0",
        "1.10",
        "1e2",
        "1E+2",
        "0.12345678901234567890123456789012345",
        "79228162514264337593543950336",
        "79228162514264337593543950335.4",
    ];

    private static readonly Dictionary<string, (Type Type, string Json)> s_documents = new()
    {
        ["declared decimal"] = (typeof(OfferAttributes), """{"price":$}"""),
        ["declared integer"] = (typeof(OfferAttributes), """{"price_in_cents":$}"""),
        ["declared text"] = (typeof(ContactAttributes), """{"name":$}"""),
        ["additional member"] = (typeof(ContactAttributes), """{"custom_17":$}"""),
        ["inside an additional member"] = (typeof(ContactAttributes), """{"custom_17":{"a":[$,{"b":$}]}}"""),
        ["document"] = (typeof(ContactDocument), """{"data":{"id":"1","type":"contacts","attributes":{"name":$,"custom_17":$}}}"""),
        ["meta of a resource"] = (typeof(ContactDocument), """{"data":{"id":"1","type":"contacts","meta":{"n":$}}}"""),
        ["meta of a list"] = (typeof(ContactCollection), """{"data":[],"meta":{"total_count":$}}"""),
        ["additional member of a document"] = (typeof(ContactDocument), """{"data":{"id":"1","type":"contacts"},"extra":{"n":$}}"""),
        ["unknown resource"] = (typeof(MixedResourceCollection), """[{"id":"1","type":"things","attributes":{"n":$}}]"""),
        ["delivery"] = (typeof(WebhookDelivery), """{"payload":[{"id":"1","type":"offers","attributes":{"price":$}}],"event":"e"}"""),
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (string location in s_documents.Keys)
            {
                foreach (string number in s_numbers)
                {
                    cases.Add(location, number);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_number_is_written_as_it_was_read(string location, string number)
    {
        (Type type, string json) = Create(location, number);

        Assert.Equal(json, JsonApiSerializer.Serialize(Read(type, json)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void System_Text_Json_preserves_a_number(string location, string number)
    {
        (Type type, string json) = Create(location, number);

        object value = System.Text.Json.JsonSerializer.Deserialize(json, type)!;
        string written = System.Text.Json.JsonSerializer.Serialize(value, type);

        Assert.Equal(json, JsonApiSerializer.Serialize(value));
        Assert.Equal(json, JsonApiSerializer.Serialize(System.Text.Json.JsonSerializer.Deserialize(written, type)!));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_number_does_not_change_when_the_members_are_read(string location, string number)
    {
        (Type type, string json) = Create(location, number);
        object value = Read(type, json);

        if (value is Document document)
        {
            _ = document.AdditionalMembers.Values.Select(static member => member.ToString()).ToList();
            _ = document.PrimaryData.Select(static resource => ChangeTrackingFormatter.Format(resource)).ToList();
        }
        else
        {
            _ = ChangeTrackingFormatter.Format((JsonApiObject)value);
        }

        Assert.Equal(json, JsonApiSerializer.Serialize(value));
    }

    [Theory]
    [InlineData("1.10", "1.10")]
    [InlineData("1e2", "100")]
    [InlineData("-0.0", "0")]
    public void A_declared_decimal_has_the_value_of_an_exact_number(string number, string expected) =>
        Assert.Equal(
            decimal.Parse(expected, CultureInfo.InvariantCulture),
            JsonApiSerializer.Deserialize<OfferAttributes>($$"""{"price":{{number}}}""").Price
        );

    private static object Read(Type type, string json) =>
        JsonApiSerializer.Deserialize(type, () => new TextInput(() => new StringReader(json)));

    private static (Type Type, string Json) Create(string location, string number)
    {
        (Type type, string json) = s_documents[location];
        return (type, json.Replace("$", number, StringComparison.Ordinal));
    }
}
