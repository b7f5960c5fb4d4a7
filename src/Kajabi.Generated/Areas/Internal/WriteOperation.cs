namespace Kajabi.Areas.Internal;

/// <summary>An operation that creates or updates a resource.</summary>
/// <param name="CreateBody">Creates a document with an empty resource.</param>
/// <param name="SendAsync">Sends a document, with the id of an existing resource.</param>
/// <param name="RequiredRelationship">
/// The JSON name of the to-one relationship that a new resource requires; null if it requires none.
/// </param>
internal sealed record WriteOperation(
    Func<Document> CreateBody,
    Func<IKajabiClient, string?, Document, CancellationToken, Task<Document>> SendAsync,
    string? RequiredRelationship = null
);
