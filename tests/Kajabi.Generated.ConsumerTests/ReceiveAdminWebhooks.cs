using Kajabi.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace Acme;

/// <summary>One endpoint receives webhooks of the admin pages and of the API; a sale that arrives twice is handled once.</summary>
public sealed class ReceiveAdminWebhooks : Example
{
    [Fact]
    public async Task A_sale_that_two_webhooks_deliver_is_one_line_and_a_test_is_none()
    {
        string secret = Guid.NewGuid().ToString("N");
        List<string> requests = [];
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<List<string>>();
        builder.Services.AddKajabiWebhookHandler<Ledger>(options => options.Secrets = [secret]);
        await using WebApplication app = builder.Build();
        app.Use((context, next) => RecordAsync(context, next, requests));
        app.MapKajabiWebhook("/hooks/kajabi");
        await app.StartAsync();
        string url = $"{app.Urls.First()}/hooks/kajabi?secret={secret}";

        string ofSite = Sandbox.AddAdminWebhook("payment.succeeded", url);
        Sandbox.AddAdminWebhook("payment.succeeded", url, offerId: "456");
        Sandbox.AddAdminWebhook("form_submission.created", url);
        Sandbox.SimulateCheckout("123", ["456", "458"]);
        await Sandbox.WaitForDeliveriesAsync();
        await Client.Forms.SubmitFormAsync("801", new FormSubmissionAttributes { Name = "Ada", Email = "ada@example.com" });
        await Sandbox.WaitForDeliveriesAsync();
        string purchases = Sandbox.AddAdminWebhook("purchase.created", url);
        Sandbox.SendAdminWebhookSample(purchases, AdminWebhookVariant.Test);
        await Sandbox.WaitForDeliveriesAsync();
        Sandbox.SendAdminWebhookSample(ofSite);
        await Sandbox.WaitForDeliveriesAsync();

        Assert.Equal(
            ["offers 456 and 458: 23400 USD", "ada@example.com submitted Newsletter", "offers 456: 19900 USD"],
            app.Services.GetRequiredService<List<string>>()
        );
        Assert.Equal(8, requests.Count(static request => request is "HEAD " or "GET "));
        Assert.Equal(
            [
                "POST payment.succeeded offer.id=456,458 payment_transaction.amount_paid=23400",
                "POST payment.succeeded offer.id=456,458 payment_transaction.amount_paid=23400",
                "POST form_submission.created payload.form_title=Newsletter",
                "POST purchase.created payload.offer_id=0",
                "POST payment.succeeded offer.id=456 payment_transaction.amount_paid=19900",
            ],
            requests.Where(static request => request.StartsWith("POST", StringComparison.Ordinal))
        );
    }

    /// <summary>Records the method, the event and the values that distinguish the formats.</summary>
    private static async Task RecordAsync(HttpContext context, RequestDelegate next, List<string> requests)
    {
        context.Request.EnableBuffering();
        using StreamReader reader = new(context.Request.Body, leaveOpen: true);
        string body = await reader.ReadToEndAsync();
        context.Request.Body.Position = 0;
        JObject? delivery = body.Length == 0 ? null : JObject.Parse(body);
        IEnumerable<string> values = ((string[])["payload.form_title", "payload.offer_id", "offer.id", "payment_transaction.amount_paid"])
            .Where(path => delivery?.SelectToken(path) is not null)
            .Select(path => $" {path}={delivery!.SelectToken(path)}");
        lock (requests)
        {
            requests.Add($"{context.Request.Method} {delivery?["event"]}{string.Concat(values)}");
        }

        await next(context);
    }

    #region admin-handler
    internal sealed class Ledger(List<string> lines) : IKajabiWebhookHandler
    {
        public Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken = default)
        {
            switch (webhookEvent)
            {
                case AdminWebhookEvent { IsTest: true }:
                    break; // the test button of the admin pages
                case AdminPaymentSucceededEvent paid:
                    lines.Add($"offers {string.Join(" and ", paid.OfferIds)}: {paid.AmountPaidInCents} {paid.Currency}");
                    break;
                case AdminFormSubmissionCreatedEvent submitted:
                    lines.Add($"{submitted.Email} submitted {submitted.FormTitle}");
                    break;
            }

            return Task.CompletedTask;
        }
    }
    #endregion
}
