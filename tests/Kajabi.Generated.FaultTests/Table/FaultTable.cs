using Kajabi.Tests.Rows;

namespace Kajabi.Tests.Table;

/// <summary>All rows, in the order of their sections.</summary>
internal static class FaultTable
{
    public static IReadOnlyList<FaultRow> Rows { get; } =
    [
        .. BodyFaults.Section.Rows,
        .. EncodingFaults.ContentType.Rows,
        .. EncodingFaults.Section.Rows,
    ];

    public static FaultRow Find(string name) => Rows.Single(row => row.Name == name);
}
