using System.Text.RegularExpressions;

namespace Kajabi.Tests.Table;

/// <summary>Runs every row and prints the results as a Markdown table.</summary>
internal static partial class FaultReport
{
    /// <returns>0 if every row passes, 1 otherwise.</returns>
    public static async Task<int> PrintAsync(TextWriter output)
    {
        int failed = 0;
        await output.WriteLineAsync("| Section | Operation | Fault | Expected | Result |\n| --- | --- | --- | --- | --- |");
        foreach (FaultRow row in FaultTable.Rows)
        {
            Exception? problem = await Record.ExceptionAsync(row.RunAsync);
            failed += problem is null ? 0 : 1;
            string result = problem is null ? "passed" : $"FAILED: {problem.Message}";
            await output.WriteLineAsync(
                $"| {string.Join(" | ", new[] { row.Section, row.Operation, row.Fault, row.Expected, result }.Select(Cell))} |"
            );
        }

        await output.WriteLineAsync($"\n{FaultTable.Rows.Count - failed} of {FaultTable.Rows.Count} rows passed, none skipped.");
        return failed == 0 ? 0 : 1;
    }

    private static string Cell(string text) => WhiteSpace().Replace(text, " ").Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
