using Kajabi.JsonApi.Serialization.Internal;

namespace Kajabi.Tests.Serialization;

/// <summary>Each class that JSON can be read as is created without reflection.</summary>
public sealed class JsonApiClassTests
{
    [Fact]
    public void Each_class_of_the_sdk_that_can_be_read_is_created()
    {
        List<Type> types =
        [
            .. typeof(Contact)
                .Assembly.GetTypes()
                .Where(static type =>
                    JsonApiValue.CanRead(type)
                    && !type.IsAbstract
                    && !type.IsGenericTypeDefinition
                    && type != typeof(UnknownResource)
                    && !typeof(WebhookEvent).IsAssignableFrom(type)
                ),
        ];
        types.AddRange(
            types
                .Where(static type => typeof(Resource).IsAssignableFrom(type))
                .Concat([typeof(Resource), typeof(UnknownResource)])
                .SelectMany(static type =>
                    (Type[])[typeof(ToOneRelationship<>).MakeGenericType(type), typeof(ToManyRelationship<>).MakeGenericType(type)]
                )
                .ToList()
        );

        Assert.InRange(types.Count, 150, 1000);
        Assert.All(types, static type => Assert.IsType(type, JsonApiClass.Create(type)));
    }

    [Fact]
    public void A_class_of_another_assembly_with_the_same_name_is_not_created()
    {
        Assert.Null(JsonApiClass.Create(typeof(ContactDocument)));
        NotSupportedException exception = Assert.Throws<NotSupportedException>(() =>
            JsonApiSerializer.Deserialize<ContactAttributes>("{}")
        );
        Assert.Contains(typeof(ContactAttributes).FullName!, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(ToOneRelationship<>))]
    [InlineData(typeof(ToManyRelationship<>))]
    [InlineData(typeof(ResourceDocument<>))]
    [InlineData(typeof(List<Contact>))]
    [InlineData(typeof(ToOneRelationship<Resource<ContactAttributes, ContactRelationships>>))]
    public void Another_generic_type_is_not_created(Type type)
    {
        Assert.Null(JsonApiClass.Create(type));
    }

    private sealed class ContactDocument;

    private sealed class ContactAttributes : JsonApiObject;
}
