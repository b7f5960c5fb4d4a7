namespace Kajabi.Areas.Internal;

/// <summary>An operation that deletes a resource.</summary>
/// <param name="SendAsync">Sends the request for an id.</param>
internal sealed record DeleteOperation(Func<IKajabiClient, string, CancellationToken, Task> SendAsync);
