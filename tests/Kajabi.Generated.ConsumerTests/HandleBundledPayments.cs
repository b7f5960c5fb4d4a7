using Kajabi.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Acme;

/// <summary>One charge can pay for several offers: the handler reads the purchases of the payment, not its offer.</summary>
public sealed class HandleBundledPayments : Example
{
    [Fact]
    public async Task One_payment_for_two_offers_is_one_event_with_both_sales()
    {
        RequestRecorder recorder = new();
        using KajabiClient kajabi = new(
            new KajabiClientOptions
            {
                BaseAddress = Sandbox.BaseAddress,
                ClientId = Sandbox.ClientId,
                ClientSecret = Sandbox.ClientSecret,
            },
            recorder
        );
        string secret = Guid.NewGuid().ToString("N");
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IKajabiClient>(kajabi);
        builder.Services.AddSingleton<List<string>>();
        builder.Services.AddKajabiWebhookHandler<SalesLog>(options => options.Secrets = [secret]);
        await using WebApplication app = builder.Build();
        app.MapKajabiWebhook("/hooks/kajabi");
        await app.StartAsync();
        await kajabi.Webhooks.CreateWebhookAsync(
            new WebhookAttributes
            {
                Event = WebhookEventType.PaymentSucceeded,
                TargetUrl = $"{app.Urls.First()}/hooks/kajabi?secret={secret}",
            },
            siteId: "1"
        );

        IReadOnlyList<string> purchaseIds = Sandbox.SimulateCheckout("123", ["456", "458"]);
        IReadOnlyList<SandboxDelivery> deliveries = await Sandbox.WaitForDeliveriesAsync();

        SandboxDelivery delivery = Assert.Single(deliveries, delivery => delivery.Event == "payment_succeeded");
        string transactionId = (string)Newtonsoft.Json.Linq.JObject.Parse(delivery.Body)["id"]!;
        Assert.Equal([200], delivery.ResponseStatusCodes);
        Assert.Equal(
            [$"{purchaseIds[0]}: offer 456 for 19900", $"{purchaseIds[1]}: offer 458 for 3500"],
            app.Services.GetRequiredService<List<string>>()
        );
        Assert.Equal(["POST /v1/hooks", $"GET /v1/transactions/{transactionId}?include=purchases"], recorder.Requests);
    }

    #region bundled-payment
    internal sealed class SalesLog(IKajabiClient kajabi, List<string> sales) : IKajabiWebhookHandler
    {
        public async Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken = default)
        {
            if (webhookEvent is not PaymentSucceededEvent paid)
            {
                return;
            }

            PaymentContents contents = await kajabi.Transactions.GetPaymentContentsAsync(paid.Transaction, cancellationToken);
            foreach (Purchase purchase in contents.Purchases)
            {
                string? offerId = purchase.Relationships.Offer.Identifier?.Id;
                sales.Add($"{purchase.Id}: offer {offerId} for {purchase.Attributes.AmountInCents}");
            }
        }
    }
    #endregion
}
