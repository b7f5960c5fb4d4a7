using Kajabi.AspNetCore;

namespace Kajabi.SmokeApp;

/// <summary>Passes the tag of each event on.</summary>
internal sealed class TagHandler(ReceivedEvents received) : IKajabiWebhookHandler
{
    public Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken = default) =>
        received.AddAsync(webhookEvent is TagAddedEvent added ? $"{added.Contact.Id} {added.Tag?.Attributes.Name}" : webhookEvent.Name);
}
