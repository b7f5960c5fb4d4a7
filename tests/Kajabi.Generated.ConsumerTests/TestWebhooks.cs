using Kajabi.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Acme.ReceiveWebhooks;

namespace Acme;

/// <summary>Tests a webhook handler with the deliveries of the sandbox.</summary>
public sealed class TestWebhooks
{
    #region sandbox-webhook
    [Fact]
    public async Task The_handler_receives_the_tag()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using KajabiClient kajabi = new(
            new KajabiClientOptions
            {
                BaseAddress = sandbox.BaseAddress,
                ClientId = sandbox.ClientId,
                ClientSecret = sandbox.ClientSecret,
            }
        );
        string secret = Guid.NewGuid().ToString("N");
        List<string> greeted = [];
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0"); // any free port
        builder.Logging.ClearProviders(); // The message "Request starting" contains the secret.
        builder.Services.AddSingleton(greeted);
        builder.Services.AddKajabiWebhookHandler<Greeter>(options => options.Secrets = [secret]);
        await using WebApplication app = builder.Build();
        app.MapKajabiWebhook("/hooks/kajabi");
        await app.StartAsync();

        await kajabi.Webhooks.CreateWebhookAsync(
            new WebhookAttributes { Event = WebhookEventType.TagAdded, TargetUrl = $"{app.Urls.First()}/hooks/kajabi?secret={secret}" },
            siteId: "1"
        );
        await kajabi.Contacts.AddContactTagsAsync("2148433001", ["790"]);
        IReadOnlyList<SandboxDelivery> deliveries = await sandbox.WaitForDeliveriesAsync();

        Assert.Equal([200], Assert.Single(deliveries).ResponseStatusCodes);
        Assert.Equal("Wholesale", Assert.Single(greeted));
    }
    #endregion
}
