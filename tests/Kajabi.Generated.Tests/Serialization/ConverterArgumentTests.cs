using System.ComponentModel;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Serialization;

/// <summary>The converters that the attributes of the types reference.</summary>
public sealed class ConverterArgumentTests
{
    private static readonly TypeConverter s_enum = TypeDescriptor.GetConverter(typeof(WebhookEventType));

    [Theory]
    [InlineData(typeof(ContactDocument), true)]
    [InlineData(typeof(Contact), true)]
    [InlineData(typeof(ContactAttributes), true)]
    [InlineData(typeof(Relationship), true)]
    [InlineData(typeof(RelationshipsObject), true)]
    [InlineData(typeof(TagAddedEvent), true)]
    [InlineData(typeof(string), false)]
    [InlineData(typeof(KajabiClient), false)]
    public void Both_converters_have_the_same_types(Type type, bool isSupported)
    {
        JsonApiConverterFactory factory = new();

        Assert.Equal((isSupported, isSupported), (factory.CanConvert(type), new JsonApiConverter().CanConvert(type)));
        Assert.Equal(isSupported, factory.CreateConverter(type, new JsonSerializerOptions())?.CanConvert(type) == true);
    }

    [Fact]
    public void A_missing_argument_is_named()
    {
        JsonApiConverter converter = new();
        ExtensibleEnumNewtonsoftConverter<WebhookEventType> enums = new();
        ExtensibleEnumConverter<WebhookEventType> names = new();
        using JTokenReader reader = new(JValue.CreateNull());

        Assert.Throws<ArgumentNullException>("typeToConvert", () => new JsonApiConverterFactory().CanConvert(null!));
        Assert.Throws<ArgumentNullException>("objectType", () => converter.CanConvert(null!));
        Assert.Throws<ArgumentNullException>("reader", () => converter.ReadJson(null!, typeof(Contact), null, new()));
        Assert.Throws<ArgumentNullException>("objectType", () => converter.ReadJson(reader, null!, null, new()));
        Assert.Throws<ArgumentNullException>("writer", () => converter.WriteJson(null!, null, new()));
        Assert.Throws<ArgumentNullException>("reader", () => enums.ReadJson(null!, typeof(WebhookEventType), null, new()));
        Assert.Throws<ArgumentNullException>("writer", () => enums.WriteJson(null!, null, new()));
        Assert.Throws<ArgumentNullException>("writer", () => names.Write(null!, default, new()));
        Assert.Throws<ArgumentNullException>("writer", () => names.WriteAsPropertyName(null!, default, new()));
    }

    [Fact]
    public void A_value_that_is_no_string_is_named_with_the_enum()
    {
        const string message = "Expected a string as WebhookEventType and found ";

        Assert.StartsWith(
            message + "Number.",
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<WebhookEventType>("5")).Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            message + "Integer.",
            Assert
                .Throws<Newtonsoft.Json.JsonSerializationException>(() =>
                    Newtonsoft.Json.JsonConvert.DeserializeObject<WebhookEventType>("5")
                )
                .Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "A WebhookEventType without a value cannot be a dictionary key.",
            Assert.Throws<JsonException>(() => JsonSerializer.Serialize(new Dictionary<WebhookEventType, int> { [default] = 1 })).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_enum_is_converted_from_and_to_a_string_only()
    {
        Assert.Equal((true, false), (s_enum.CanConvertFrom(typeof(string)), s_enum.CanConvertFrom(typeof(int))));
        Assert.Equal(WebhookEventType.Purchase, s_enum.ConvertFrom("purchase"));
        Assert.Equal("purchase", s_enum.ConvertTo(WebhookEventType.Purchase, typeof(string)));
        Assert.Equal("5", s_enum.ConvertTo(5, typeof(string)));
        Assert.Throws<NotSupportedException>(() => s_enum.ConvertFrom(5));
        Assert.Throws<NotSupportedException>(() => s_enum.ConvertTo(WebhookEventType.Purchase, typeof(int)));
    }

    [Fact]
    public void Newtonsoft_Json_converts_the_enum_and_its_nullable_type_only()
    {
        ExtensibleEnumNewtonsoftConverter<WebhookEventType> converter = new();

        Assert.Equal((true, true), (converter.CanConvert(typeof(WebhookEventType)), converter.CanConvert(typeof(WebhookEventType?))));
        Assert.False(converter.CanConvert(typeof(string)));
    }
}
