using Kajabi;
using Kajabi.AspNetCore;

namespace Acme;

/// <summary>Logs each tag that is added to a contact.</summary>
internal sealed class TagLog(ILogger<TagLog> logger) : IKajabiWebhookHandler
{
    public Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken = default)
    {
        if (webhookEvent is TagAddedEvent added)
        {
            logger.LogInformation("Tag added: {Tag}", added.Tag?.Attributes.Name);
        }

        return Task.CompletedTask;
    }
}
