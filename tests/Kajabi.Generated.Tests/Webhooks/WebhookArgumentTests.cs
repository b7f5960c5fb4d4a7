namespace Kajabi.Tests.Webhooks;

public sealed class WebhookArgumentTests
{
    [Fact]
    public async Task A_missing_body_is_an_error_of_the_caller()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("body", () => WebhookParser.ParseAsync(null!));
        Assert.Throws<ArgumentNullException>("json", () => WebhookParser.Parse(null!));
    }

    [Fact]
    public void A_sample_needs_an_event_name_and_resources()
    {
        MixedResourceCollection sample = JsonApiSerializer.Deserialize<MixedResourceCollection>("[]");

        Assert.Throws<ArgumentNullException>("eventName", () => WebhookParser.FromSample(null!, sample));
        Assert.Throws<ArgumentException>("eventName", () => WebhookParser.FromSample("", sample));
        Assert.Throws<ArgumentNullException>("sample", () => WebhookParser.FromSample("tag_added", null!));
    }
}
