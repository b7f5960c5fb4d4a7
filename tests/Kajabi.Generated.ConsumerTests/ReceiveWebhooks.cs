using Kajabi.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Acme;

/// <summary>Maps a webhook endpoint; a handler of the application receives the events.</summary>
public sealed class ReceiveWebhooks : Example
{
    [Fact]
    public async Task The_handler_receives_an_event_when_a_contact_is_tagged()
    {
        KajabiClient kajabi = Client;
        string secret = Guid.NewGuid().ToString("N");
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<List<string>>();

        #region endpoint
        builder.Services.AddKajabiWebhookHandler<Greeter>(options => options.Secrets = [secret]);
        await using WebApplication app = builder.Build();
        app.MapKajabiWebhook("/hooks/kajabi"); // Kajabi posts to https://your.host/hooks/kajabi?secret=...
        #endregion

        await app.StartAsync();
        await kajabi.Webhooks.CreateWebhookAsync(
            new WebhookAttributes { Event = WebhookEventType.TagAdded, TargetUrl = $"{app.Urls.First()}/hooks/kajabi?secret={secret}" },
            siteId: "1"
        );
        await kajabi.Contacts.AddContactTagsAsync("2148433001", ["790"]);
        await Sandbox.WaitForDeliveriesAsync();

        Assert.Equal("Wholesale", app.Services.GetRequiredService<List<string>>().Single());
    }

    #region handler
    internal sealed class Greeter(List<string> greeted) : IKajabiWebhookHandler
    {
        public Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken = default)
        {
            if (webhookEvent is TagAddedEvent added)
            {
                greeted.Add(added.Tag?.Attributes.Name ?? "?");
            }

            return Task.CompletedTask;
        }
    }
    #endregion
}
