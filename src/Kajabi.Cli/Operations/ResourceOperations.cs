using Kajabi.Areas.Internal;
using Kajabi.Paging.Internal;

namespace Kajabi.Cli.Operations;

/// <summary>The operations of one resource type. The Prepare methods validate a request before it is sent.</summary>
/// <param name="operations">The operations of the generated table.</param>
internal sealed partial class ResourceOperations(ResourceTypeOperations operations)
{
    /// <summary>The JSON:API resource type.</summary>
    public string Type => operations.Type;

    /// <summary>The attributes that the OpenAPI document declares.</summary>
    public IReadOnlyList<JsonApiMember> Attributes => ResourceTypeTable.Find(Type)!.Attributes.DeclaredMembers;

    /// <summary>Whether the API has an operation that lists this type.</summary>
    public bool CanList => operations.List is not null;

    /// <summary>Whether the API has an operation that creates a resource.</summary>
    public bool CanCreate => operations.Create is not null;

    /// <summary>Whether the API has an operation that updates a resource.</summary>
    public bool CanUpdate => operations.Update is not null;

    /// <summary>Whether the API has an operation that deletes a resource.</summary>
    public bool CanDelete => operations.Delete is not null;

    /// <summary>The sort orders that the list operation declares.</summary>
    public IReadOnlyList<string> Sorts => operations.List?.Query.Sorts ?? [];

    /// <summary>The filters that the list operation requires, without <c>filter[]</c>.</summary>
    public IReadOnlyList<string> RequiredFilters => operations.List?.Query.RequiredFilters ?? [];

    /// <summary>The relationships of the type itself that the list operation can include.</summary>
    public IReadOnlyList<string> IncludedRelationships =>
        [.. (operations.List?.Query.Includes ?? []).Where(static path => !path.Contains('.', StringComparison.Ordinal))];

    /// <summary>The relationships of the type itself that a request for one resource can include.</summary>
    public IReadOnlyList<string> SingleIncludes =>
        [.. (operations.Get.Query?.Includes ?? []).Where(static path => !path.Contains('.', StringComparison.Ordinal))];

    /// <summary>The include paths that the read operations declare.</summary>
    public IReadOnlyList<string> Includes => GetDeclared(static query => query.Includes);

    /// <summary>The filters that the read operations support.</summary>
    public IReadOnlyList<string> Filters => GetDeclared(static query => QueryBinder.GetFilters(query.Create()));

    /// <summary>Returns the filter with a description of its values, unless it accepts any text.</summary>
    public string DescribeFilter(string filter)
    {
        KajabiQuery? query = (operations.List?.Query ?? operations.Get.Query)?.Create();
        string? description = query is null ? null : FilterValue.Describe(query.GetValueKind($"filter[{filter}]"));
        return description is null ? filter : $"{filter} ({description})";
    }

    /// <summary>The attributes that the list can be filtered by, with their suffixes; also part of <see cref="Filters"/>.</summary>
    public IReadOnlyList<FilteredAttribute> AttributeFilters => operations.List?.Query.AttributeFilters ?? [];

    /// <summary>Prepares a request for one resource.</summary>
    /// <exception cref="UsageException">The operation does not support the request.</exception>
    public Func<KajabiClient, CancellationToken, Task<Document>> PrepareGet(ReadRequest request, string id)
    {
        KajabiQuery? query = operations.Get.Query is { } declared ? CreateQuery(declared, request) : null;
        return query is null && request.HasQuery
            ? throw new UsageException(
                $"The API supports neither includes nor fields for a single resource of type '{Type}'. Omit these options."
            )
            : (kajabi, cancellationToken) => operations.Get.SendAsync(kajabi, id, query, cancellationToken);
    }

    /// <summary>Prepares a request for pages.</summary>
    /// <param name="request">The requested resources and fields.</param>
    /// <param name="firstPage">The number of the first page.</param>
    /// <param name="isAll">Whether all pages from there are read, with prefetching.</param>
    /// <exception cref="UsageException">The operation does not support the request.</exception>
    public Func<KajabiClient, IAsyncEnumerable<Document>> PrepareList(ReadRequest request, int firstPage, bool isAll)
    {
        ListOperation list =
            operations.List
            ?? throw new UsageException($"The API has no operation that lists '{Type}'. Read one with 'kajabi get {Type} <id>'.");
        KajabiQuery query = CreateQuery(list.Query, request);
        if (firstPage > 1)
        {
            ((IPagedQuery)query).PageNumber = firstPage;
        }

        return kajabi => list.GetPages(kajabi, query, isAll);
    }

    /// <summary>Prepares requests for pages, one at a time, until the caller stops. No page is read ahead.</summary>
    /// <exception cref="UsageException">The operation does not support the request.</exception>
    public Func<KajabiClient, CancellationToken, IAsyncEnumerable<Document>> PrepareLimitedList(ReadRequest request)
    {
        PrepareList(request, firstPage: 1, isAll: false);
        return (kajabi, cancellationToken) => SequentialPages.ReadAsync(PreparePages(request, kajabi), cancellationToken);
    }

    /// <summary>Prepares requests for single pages by their numbers.</summary>
    /// <param name="request">The requested resources and fields.</param>
    /// <param name="kajabi">The client.</param>
    /// <param name="tracking">How the list returns what is new; null to read the list in full.</param>
    /// <param name="from">The earliest time of what is new; null for all resources.</param>
    /// <exception cref="UsageException">The operation does not support the request.</exception>
    public Func<int, CancellationToken, Task<Document>> PreparePages(
        ReadRequest request,
        KajabiClient kajabi,
        ChangeTracking? tracking = null,
        DateTimeOffset? from = null
    )
    {
        ListOperation list = operations.List!;
        KajabiQuery query = CreateQuery(list.Query, request);
        query = tracking?.Apply(query, from) ?? query;
        return async (number, cancellationToken) =>
        {
            KajabiQuery page = query.Copy();
            ((IPagedQuery)page).PageNumber = number;
            return await list.GetPages(kajabi, page, false).FirstAsync(cancellationToken);
        };
    }

    /// <summary>Returns what the queries of the read operations declare, without duplicates.</summary>
    private IReadOnlyList<string> GetDeclared(Func<QueryDeclaration, IReadOnlyList<string>> select) =>
        [.. new[] { operations.List?.Query, operations.Get.Query }.OfType<QueryDeclaration>().SelectMany(select).Distinct()];

    /// <summary>Creates the query of an operation. Its required filters must be among the given ones.</summary>
    private static KajabiQuery CreateQuery(QueryDeclaration declared, ReadRequest request)
    {
        new ReadRequestValidator(request, declared.Includes, declared.Sorts).Validate();
        foreach (string required in declared.RequiredFilters)
        {
            request.GetRequiredFilter(required);
        }

        KajabiQuery query = declared.Create();
        QueryBinder.Bind(query, request);
        return query;
    }
}
