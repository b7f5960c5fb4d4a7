using Kajabi.AspNetCore;

namespace Kajabi.Cli.Webhooks;

/// <summary>Prints every event.</summary>
internal sealed class PrintingHandler(EventOutput output) : IKajabiWebhookHandler
{
    public Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken = default)
    {
        output.Write(webhookEvent);
        return Task.CompletedTask;
    }
}
