using System.Text.RegularExpressions;

namespace Kajabi.Tests.Table;

/// <summary>Runs every row of the fault table and checks that the table is complete.</summary>
public sealed partial class FaultTableTests
{
    public static TheoryData<string> Names => [.. FaultTable.Rows.Select(static row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_fault_is_handled_as_expected(string name) => FaultTable.Find(name).RunAsync();

    [SkippableFact]
    public void Every_line_of_the_reference_list_has_a_row()
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);
        IEnumerable<string> listed = File.ReadAllText(Path.Combine(ReferenceFolder.Path, "faults.md"))
            .Split("\n## ")
            .Skip(1)
            .SelectMany(static section =>
                TableLine().Matches(section).Skip(2).Select((_, index) => $"{section.Split('\n')[0].Trim()} {index + 1}")
            );

        Assert.Empty(
            listed.Except(FaultTable.Rows.Where(static row => row.Line is not null).Select(static row => $"{row.Section} {row.Line}"))
        );
    }

    [GeneratedRegex(@"^\|.*$", RegexOptions.Multiline)]
    private static partial Regex TableLine();
}
