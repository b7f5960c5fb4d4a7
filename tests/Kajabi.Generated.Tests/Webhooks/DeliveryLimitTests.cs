using System.Text;

namespace Kajabi.Tests.Webhooks;

/// <summary>Limits of deliveries, whose messages state what exceeded which limit.</summary>
public sealed class DeliveryLimitTests
{
    [Fact]
    public async Task The_size_limit_is_inclusive_and_part_of_the_message()
    {
        byte[] json = Encoding.UTF8.GetBytes("[\"ü\"]");
        using MemoryStream body = new(json);
        using MemoryStream allowed = new(json);

        KajabiSerializationException read = await Assert.ThrowsAsync<KajabiSerializationException>(() =>
            WebhookParser.ParseAsync(body, maxBytes: 5)
        );
        KajabiSerializationException parsed = Assert.Throws<KajabiSerializationException>(() =>
            WebhookParser.Parse("[\"ü\"]", maxBytes: 5)
        );

        Assert.Equal(("The delivery is larger than 5 bytes and was not read.", ""), (read.Message, read.Path));
        Assert.Equal((read.Message, read.Path), (parsed.Message, parsed.Path));
        Assert.IsType<UnknownEvent>(await WebhookParser.ParseAsync(allowed, maxBytes: 6));
    }

    [Fact]
    public void The_depth_limit_is_part_of_the_message()
    {
        KajabiSerializationException exception = Assert.Throws<KajabiSerializationException>(() =>
            WebhookParser.Parse(new string('[', JsonApiSerializer.MaxDepth + 1))
        );

        Assert.Equal(
            ($"The delivery nests more deeply than {JsonApiSerializer.MaxDepth} and was not read.", ""),
            (exception.Message, exception.Path)
        );
    }
}
