using Kajabi.AspNetCore;

namespace Kajabi.Cli.Listening;

/// <summary>Prints every event.</summary>
internal sealed class PrintingHandler(EventOutput output) : IKajabiWebhookHandler
{
    public Task HandleAsync(WebhookEvent received, CancellationToken cancellationToken = default)
    {
        output.Write(received);
        return Task.CompletedTask;
    }
}
