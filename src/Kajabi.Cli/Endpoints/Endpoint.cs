using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace Kajabi.Cli.Endpoints;

/// <summary>The operations of one resource type. Preparing checks the request before anything is sent.</summary>
internal sealed class Endpoint
{
    private readonly Operation _get;
    private readonly Operation? _list;
    private readonly Type _resource;

    /// <param name="get">The operation that reads one resource; the others are found by its path and its class.</param>
    public Endpoint(Operation get)
    {
        string one = get.PathOf(HttpMethod.Get)!;
        string all = one[..one.LastIndexOf('/')];
        _get = get;
        _resource = ResourceOf(get.Result)!;
        _list = Operation.All.SingleOrDefault(operation => IsSequenceOf(_resource, operation.Result));
        Create = Operation.All.SingleOrDefault(operation => operation.Sends(HttpMethod.Post, all) && operation.Body is not null);
        Update = Operation.All.SingleOrDefault(operation => operation.Sends(HttpMethod.Patch, one));
        Delete = Operation.All.SingleOrDefault(operation => operation.Sends(HttpMethod.Delete, one));
        Type = NewResource().Type;
    }

    /// <summary>The resource type on the wire.</summary>
    public string Type { get; }

    /// <summary>The operation that creates one; null where the API has none.</summary>
    public Operation? Create { get; }

    /// <summary>The operation that updates one; null where the API has none.</summary>
    public Operation? Update { get; }

    /// <summary>The operation that deletes one; null where the API has none.</summary>
    public Operation? Delete { get; }

    /// <summary>The orders that a list of this type can have.</summary>
    public IReadOnlyList<string> Sorts => _list?.Query is { } query ? QueryBinder.ValuesOf(query, nameof(ListContactsQuery.Sort)) : [];

    /// <summary>The include paths that a response about this type can have.</summary>
    public IReadOnlyList<string> Includes =>
        Declared(static query => QueryBinder.ValuesOf(query.GetType(), nameof(ListContactsQuery.Include)));

    /// <summary>The filters that reading this type takes.</summary>
    public IReadOnlyList<string> Filters => Declared(QueryBinder.FiltersOf);

    /// <summary>Whether the API lists this type.</summary>
    public bool IsListed => _list is not null;

    /// <summary>The class of the resource that a document is about; null for other results.</summary>
    public static Type? ResourceOf(Type document) =>
        document.BaseType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ResourceDocument<>)
            ? type.GetGenericArguments()[0]
            : null;

    /// <summary>A resource with nothing in it.</summary>
    public Resource NewResource() => (Resource)Activator.CreateInstance(_resource)!;

    /// <summary>Prepares the reading of one resource.</summary>
    /// <exception cref="UsageException">The operation cannot take the request.</exception>
    public Func<KajabiClient, CancellationToken, Task<Document>> PrepareGet(ReadRequest request, string id)
    {
        object? query = _get.Query is { } type ? NewQuery(type, request) : null;
        return query is null && request.HasQuery
            ? throw new UsageException(
                $"One of '{Type}' is read as a whole: the API takes neither includes nor fields here. Leave these options out."
            )
            : (kajabi, cancellationToken) => _get.CallAsync<Document>(kajabi, id, query, cancellationToken);
    }

    /// <summary>Prepares the reading of pages.</summary>
    /// <param name="request">What the user asked for.</param>
    /// <param name="firstPage">The number of the first page that is read.</param>
    /// <param name="isAll">Whether all pages are read from there, the next one while the one before is in use.</param>
    /// <param name="detectsChanges">Whether a list that changes while it is read is an error at its end; false for a caller that compares the totals itself.</param>
    /// <exception cref="UsageException">The operation cannot take the request.</exception>
    public Func<KajabiClient, IAsyncEnumerable<Document>> PrepareList(
        ReadRequest request,
        int firstPage,
        bool isAll,
        bool detectsChanges = false
    )
    {
        Operation list =
            _list ?? throw new UsageException($"The API has no operation that lists '{Type}'. Read one with 'kajabi get {Type} <id>'.");
        KajabiQuery query = NewQuery(list.Query!, request);
        if (firstPage > 1)
        {
            query.GetType().GetProperty(nameof(ListContactsQuery.PageNumber))!.SetValue(query, firstPage);
        }

        // The classes of page and resource are known to the running program only.
        return kajabi => Pages((dynamic)list.Invoke(kajabi, null, query, CancellationToken.None), isAll, detectsChanges);
    }

    /// <summary>Prepares the creation of a resource.</summary>
    /// <exception cref="UsageException">The API cannot create one, or not out of what the user said.</exception>
    public Func<KajabiClient, CancellationToken, Task<Document>> PrepareCreate(WriteRequest request)
    {
        Operation create = Create ?? throw Without("created", ResourceCatalog.Created);
        Resource resource = NewResource();
        Func<KajabiClient, CancellationToken, Task<Document>> prepared = PrepareWrite(create, resource, request);
        return RelationshipBinder.Owners(create, resource).FirstOrDefault(owner => !request.Related.Contains(owner.Name)) is { } missing
            ? throw new UsageException(
                $"One of '{Type}' belongs to one of '{missing.TargetType}'. Add --relate {missing.Name}=<id>; 'kajabi list {missing.TargetType}' shows the ids."
            )
            : prepared;
    }

    /// <summary>Prepares the change of a resource: what the user said, and nothing else.</summary>
    /// <exception cref="UsageException">The API cannot update one, or not with what the user said.</exception>
    public Func<KajabiClient, CancellationToken, Task<Document>> PrepareUpdate(WriteRequest request, string id)
    {
        Operation update = Update ?? throw Without("updated", ResourceCatalog.Updated);
        Resource resource = NewResource();
        resource.Id = id;
        return request is { Texts.Count: 0, Values.Count: 0, Related.Count: 0 }
            ? throw new UsageException("There is nothing to change. Say what with --set, --set-json or --relate.")
            : PrepareWrite(update, resource, request);
    }

    /// <summary>Prepares the deletion of a resource.</summary>
    /// <exception cref="UsageException">The API cannot delete one.</exception>
    public Func<KajabiClient, CancellationToken, Task> PrepareDelete(string id)
    {
        Operation delete = Delete ?? throw Without("deleted", ResourceCatalog.Deleted);
        return (kajabi, cancellationToken) => (Task)delete.Invoke(kajabi, id, null, cancellationToken);
    }

    private static Func<KajabiClient, CancellationToken, Task<Document>> PrepareWrite(
        Operation operation,
        Resource resource,
        WriteRequest request
    )
    {
        foreach ((string name, string text) in request.Texts)
        {
            AttributeBinder.Assign(resource, name, text);
        }

        foreach ((string name, JToken value) in request.Values)
        {
            AttributeBinder.Assign(resource, name, value);
        }

        foreach (IGrouping<string, string> related in request.Related)
        {
            RelationshipBinder.Assign(resource, related.Key, [.. related]);
        }

        object body = Activator.CreateInstance(operation.Body!)!;
        operation.Body!.GetProperty(nameof(ContactDocument.Data))!.SetValue(body, resource);
        return (kajabi, cancellationToken) =>
            operation.CallAsync<Document>(kajabi, resource.HasId ? resource.Id : null, body, cancellationToken);
    }

    private UsageException Without(string verb, IReadOnlyList<string> types) =>
        new($"The API has no operation by which '{Type}' are {verb}; it has one for {string.Join(", ", types)}.");

    private static IAsyncEnumerable<Document> Pages<TPage, TResource>(
        PagedEnumerable<TPage, TResource> all,
        bool isAll,
        bool detectsChanges
    )
        where TPage : Document
        where TResource : Resource
    {
        PagedEnumerable<TPage, TResource> pages = isAll ? all.WithPrefetch() : all.WithMaxPages(1);
        return (detectsChanges ? pages : pages.WithoutChangeDetection()).AsPages();
    }

    private static bool IsSequenceOf(Type resource, Type result) =>
        result.IsGenericType
        && result.GetGenericTypeDefinition() == typeof(PagedEnumerable<,>)
        && result.GetGenericArguments()[1] == resource;

    /// <summary>What the queries of the operations that read declare, without duplicates.</summary>
    private IReadOnlyList<string> Declared(Func<KajabiQuery, IReadOnlyList<string>> select) =>
        [
            .. new[] { _list?.Query, _get.Query }
                .OfType<Type>()
                .SelectMany(query => select((KajabiQuery)Activator.CreateInstance(query)!))
                .Distinct(),
        ];

    /// <summary>A query of an operation; what its class requires must be among the filters.</summary>
    private static KajabiQuery NewQuery(Type type, ReadRequest request)
    {
        new ReadRequestValidator(
            request,
            QueryBinder.ValuesOf(type, nameof(ListContactsQuery.Include)),
            QueryBinder.ValuesOf(type, nameof(ListContactsQuery.Sort))
        ).Validate();
        SnakeCaseNamingStrategy wire = new();
        foreach (
            string required in type.GetProperties()
                .Where(static property => property.IsDefined(typeof(RequiredMemberAttribute), inherit: false))
                .Select(static property => property.Name)
        )
        {
            request.RequiredFilter(wire.GetPropertyName(required, hasSpecifiedName: false));
        }

        KajabiQuery query = (KajabiQuery)Activator.CreateInstance(type)!;
        QueryBinder.Fill(query, request);
        return query;
    }
}
