using Newtonsoft.Json;

namespace Kajabi.Tests.Serialization;

/// <summary>The types that are read, and the converters of types that are not.</summary>
public sealed class JsonApiValueTests
{
    [Theory]
    [InlineData(typeof(ContactDocument), true)]
    [InlineData(typeof(Document), false)]
    [InlineData(typeof(Contact), true)]
    [InlineData(typeof(Resource), true)]
    [InlineData(typeof(WebhookEvent), true)]
    [InlineData(typeof(Relationship), true)]
    [InlineData(typeof(ToOneRelationship<Contact>), true)]
    [InlineData(typeof(ContactAttributes), true)]
    [InlineData(typeof(OwnAttributes), false)]
    [InlineData(typeof(string), false)]
    public void An_abstract_class_is_read_only_if_the_JSON_determines_the_class(Type type, bool canRead) =>
        Assert.Equal(canRead, JsonApiValue.CanRead(type));

    [Fact]
    public void The_converter_writes_null()
    {
        using StringWriter text = new();
        using JsonTextWriter json = new(text);

        new JsonApiConverter().WriteJson(json, null, new JsonSerializer());

        Assert.Equal("null", text.ToString());
    }

    [Fact]
    public void A_list_that_is_not_loaded_is_only_written()
    {
        NotLoadedListConverter converter = new();
        using JsonTextReader reader = new(new StringReader("[]"));

        Assert.Equal((false, true), (converter.CanRead, converter.CanConvert(typeof(NotLoadedList<Offer>))));
        Assert.Equal(
            "System.String is only written.",
            Assert.Throws<NotSupportedException>(() => converter.ReadJson(reader, typeof(string), null, new JsonSerializer())).Message
        );
    }

    [Fact]
    public void A_type_that_is_not_serializable_is_named()
    {
        const string message = "Kajabi.ListContactsQuery cannot be serialized. Serialize the values that it was created from.";

        Assert.True(new NotSerializableConverter().CanConvert(typeof(ListContactsQuery)));
        Assert.Equal(message, Assert.Throws<NotSupportedException>(() => JsonConvert.SerializeObject(new ListContactsQuery())).Message);
        Assert.Equal(message, Assert.Throws<NotSupportedException>(() => JsonConvert.DeserializeObject<ListContactsQuery>("{}")).Message);
    }

    private sealed class OwnAttributes : JsonApiObject;
}
