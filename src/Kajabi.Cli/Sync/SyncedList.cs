using Kajabi.Cli.Operations;
using Kajabi.Paging.Internal;

namespace Kajabi.Cli.Sync;

/// <summary>The requests for the list of one resource type, with the relationships that the list can include.</summary>
/// <param name="kajabi">The client.</param>
/// <param name="type">The resource type.</param>
/// <param name="pageSize">The number of resources per page.</param>
internal sealed class SyncedList(KajabiClient kajabi, string type, int pageSize)
{
    private const string Creation = "created_at";

    private readonly ResourceOperations _operations = ResourceCatalog.Get(type);
    private readonly ReadRequest _request = ReadRequest.CreateDefault(type) with
    {
        Include = ResourceCatalog.Get(type).IncludedRelationships,
        PageSize = pageSize,
    };

    /// <summary>How the list returns what is new; null if it cannot, or not the latest time that it contains.</summary>
    public ChangeTracking? Tracking { get; } =
        ChangeTracking.Find(type) is { } tracking && (tracking.IsSortable || tracking.IsDaily) ? tracking : null;

    /// <summary>Whether the list can be sorted from old to new, so that no resource is skipped if it is read from its end.</summary>
    public bool IsSortable => _operations.Sorts.Contains(Creation);

    /// <summary>Returns the requests for the pages of the whole list.</summary>
    public Func<int, CancellationToken, Task<Document>> PreparePages() =>
        _operations.PreparePages(_request with { Sort = IsSortable ? Creation : null }, kajabi);

    /// <summary>Returns the requests for the pages with what is new.</summary>
    public Func<int, CancellationToken, Task<Document>> PrepareChanges(ChangeTracking tracking, DateTimeOffset from) =>
        _operations.PreparePages(_request, kajabi, tracking, from);

    /// <summary>Returns the latest time that the list contains; null if it is empty or cannot return what is new.</summary>
    public async Task<DateTimeOffset?> ReadLatestTimeAsync(CancellationToken cancellationToken)
    {
        if (Tracking is not { } tracking)
        {
            return null;
        }

        // A list that cannot be sorted starts with the latest resource. If it does not, the next run reads more than it needs to.
        ReadRequest request = _request with
        {
            Include = [],
            Sort = tracking.IsSortable ? $"-{tracking.Attribute}" : null,
            PageSize = 1,
        };
        Document latest = await _operations.PreparePages(request, kajabi)(1, cancellationToken);
        return latest.PrimaryData is [var resource, ..] ? tracking.GetTime(resource) : null;
    }

    /// <summary>Returns whether a resource exists.</summary>
    public async Task<bool> ExistsAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await _operations.PrepareGet(ReadRequest.CreateDefault(type), id)(kajabi, cancellationToken);
            return true;
        }
        catch (KajabiApiException exception) when (exception.Kind == KajabiErrorKind.NotFound)
        {
            return false;
        }
    }
}
