using System.Globalization;
using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Configuration;

/// <summary>Findings that are accepted, each with a reason.</summary>
internal sealed class AcceptedFindings
{
    private readonly IReadOnlyList<Entry> _entries;
    private readonly ILookup<string, Entry> _byFingerprint;

    private AcceptedFindings(IReadOnlyList<Entry> entries)
    {
        _entries = entries;
        _byFingerprint = entries.ToLookup(static entry => entry.Fingerprint);
    }

    public static AcceptedFindings None { get; } = new([]);

    /// <param name="path">The path of the file.</param>
    /// <param name="entries">The entries.</param>
    /// <exception cref="UnreadableFileException">An entry has no fingerprint or reason, an unknown member, or an id of no rule.</exception>
    public static AcceptedFindings Read(string path, IEnumerable<JToken> entries) => new([.. entries.Select(entry => Read(path, entry))]);

    /// <summary>Returns the reason for which a finding is accepted; null if it is not.</summary>
    public string? FindReason(Finding finding) =>
        _byFingerprint[finding.Fingerprint].FirstOrDefault(entry => entry.Id is null || entry.Id == finding.Rule.Id)?.Reason;

    /// <summary>Removes the accepted findings from a report, and reports the entries that no longer match a finding.</summary>
    /// <param name="report">The report of the check.</param>
    /// <param name="ruleIds">The ids of the rules of the check.</param>
    public ContractReport ApplyTo(ContractReport report, IReadOnlyCollection<string> ruleIds)
    {
        HashSet<string> seen = [.. report.Findings.Concat(report.Defects).Where(IsAccepted).Select(static finding => finding.Fingerprint)];
        IEnumerable<Finding> unused = _entries
            .Where(entry => !seen.Contains(entry.Fingerprint) && (entry.Id is null || ruleIds.Contains(entry.Id)))
            .Select(static entry => entry.Unused());
        return report with
        {
            Findings = [.. report.Findings.Where(finding => !IsAccepted(finding))],
            Accepted = [.. report.Findings.Where(IsAccepted)],
            Defects = [.. report.Defects.Where(defect => !IsAccepted(defect)), .. unused],
        };
    }

    private bool IsAccepted(Finding finding) => FindReason(finding) is not null;

    private static Entry Read(string path, JToken entry)
    {
        const string Required = "An accepted finding must have a `fingerprint` and a `reason`.";
        SettingReader reader = new(path);
        if (entry is not JObject members)
        {
            throw reader.Failure(entry, Required);
        }

        // A misspelled member is reported as such, not as a missing one.
        reader.RequireOnly(members, ["fingerprint", "id", "reason"]);
        if (Text(members, "fingerprint") is not { } fingerprint || Text(members, "reason") is not { } reason)
        {
            throw reader.Failure(entry, Required);
        }

        string? id = Text(members, "id");
        if (id is not null)
        {
            reader.RequireRule(members["id"]!, id);
        }

        return new Entry(fingerprint, id, reason, SourcePosition.From(path, entry));
    }

    // An unquoted fingerprint of digits is read as a number.
    private static string? Text(JObject entry, string name) =>
        entry[name] is JValue { Value: { } value }
        && Convert.ToString(value, CultureInfo.InvariantCulture) is { } text
        && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    private sealed record Entry(string Fingerprint, string? Id, string Reason, SourcePosition Position)
    {
        public Finding Unused() =>
            new(
                ReportRules.UnusedAcceptance,
                new FindingLocation(string.Empty, Fingerprint) { Position = Position },
                $"The accepted finding `{Fingerprint}` no longer occurs ({Reason}). {ReportRules.UnusedAcceptance.Remedy}"
            )
            {
                Before = Id,
            };
    }
}
