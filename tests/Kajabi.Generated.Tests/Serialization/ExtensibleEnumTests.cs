using Microsoft.Extensions.Configuration;
using Newtonsoft.Json;

namespace Kajabi.Tests.Serialization;

/// <summary>An extensible enum is serialized as its string everywhere.</summary>
public sealed class ExtensibleEnumTests
{
    public static TheoryData<string> All => Serializers.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Every_extensible_enum_is_serialized_as_its_string(string serializer)
    {
        Type[] types =
        [
            .. typeof(WebhookEventType)
                .Assembly.GetExportedTypes()
                .Where(type => type.GetInterfaces().Any(one => one.Name.StartsWith("IExtensibleEnum", StringComparison.Ordinal))),
        ];

        Assert.NotEmpty(types);
        Assert.All(
            types,
            type =>
            {
                object value = Activator.CreateInstance(type, "some_new_value")!;
                Assert.Equal(value, Serializers.RoundTrip(serializer, value, type));
                Assert.Equal("\"some_new_value\"", System.Text.Json.JsonSerializer.Serialize(value, type));
                Assert.Equal("\"some_new_value\"", JsonConvert.SerializeObject(value));
            }
        );
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_extensible_enum_can_be_null_missing_and_a_dictionary_key(string serializer)
    {
        Assert.Equal(new Holder(null, default), Serializers.RoundTrip(serializer, new Holder(null, default)));
        Assert.Equal(
            new Holder(WebhookEventType.Purchase, WebhookEventType.TagAdded),
            Serializers.RoundTrip(serializer, new Holder(WebhookEventType.Purchase, WebhookEventType.TagAdded))
        );
        Dictionary<WebhookEventType, int> counts = new() { [WebhookEventType.TagAdded] = 1, ["new"] = 2 };
        Assert.Equal(counts, Serializers.RoundTrip(serializer, counts));
    }

    [Fact]
    public void Null_is_the_default_value_or_no_value()
    {
        Assert.True(new ExtensibleEnumConverter<WebhookEventType>().HandleNull);
        Assert.Equal(default, System.Text.Json.JsonSerializer.Deserialize<WebhookEventType>("null"));
        Assert.Equal(default, JsonConvert.DeserializeObject<WebhookEventType>("null"));
        Assert.Null(JsonConvert.DeserializeObject<WebhookEventType?>("null"));
    }

    [Fact]
    public void An_extensible_enum_can_be_bound_from_configuration()
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Events:0", "tag_added"), new("Events:1", "purchase")])
            .Build();

        Assert.Equal([WebhookEventType.TagAdded, WebhookEventType.Purchase], configuration.GetSection("Events").Get<WebhookEventType[]>()!);
    }

    [Theory]
    [InlineData("tag_added", 1)]
    [InlineData("purchase", 2)]
    [InlineData("other", 0)]
    public void The_known_values_of_an_extensible_enum_can_be_used_in_a_switch(string name, int expected)
    {
        WebhookEventType value = name;

        Assert.Equal(
            expected,
            value.Value switch
            {
                WebhookEventType.KnownValues.TagAdded => 1,
                WebhookEventType.KnownValues.Purchase => 2,
                _ => 0,
            }
        );
    }

    private sealed record Holder(WebhookEventType? Optional, WebhookEventType Required);
}
