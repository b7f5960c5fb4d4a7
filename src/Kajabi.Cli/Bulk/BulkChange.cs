namespace Kajabi.Cli.Bulk;

/// <summary>The change that is made to each contact or customer: related resources are added or removed.</summary>
/// <param name="Action">The action as a participle, such as <c>tagged</c>.</param>
/// <param name="Description">The command with its options, to compare it with that of an earlier report.</param>
/// <param name="IsAddition">Whether the related resources are added; false if they are removed.</param>
/// <param name="RelatedType">The type of the tags or offers.</param>
/// <param name="RelatedIds">The ids of the tags or offers.</param>
/// <param name="ReadAsync">Reads the related resources that the owner with an id has.</param>
/// <param name="WriteAsync">Sends the change of some related resources of the owner with an id.</param>
internal sealed record BulkChange(
    string Action,
    string Description,
    bool IsAddition,
    string RelatedType,
    IReadOnlyList<string> RelatedIds,
    Func<KajabiClient, string, CancellationToken, Task<RelationshipDocument>> ReadAsync,
    Func<KajabiClient, string, IReadOnlyCollection<string>, CancellationToken, Task> WriteAsync
)
{
    /// <summary>
    /// Returns the ids that the change has to be sent for. Sending all of them would email the customer about an offer again, and fail
    /// for a tag that the contact does not have.
    /// </summary>
    public IReadOnlyList<string> GetMissing(RelationshipDocument current)
    {
        HashSet<string> ids = [.. current.Data.Select(static identifier => identifier.Id)];
        return [.. RelatedIds.Where(id => ids.Contains(id) != IsAddition)];
    }
}
