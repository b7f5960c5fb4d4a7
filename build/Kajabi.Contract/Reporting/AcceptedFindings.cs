using Kajabi.Contract.Diagnostics;
using Kajabi.Contract.Reading;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Reporting;

/// <summary>The findings that somebody has accepted, each with a reason.</summary>
internal sealed class AcceptedFindings
{
    private const string FileName = "accepted-drift.yaml";

    private readonly IReadOnlyList<Entry> _entries;

    private AcceptedFindings(IReadOnlyList<Entry> entries) => _entries = entries;

    public static AcceptedFindings None { get; } = new([]);

    /// <summary>The file beside a contract, or null when there is none.</summary>
    public static string? Beside(string contract)
    {
        string path = Path.Combine(Path.GetDirectoryName(contract) ?? string.Empty, FileName);
        return File.Exists(path) ? path : null;
    }

    /// <exception cref="UnreadableFileException">The file is missing, or an entry lacks fingerprint or reason.</exception>
    public static AcceptedFindings Load(string path)
    {
        SourceFile file = SourceFile.Load(path);
        return file.Root["accepted"] is JArray entries
            ? new AcceptedFindings([.. entries.Select(entry => Read(path, entry))])
            : throw new UnreadableFileException(
                path,
                1,
                1,
                "The file has no list `accepted`. Each entry has a `fingerprint` and a `reason`."
            );
    }

    /// <summary>Moves what is accepted out of the findings, and reports entries that accept nothing any more.</summary>
    /// <param name="report">The report as the check gave it.</param>
    /// <param name="ruleIds">The ids that the check can give.</param>
    public ContractReport TakeOutOf(ContractReport report, IReadOnlyCollection<string> ruleIds)
    {
        HashSet<string> fingerprints = [.. _entries.Select(static entry => entry.Fingerprint)];
        HashSet<string> seen = [.. report.Findings.Concat(report.Defects).Select(static finding => finding.Fingerprint)];
        IEnumerable<ContractFinding> unused = _entries
            .Where(entry => !seen.Contains(entry.Fingerprint) && (entry.Id is null || ruleIds.Contains(entry.Id)))
            .Select(static entry => entry.Unused());
        return report with
        {
            Findings = [.. report.Findings.Where(finding => !fingerprints.Contains(finding.Fingerprint))],
            Accepted = [.. report.Findings.Where(finding => fingerprints.Contains(finding.Fingerprint))],
            Defects = [.. report.Defects.Where(defect => !fingerprints.Contains(defect.Fingerprint)), .. unused],
        };
    }

    private static Entry Read(string path, JToken entry)
    {
        SourcePosition position = SourcePosition.Of(path, entry);
        return entry is JObject members && Text(members, "fingerprint") is { } fingerprint && Text(members, "reason") is { } reason
            ? new Entry(fingerprint, Text(members, "id"), reason, position)
            : throw new UnreadableFileException(
                path,
                position.Line,
                position.Column,
                "An accepted finding has a `fingerprint` and a `reason`."
            );
    }

    // A fingerprint of digits alone reads as a number unless it is quoted.
    private static string? Text(JObject entry, string name) =>
        entry[name] is JValue { Value: { } value }
        && Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) is { } text
        && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    private sealed record Entry(string Fingerprint, string? Id, string Reason, SourcePosition Position)
    {
        public ContractFinding Unused() =>
            new(
                Rule.UnusedAcceptance.Id,
                Severity.Warning,
                string.Empty,
                Direction.None,
                Fingerprint,
                Id,
                null,
                $"The accepted finding `{Fingerprint}` is found no more ({Reason}). {Rule.UnusedAcceptance.Remedy}"
            )
            {
                Position = Position,
            };
    }
}
