using OpenApi.Documents.Findings;

namespace OpenApi.Documents.Reading;

/// <summary>Thrown when a file cannot be read or is invalid as a whole, in contrast to a file with findings.</summary>
internal sealed class UnreadableFileException : Exception
{
    /// <param name="path">The path as specified by the user.</param>
    /// <param name="line">The line, starting at 1.</param>
    /// <param name="column">The column, starting at 1.</param>
    /// <param name="problem">The cause and the remedy.</param>
    /// <param name="id">The id of the rule.</param>
    public UnreadableFileException(string path, int line, int column, string problem, string id = "KC0000")
        : base($"{ConsoleText.Line(path)}({line},{column}): error {id}: {ConsoleText.Line(problem)}") { }

    private UnreadableFileException(IEnumerable<Finding> findings)
        : base(string.Join(Environment.NewLine, findings)) { }

    /// <exception cref="UnreadableFileException">There is a finding that is an error even for a lenient collector.</exception>
    public static void ThrowIfRejected(FindingCollector findings)
    {
        if (findings.Fatal is { Count: > 0 } fatal)
        {
            throw new UnreadableFileException(fatal);
        }
    }

    /// <exception cref="UnreadableFileException">The file of the collector is not an OpenAPI document.</exception>
    public static void ThrowIfNotOpenApi(FindingCollector findings)
    {
        if (findings.All.FirstOrDefault(static finding => finding.Rule == Rule.NotOpenApi) is { } finding)
        {
            throw new UnreadableFileException(finding.File, 1, 1, finding.Message);
        }
    }
}
