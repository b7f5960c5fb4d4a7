using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace Kajabi.Cli.Operations;

/// <summary>The operations of one resource type. The Prepare methods validate a request before it is sent.</summary>
internal sealed class ResourceOperations
{
    private readonly Operation _get;
    private readonly Operation? _list;
    private readonly Type _resourceType;

    /// <param name="get">The operation that reads one resource. The others are found by its path and resource type.</param>
    public ResourceOperations(Operation get)
    {
        string resourcePath = get.GetPath(HttpMethod.Get)!;
        string collectionPath = resourcePath[..resourcePath.LastIndexOf('/')];
        _get = get;
        _resourceType = GetResourceType(get.Result)!;
        _list = Operation.All.SingleOrDefault(operation => IsListOf(_resourceType, operation.Result));
        Create = Operation.All.SingleOrDefault(operation =>
            operation.Matches(HttpMethod.Post, collectionPath) && operation.Body is not null
        );
        Update = Operation.All.SingleOrDefault(operation => operation.Matches(HttpMethod.Patch, resourcePath));
        Delete = Operation.All.SingleOrDefault(operation => operation.Matches(HttpMethod.Delete, resourcePath));
        Type = CreateResource().Type;
    }

    /// <summary>The JSON:API resource type.</summary>
    public string Type { get; }

    /// <summary>The operation that creates a resource; null if the API has none.</summary>
    public Operation? Create { get; }

    /// <summary>The operation that updates a resource; null if the API has none.</summary>
    public Operation? Update { get; }

    /// <summary>The operation that deletes a resource; null if the API has none.</summary>
    public Operation? Delete { get; }

    /// <summary>The sort orders that the list operation declares.</summary>
    public IReadOnlyList<string> Sorts => _list?.Query is { } query ? QueryBinder.GetValues(query, nameof(ListContactsQuery.Sort)) : [];

    /// <summary>The include paths that the read operations declare.</summary>
    public IReadOnlyList<string> Includes =>
        GetDeclared(static query => QueryBinder.GetValues(query.GetType(), nameof(ListContactsQuery.Include)));

    /// <summary>The filters that the read operations declare.</summary>
    public IReadOnlyList<string> Filters => GetDeclared(QueryBinder.GetFilters);

    /// <summary>Whether the API has an operation that lists this type.</summary>
    public bool CanList => _list is not null;

    /// <summary>Returns the resource class of a resource document; null for other results.</summary>
    public static Type? GetResourceType(Type document) =>
        document.BaseType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ResourceDocument<>)
            ? type.GetGenericArguments()[0]
            : null;

    /// <summary>Creates an empty resource.</summary>
    public Resource CreateResource() => (Resource)Activator.CreateInstance(_resourceType)!;

    /// <summary>Prepares a request for one resource.</summary>
    /// <exception cref="UsageException">The operation does not support the request.</exception>
    public Func<KajabiClient, CancellationToken, Task<Document>> PrepareGet(ReadRequest request, string id)
    {
        object? query = _get.Query is { } type ? CreateQuery(type, request) : null;
        return query is null && request.HasQuery
            ? throw new UsageException(
                $"The API supports neither includes nor fields for a single resource of type '{Type}'. Omit these options."
            )
            : (kajabi, cancellationToken) => _get.CallAsync<Document>(kajabi, id, query, cancellationToken);
    }

    /// <summary>Prepares a request for pages.</summary>
    /// <param name="request">The requested resources and fields.</param>
    /// <param name="firstPage">The number of the first page.</param>
    /// <param name="isAll">Whether all pages from there are read, with prefetching.</param>
    /// <exception cref="UsageException">The operation does not support the request.</exception>
    public Func<KajabiClient, IAsyncEnumerable<Document>> PrepareList(ReadRequest request, int firstPage, bool isAll)
    {
        Operation list =
            _list ?? throw new UsageException($"The API has no operation that lists '{Type}'. Read one with 'kajabi get {Type} <id>'.");
        KajabiQuery query = CreateQuery(list.Query!, request);
        if (firstPage > 1)
        {
            query.GetType().GetProperty(nameof(ListContactsQuery.PageNumber))!.SetValue(query, firstPage);
        }

        // The types of page and resource are only known at run time.
        return kajabi => GetPages((dynamic)list.Invoke(kajabi, null, query, CancellationToken.None), isAll);
    }

    /// <summary>Prepares a request that creates a resource.</summary>
    /// <exception cref="UsageException">The API cannot create resources of this type, or the request is invalid.</exception>
    public Func<KajabiClient, CancellationToken, Task<Document>> PrepareCreate(WriteRequest request)
    {
        Operation create = Create ?? throw CreateNotSupportedException("create", ResourceCatalog.Creatable);
        Resource resource = CreateResource();
        Func<KajabiClient, CancellationToken, Task<Document>> prepared = PrepareWrite(create, resource, request);
        return RelationshipBinder.GetOwners(create, resource).FirstOrDefault(owner => !request.Related.Contains(owner.Name)) is { } missing
            ? throw new UsageException(
                $"A resource of type '{Type}' requires a related '{missing.TargetType}'. Add --relate "
                    + $"{missing.Name}=<id>; 'kajabi list {missing.TargetType}' shows the ids."
            )
            : prepared;
    }

    /// <summary>Prepares a request that updates a resource. It contains only the given attributes and relationships.</summary>
    /// <exception cref="UsageException">The API cannot update resources of this type, or the request is invalid.</exception>
    public Func<KajabiClient, CancellationToken, Task<Document>> PrepareUpdate(WriteRequest request, string id)
    {
        Operation update = Update ?? throw CreateNotSupportedException("update", ResourceCatalog.Updatable);
        Resource resource = CreateResource();
        resource.Id = id;
        return request is { Texts.Count: 0, Values.Count: 0, Related.Count: 0 }
            ? throw new UsageException("There is nothing to change. Specify --set, --set-json or --relate.")
            : PrepareWrite(update, resource, request);
    }

    /// <summary>Prepares a request that deletes a resource.</summary>
    /// <exception cref="UsageException">The API cannot delete resources of this type.</exception>
    public Func<KajabiClient, CancellationToken, Task> PrepareDelete(string id)
    {
        Operation delete = Delete ?? throw CreateNotSupportedException("delete", ResourceCatalog.Deletable);
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

    private UsageException CreateNotSupportedException(string action, IReadOnlyList<string> types) =>
        new($"The API cannot {action} resources of type '{Type}'. Supported types: {string.Join(", ", types)}.");

    private static IAsyncEnumerable<Document> GetPages<TPage, TResource>(PagedEnumerable<TPage, TResource> all, bool isAll)
        where TPage : Document
        where TResource : Resource => (isAll ? all.WithPrefetch() : all.WithMaxPages(1)).AsPages();

    private static bool IsListOf(Type resourceType, Type result) =>
        result.IsGenericType
        && result.GetGenericTypeDefinition() == typeof(PagedEnumerable<,>)
        && result.GetGenericArguments()[1] == resourceType;

    /// <summary>Returns what the queries of the read operations declare, without duplicates.</summary>
    private IReadOnlyList<string> GetDeclared(Func<KajabiQuery, IReadOnlyList<string>> select) =>
        [
            .. new[] { _list?.Query, _get.Query }
                .OfType<Type>()
                .SelectMany(query => select((KajabiQuery)Activator.CreateInstance(query)!))
                .Distinct(),
        ];

    /// <summary>Creates the query of an operation. Its required properties must be among the filters.</summary>
    private static KajabiQuery CreateQuery(Type type, ReadRequest request)
    {
        new ReadRequestValidator(
            request,
            QueryBinder.GetValues(type, nameof(ListContactsQuery.Include)),
            QueryBinder.GetValues(type, nameof(ListContactsQuery.Sort))
        ).Validate();
        SnakeCaseNamingStrategy naming = new();
        foreach (
            string required in type.GetProperties()
                .Where(static property => property.IsDefined(typeof(RequiredMemberAttribute), inherit: false))
                .Select(static property => property.Name)
        )
        {
            request.GetRequiredFilter(naming.GetPropertyName(required, hasSpecifiedName: false));
        }

        KajabiQuery query = (KajabiQuery)Activator.CreateInstance(type)!;
        QueryBinder.Bind(query, request);
        return query;
    }
}
