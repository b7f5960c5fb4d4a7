using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Kajabi.AspNetCore.Tests;

/// <summary>Responses of the webhook endpoint, over a real socket.</summary>
public sealed class EndpointTests
{
    [Fact]
    public async Task A_delivery_reaches_the_handler_as_a_typed_event()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();

        Assert.Equal(200, await host.PostAsync(Deliveries.TagAdded()));

        TagAddedEvent tagged = Assert.IsType<TagAddedEvent>(await host.Inbox.NextAsync());
        Assert.Equal((Deliveries.Email, "Workshop"), (tagged.Contact.Attributes.Email, tagged.Tag?.Attributes.Name));
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("GET")]
    public async Task A_probe_returns_200_and_is_not_an_event(string method)
    {
        await using WebhookHost host = await WebhookHost.StartAsync();

        Assert.Equal(200, await host.SendAsync(new HttpMethod(method)));
        Assert.Equal(403, await host.SendAsync(new HttpMethod(method), host.GetAddress(string.Empty)));
        Assert.Equal(0, host.Inbox.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?secret=")]
    [InlineData("?secret=f00dfacecafebeef-202")]
    [InlineData("?secret=f00dfacecafebeef-20266")]
    [InlineData("?secret=F00DFACECAFEBEEF-2026")]
    [InlineData("?secret=f00dfacecafebeef-2026&secret=x")]
    [InlineData("?other=f00dfacecafebeef-2026")]
    [InlineData("?secret[]=f00dfacecafebeef-2026")]
    public async Task A_delivery_without_the_correct_secret_is_rejected(string query)
    {
        await using WebhookHost host = await WebhookHost.StartAsync();

        Assert.Equal(403, await host.PostAsync(Deliveries.TagAdded(), host.GetAddress(query)));
        Assert.Equal(0, host.Inbox.Count);
    }

    [Fact]
    public async Task All_configured_secrets_are_accepted_and_no_others()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(options =>
            options.Secrets = ["the-old-secret-of-2025", "the-new-secret-of-2026"]
        );

        Assert.Equal(200, await host.PostAsync(Deliveries.TagAdded("1"), host.GetAddress("?secret=the-old-secret-of-2025")));
        Assert.Equal(200, await host.PostAsync(Deliveries.TagAdded("2"), host.GetAddress("?secret=the-new-secret-of-2026")));
        Assert.Equal(403, await host.PostAsync(Deliveries.TagAdded("3"), host.GetAddress("?secret=the-old-secret-of-2026")));
        Assert.Equal(2, host.Inbox.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_delivery_above_the_size_limit_is_rejected_with_and_without_Content_Length(bool hasLength)
    {
        await using WebhookHost host = await WebhookHost.StartAsync(options => options.MaxRequestBodySize = 2_000);
        using HttpContent large = hasLength ? new StringContent(Padded(2_001)) : new StreamContent(new UnseekableStream(Padded(2_001)));
        using HttpContent largestAllowed = hasLength
            ? new StringContent(Padded(2_000))
            : new StreamContent(new UnseekableStream(Padded(2_000)));

        Assert.Equal(413, await host.SendAsync(HttpMethod.Post, content: large));
        Assert.Equal(0, host.Inbox.Count);
        Assert.Equal(200, await host.SendAsync(HttpMethod.Post, content: largestAllowed));
        Assert.Equal(1, host.Inbox.Count);
    }

    [Fact]
    public async Task A_delivery_that_is_nested_too_deeply_is_rejected()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();

        Assert.Equal(413, await host.PostAsync("""{ "event": "tag_added", "payload": """ + new string('[', 100_000)));
        Assert.Equal(0, host.Inbox.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/vnd.api+json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-99")]
    public async Task The_content_type_is_ignored(string? contentType)
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        using ByteArrayContent content = new(Encoding.UTF8.GetBytes(Deliveries.TagAdded()));
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);

        Assert.Equal(200, await host.SendAsync(HttpMethod.Post, content: content));
        Assert.IsType<TagAddedEvent>(await host.Inbox.NextAsync());
    }

    [Fact]
    public async Task A_fallback_authorization_policy_does_not_apply_to_the_webhook_endpoint()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(
            build: builder =>
                builder
                    .Services.AddAuthentication()
                    .Services.AddAuthorization(options =>
                        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build()
                    ),
            use: application => application.UseAuthorization()
        );

        Assert.Equal(200, await host.PostAsync(Deliveries.TagAdded()));
    }

    [Fact]
    public async Task The_handler_is_scoped_and_registered_once()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddScoped<object>().AddKajabiWebhookHandler<Inbox.Handler>(options => options.Secrets = [WebhookHost.Secret]);

        Assert.Equal(
            ServiceLifetime.Scoped,
            builder.Services.Single(service => service.ServiceType == typeof(IKajabiWebhookHandler)).Lifetime
        );
        Assert.Throws<InvalidOperationException>(() => builder.Services.AddKajabiWebhookHandler<Inbox.Handler>(_ => { }));
        await using WebApplication without = WebApplication.CreateSlimBuilder().Build();
        Assert.Throws<InvalidOperationException>(() => without.MapKajabiWebhook("/hooks"));
    }

    private static string Padded(int length) => Deliveries.TagAdded().PadRight(length);

    /// <summary>A body of unknown length.</summary>
    private sealed class UnseekableStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override bool CanSeek => false;
    }
}
