namespace Kajabi.AspNetCore;

/// <summary>What your application does with an event. Made anew for each delivery, in the scope of its request.</summary>
/// <remarks>
/// An event can come more than once and out of order, so handle it so that a repetition does no harm. Kajabi waits
/// for the answer: put slow work into a queue of your own and return.
/// </remarks>
public interface IKajabiWebhookHandler
{
    /// <summary>Handles an event. Kajabi is told of success when the task ends, and delivers again when it fails.</summary>
    /// <param name="received">The event; an <see cref="UnknownEvent"/> for what is none of the known ones, which is best ignored or kept.</param>
    /// <param name="cancellationToken">Cancelled when the application stops, and not when Kajabi hangs up: what was begun is finished, and its repetition dropped.</param>
    /// <returns>A task that ends when the event is safe.</returns>
    Task HandleAsync(WebhookEvent received, CancellationToken cancellationToken = default);
}
