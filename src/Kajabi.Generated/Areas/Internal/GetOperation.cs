namespace Kajabi.Areas.Internal;

/// <summary>An operation that reads one resource.</summary>
/// <param name="Query">The query parameters; null if there are none.</param>
/// <param name="SendAsync">Sends the request for an id and a query, which is null if there are no query parameters.</param>
internal sealed record GetOperation(
    QueryDeclaration? Query,
    Func<IKajabiClient, string, KajabiQuery?, CancellationToken, Task<Document>> SendAsync
);
