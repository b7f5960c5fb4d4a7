namespace Kajabi.Areas.Internal;

/// <summary>An operation that lists resources page by page.</summary>
/// <param name="Query">The query parameters. The query is an <see cref="IPagedQuery"/>.</param>
/// <param name="GetPages">Returns all pages, or with false the first one.</param>
internal sealed record ListOperation(QueryDeclaration Query, Func<IKajabiClient, KajabiQuery, bool, IAsyncEnumerable<Document>> GetPages);
