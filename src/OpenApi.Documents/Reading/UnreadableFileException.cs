using OpenApi.Documents.Findings;

namespace OpenApi.Documents.Reading;

/// <summary>Thrown when a file cannot be read or is invalid as a whole, in contrast to a file with findings.</summary>
public sealed class UnreadableFileException : Exception
{
    /// <param name="path">The path as specified by the user.</param>
    /// <param name="line">The line, starting at 1.</param>
    /// <param name="column">The column, starting at 1.</param>
    /// <param name="problem">The cause and the remedy.</param>
    /// <param name="rule">The rule; null for <see cref="DocumentRules.UnreadableFile"/>.</param>
    internal UnreadableFileException(string path, int line, int column, string problem, Rule? rule = null)
        : this(GetLocation(path, line, column), problem, rule ?? DocumentRules.UnreadableFile) { }

    /// <param name="source">What cannot be read, if it is not a file: a URL or the name of a setting.</param>
    /// <param name="problem">The cause and the remedy.</param>
    internal UnreadableFileException(string source, string problem)
        : this(new FindingLocation(string.Empty, source), problem, DocumentRules.UnreadableFile) { }

    private UnreadableFileException(FindingLocation location, string problem, Rule rule)
        : this([new Finding(rule, location, problem) { IsError = true }]) { }

    private UnreadableFileException(IReadOnlyList<Finding> findings)
        : base(string.Join(Environment.NewLine, findings))
    {
        Findings = findings;
    }

    /// <summary>Gets the causes, each with its position and a message that contains the remedy. The list is not empty.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <exception cref="UnreadableFileException">There is a finding that is an error even for a lenient collector.</exception>
    internal static void ThrowIfRejected(FindingCollector findings)
    {
        if (findings.Fatal is { Count: > 0 } fatal)
        {
            throw new UnreadableFileException(fatal);
        }
    }

    /// <exception cref="UnreadableFileException">The file of the collector is not an OpenAPI document.</exception>
    internal static void ThrowIfNotOpenApi(FindingCollector findings)
    {
        if (findings.All.FirstOrDefault(static finding => finding.Rule == DocumentRules.NotOpenApi) is { } finding)
        {
            throw new UnreadableFileException(finding.Location.Position!.File, 1, 1, finding.Message);
        }
    }

    private static FindingLocation GetLocation(string path, int line, int column) =>
        new(string.Empty, string.Empty) { Position = new SourcePosition(path, line, column) };
}
