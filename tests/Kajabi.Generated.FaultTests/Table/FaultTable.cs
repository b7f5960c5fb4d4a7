using Kajabi.Tests.Scenarios;

namespace Kajabi.Tests.Table;

/// <summary>All rows, ordered by section.</summary>
internal static class FaultTable
{
    public static IReadOnlyList<FaultRow> Rows { get; } =
    [
        .. BodyFaults.Section.Rows,
        .. EncodingFaults.ContentType.Rows,
        .. EncodingFaults.Section.Rows,
        .. RelationshipFaults.Section.Rows,
        .. JsonApiFaults.Section.Rows,
        .. JsonFaults.Section.Rows,
        .. PagingFaults.Section.Rows,
        .. SizeFaults.Section.Rows,
        .. TimeFaults.Section.Rows,
        .. RetryFaults.Section.Rows,
        .. AuthFaults.Section.Rows,
        .. InjectionFaults.Section.Rows,
        .. OriginFaults.Redirect.Rows,
        .. OriginFaults.Config.Rows,
        .. SecretFaults.Section.Rows,
        .. ErrorFaults.Section.Rows,
        .. CancellationFaults.Section.Rows,
        .. CancellationFaults.Concurrency.Rows,
        .. WebhookFaults.Section.Rows,
        .. ServerCrashFaults.Section.Rows,
    ];

    public static FaultRow Find(string name) => Rows.Single(row => row.Name == name);
}
