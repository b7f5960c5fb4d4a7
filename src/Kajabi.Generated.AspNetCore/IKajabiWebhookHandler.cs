namespace Kajabi.AspNetCore;

/// <summary>Handles webhook events. Resolved from the request scope for each delivery.</summary>
/// <remarks>
/// An event can be delivered more than once and out of order, so handling must be idempotent. Kajabi waits for the response: move
/// slow work to a queue and return.
/// </remarks>
/// <example>
/// <code>
/// public sealed class WebhookHandler(ILogger&lt;WebhookHandler&gt; logger) : IKajabiWebhookHandler
/// {
///     public Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken = default)
///     {
///         if (webhookEvent is PurchaseEvent purchase)
///         {
///             logger.LogInformation("Purchase {Id}", purchase.Purchase.Id);
///         }
///
///         return Task.CompletedTask;
///     }
/// }
/// </code>
/// </example>
public interface IKajabiWebhookHandler
{
    /// <summary>Handles an event. When the task succeeds, the delivery succeeds; when it fails, Kajabi delivers again.</summary>
    /// <param name="webhookEvent">The event; an <see cref="UnknownEvent"/> when the SDK does not know its type.</param>
    /// <param name="cancellationToken">
    /// Canceled on application shutdown, not when the request is aborted, so that a started event is finished and its redelivery
    /// can be deduplicated.
    /// </param>
    /// <returns>A task that completes when the event was handled or stored.</returns>
    Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken = default);
}
