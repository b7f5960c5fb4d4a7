using System.Globalization;
using Kajabi.AspNetCore;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Cli.Webhooks;

/// <summary>Prints every event, and forwards its delivery. It fails if the target does, so that Kajabi delivers the event again.</summary>
internal sealed class ForwardingHandler(EventOutput output, DeliveryTarget target, Terminal terminal, IHttpContextAccessor context)
    : IKajabiWebhookHandler
{
    public async Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken = default)
    {
        output.Write(webhookEvent);
        try
        {
            int status = await target.ForwardAsync(context.HttpContext!.Request, cancellationToken);
            string result = string.Create(CultureInfo.InvariantCulture, $"{target.DisplayUrl} returned {status}");
            if (status is < 200 or >= 300)
            {
                throw new UnusableResponseException($"{result}, so the delivery fails and Kajabi sends it again.");
            }

            terminal.WriteMessage($"{webhookEvent.Name} forwarded: {result}.");
        }
        catch (UnusableResponseException exception)
        {
            terminal.WriteMessage(exception.Message);
            throw;
        }
    }
}
