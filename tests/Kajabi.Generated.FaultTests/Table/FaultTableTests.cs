using System.Text.RegularExpressions;

namespace Kajabi.Tests.Table;

/// <summary>Every row of the table, and that the table leaves nothing out.</summary>
public sealed partial class FaultTableTests
{
    public static TheoryData<string> Names => [.. FaultTable.Rows.Select(static row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_fault_is_met(string name) => FaultTable.Find(name).RunAsync();

    [GeneratedRegex(@"^\|.*$", RegexOptions.Multiline)]
    private static partial Regex TableLine();
}
