using Kajabi.Contract.Diagnostics;
using Kajabi.Contract.Reporting;

namespace Kajabi.Contract.Reading;

/// <summary>A file that cannot be read, understood or accepted at all, which is another thing than one with findings.</summary>
internal sealed class UnreadableFileException : Exception
{
    /// <param name="path">The file as the caller gave it.</param>
    /// <param name="line">The line, counted from 1.</param>
    /// <param name="column">The column, counted from 1.</param>
    /// <param name="problem">What is wrong and what to do.</param>
    /// <param name="id">The rule.</param>
    public UnreadableFileException(string path, int line, int column, string problem, string id = "KC0000")
        : base($"{ConsoleText.Line(path)}({line},{column}): error {id}: {ConsoleText.Line(problem)}") { }

    private UnreadableFileException(IEnumerable<Finding> findings)
        : base(string.Join(Environment.NewLine, findings)) { }

    /// <exception cref="UnreadableFileException">A finding rejects the contract however it is read.</exception>
    public static void ThrowIfRejected(FindingCollector findings)
    {
        if (findings.Fatal is { Count: > 0 } fatal)
        {
            throw new UnreadableFileException(fatal);
        }
    }
}
