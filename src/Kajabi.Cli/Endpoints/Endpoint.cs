namespace Kajabi.Cli.Endpoints;

/// <summary>How the resources of one type are read. Preparing checks the request before anything is sent.</summary>
internal sealed class Endpoint
{
    private readonly Func<ReadRequest, string, Func<KajabiClient, CancellationToken, Task<Document>>> _get;
    private readonly Func<ReadRequest, Func<KajabiClient, long, CancellationToken, Task<Document>>> _list;

    private Endpoint(
        string type,
        Func<ReadRequest, string, Func<KajabiClient, CancellationToken, Task<Document>>> get,
        Func<ReadRequest, Func<KajabiClient, long, CancellationToken, Task<Document>>> list)
    {
        Type = type;
        _get = get;
        _list = list;
    }

    /// <summary>The resource type on the wire.</summary>
    public string Type { get; }

    /// <summary>Ties a type to its two operations.</summary>
    /// <param name="type">The resource type on the wire.</param>
    /// <param name="one">Makes the query for one resource.</param>
    /// <param name="get">Reads one resource.</param>
    /// <param name="many">Makes the query for a page.</param>
    /// <param name="list">Reads a page.</param>
    public static Endpoint Of<TOne, TDocument, TMany, TPage>(
        string type,
        Func<ReadRequest, TOne> one,
        Func<KajabiClient, string, TOne, CancellationToken, Task<TDocument>> get,
        Func<ReadRequest, TMany> many,
        Func<KajabiClient, TMany, CancellationToken, Task<TPage>> list)
        where TDocument : Document
        where TMany : KajabiQuery
        where TPage : Document => new(
            type,
            (request, id) =>
            {
                TOne query = one(request);
                return async (kajabi, cancellationToken) => await get(kajabi, id, query, cancellationToken);
            },
            request =>
            {
                TMany query = many(request);
                return async (kajabi, page, cancellationToken) =>
                {
                    WireQuery.TurnTo(query, page);
                    return await list(kajabi, query, cancellationToken);
                };
            });

    /// <summary>Prepares the reading of one resource.</summary>
    /// <exception cref="WrongUseException">The operation cannot take the request.</exception>
    public Func<KajabiClient, CancellationToken, Task<Document>> PrepareGet(ReadRequest request, string id) => _get(request, id);

    /// <summary>Prepares the reading of pages, by their number from 1.</summary>
    /// <exception cref="WrongUseException">The operation cannot take the request.</exception>
    public Func<KajabiClient, long, CancellationToken, Task<Document>> PrepareList(ReadRequest request) => _list(request);
}
