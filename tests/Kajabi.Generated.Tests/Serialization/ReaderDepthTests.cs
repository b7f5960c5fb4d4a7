using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Serialization;

/// <summary>Documents that nest more deeply than the default limit.</summary>
public sealed class ReaderDepthTests
{
    private static readonly System.Text.Json.JsonSerializerOptions s_deep = new() { MaxDepth = 200 };
    private static readonly System.Text.Json.JsonSerializerOptions s_lenient = new()
    {
        MaxDepth = int.MaxValue,
        AllowTrailingCommas = true,
    };

    private static readonly System.Text.Json.JsonSerializerOptions s_lenientWithDefaultDepth = new() { AllowTrailingCommas = true };

    private static string Contact(string attributes) =>
        """{"data":{"id":"7","type":"contacts","attributes":{ATTRIBUTES}}}""".Replace("ATTRIBUTES", attributes, StringComparison.Ordinal);

    [Fact]
    public void The_location_of_a_failure_after_deep_JSON_is_found()
    {
        string deep = new string('[', 80) + new string(']', 80);
        string json = """{"x":DEEP,"data":{"type":"offers","id":"1"}}""".Replace("DEEP", deep, StringComparison.Ordinal);

        System.Text.Json.JsonException exception = Assert.Throws<System.Text.Json.JsonException>(() =>
            System.Text.Json.JsonSerializer.Deserialize<ContactDocument>(json, s_deep)
        );

        Assert.True(exception.Message.Contains("'data.type'", StringComparison.Ordinal), exception.Message);
    }

    [Theory]
    [InlineData(61, true)]
    [InlineData(62, false)]
    public void The_maximum_depth_is_the_same_for_all_sources(int lists, bool isRead)
    {
        string json = Contact("\"x\":" + new string('[', lists) + new string(']', lists));
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(json));
        Func<object?>[] reads =
        [
            () => JsonApiSerializer.Deserialize<ContactDocument>(json),
            () => JsonApiSerializer.Deserialize<ContactDocument>(stream),
            () => JsonConvert.DeserializeObject<ContactDocument>(json),
            () => System.Text.Json.JsonSerializer.Deserialize<ContactDocument>(json),
        ];

        foreach (Func<object?> read in reads)
        {
            if (!isRead)
            {
                Exception exception = Assert.ThrowsAny<Exception>(() => read());
                Assert.True(
                    exception is KajabiSerializationException or JsonException or System.Text.Json.JsonException,
                    exception.ToString()
                );
                continue;
            }

            ContactDocument document = Assert.IsType<ContactDocument>(read());
            Assert.Equal(json, JsonApiSerializer.Serialize(document));
            Assert.Equal(json, JsonConvert.SerializeObject(document));
            Assert.Equal(json, System.Text.Json.JsonSerializer.Serialize(document));
        }
    }

    [Fact]
    public void Duplicates_with_deep_values_are_merged()
    {
        string deep = new string('[', 80) + new string(']', 80);
        string json =
            """{"data":[{"id":"7","type":"contacts","attributes":{}},{"id":"7","type":"contacts","attributes":{"name":DEEP}}]}""".Replace(
                "DEEP",
                deep,
                StringComparison.Ordinal
            );

        ContactCollection document = JsonConvert.DeserializeObject<ContactCollection>(json, new JsonSerializerSettings { MaxDepth = 200 })!;

        Assert.Equal(1, document.DuplicateResourceCount);
        Assert.Equal(deep, document.Data[0].Attributes["name"]!.ToString(Formatting.None));
    }

    [Fact]
    public void Lenient_JSON_is_read_without_a_depth_limit()
    {
        ContactDocument document = System.Text.Json.JsonSerializer.Deserialize<ContactDocument>(Contact("\"name\":\"Ada\","), s_lenient)!;

        Assert.Equal("Ada", document.Data.Attributes.Name);
    }

    [Fact]
    public void Lenient_JSON_is_read_with_the_default_depth_limit()
    {
        ContactDocument document = System.Text.Json.JsonSerializer.Deserialize<ContactDocument>(
            Contact("\"name\":\"Ada\","),
            s_lenientWithDefaultDepth
        )!;

        Assert.Equal("Ada", document.Data.Attributes.Name);
    }

    [Fact]
    public void A_parsed_tree_without_a_depth_limit_is_read()
    {
        using JsonTextReader text = new(new StringReader(Contact("\"x\":" + new string('[', 100) + new string(']', 100))))
        {
            MaxDepth = null,
        };
        JToken token = JToken.ReadFrom(text);

        ContactDocument document = token.ToObject<ContactDocument>(new JsonSerializer { MaxDepth = null })!;

        Assert.NotNull(document.Data.Attributes["x"]);
    }
}
