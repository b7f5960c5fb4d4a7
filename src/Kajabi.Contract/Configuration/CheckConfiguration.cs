using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Configuration;

/// <summary>The configuration file of the checks: severities, the operations that are checked, and accepted findings.</summary>
internal sealed class CheckConfiguration
{
    public const string FileName = "drift.yaml";

    private static readonly string[] s_settings = ["accepted", "paths", "severities"];

    private readonly AcceptedFindings _accepted;
    private readonly IReadOnlyList<SeverityOverride> _severities;
    private readonly OperationFilter _filter;

    private CheckConfiguration(AcceptedFindings accepted, IReadOnlyList<SeverityOverride> severities, OperationFilter filter)
    {
        _accepted = accepted;
        _severities = severities;
        _filter = filter;
    }

    public static CheckConfiguration Default { get; } = new(AcceptedFindings.None, [], new OperationFilter([], []));

    /// <summary>Returns the file beside an OpenAPI document, or else the one of our document; null if neither exists.</summary>
    /// <param name="contract">The path of the document.</param>
    /// <param name="folder">The folder with our document; null for <c>openapi</c> in the current folder.</param>
    public static string? Find(string contract, string? folder = null) =>
        ((string[])[Path.GetDirectoryName(contract) ?? string.Empty, folder ?? "openapi"])
            .Select(static one => Path.Combine(one, FileName))
            .FirstOrDefault(File.Exists);

    /// <exception cref="UnreadableFileException">The file does not exist, or a setting is unknown or invalid.</exception>
    public static CheckConfiguration Load(string path)
    {
        SourceFile file = SourceFile.Load(path);
        if (file.DuplicateKeys is [var key, ..])
        {
            throw new UnreadableFileException(
                path,
                key.Line,
                key.Column,
                $"The key `{key.Name}` occurs more than once in the same mapping. Remove all but one."
            );
        }

        SettingReader reader = new(path);
        reader.RequireOnly(file.Root, s_settings);
        JObject paths = reader.Map(file.Root, "paths");
        reader.RequireOnly(paths, ["include", "exclude"]);
        return new CheckConfiguration(
            AcceptedFindings.Read(path, reader.List(file.Root, "accepted")),
            [.. reader.List(file.Root, "severities").Select(entry => ReadSeverity(reader, entry))],
            new OperationFilter(reader.Patterns(paths, "include"), reader.Patterns(paths, "exclude"))
        );
    }

    /// <summary>Applies the configuration to a report.</summary>
    /// <param name="report">The report of the check.</param>
    /// <param name="ruleIds">The ids of the rules of the check.</param>
    public ContractReport ApplyTo(ContractReport report, IReadOnlyCollection<string> ruleIds)
    {
        // Accepted findings come first, so that an entry for an excluded finding still matches.
        ContractReport accepted = _accepted.ApplyTo(report, ruleIds);
        List<Finding> findings = [.. accepted.Findings.Where(finding => !IsExcluded(finding)).Select(WithSeverity).OfType<Finding>()];
        return accepted with { Findings = FindingOrder.Sort(findings), ExcludedCount = accepted.Findings.Count - findings.Count };
    }

    /// <summary>Returns the reason for which a finding is accepted; null if it is not.</summary>
    public string? FindAcceptance(Finding finding) => _accepted.FindReason(finding);

    /// <summary>Returns whether the path filters exclude a finding.</summary>
    public bool IsExcluded(Finding finding) => !_filter.Includes(finding.Location.Operation);

    /// <summary>Returns the last override that applies to a finding; null if there is none.</summary>
    public SeverityOverride? FindOverride(Finding finding) => _severities.LastOrDefault(entry => entry.AppliesTo(finding));

    /// <summary>Returns the finding with its severity; null if it is excluded.</summary>
    private Finding? WithSeverity(Finding finding) =>
        FindOverride(finding) is not { } found ? finding
        : found.Severity is { } severity ? finding with { Severity = severity }
        : null;

    private static SeverityOverride ReadSeverity(SettingReader reader, JToken entry)
    {
        if (entry is not JObject map)
        {
            throw reader.Failure(entry, "A severity must have a `rule`, a `severity` and a `reason`.");
        }

        reader.RequireOnly(map, ["rule", "severity", "direction", "paths", "reason"]);
        string rule = reader.Text(map, "rule");
        reader.RequireRule(map["rule"]!, rule);
        reader.Text(map, "reason");
        Direction? direction = map["direction"] is null
            ? null
            : Enum.Parse<Direction>(reader.OneOf(map, "direction", ["request", "response"]), ignoreCase: true);
        Severity? severity = reader.OneOf(map, "severity", ["breaking", "warning", "info", "none"]) switch
        {
            "breaking" => Severity.Breaking,
            "warning" => Severity.Warning,
            "info" => Severity.Info,
            _ => null,
        };
        return new SeverityOverride(rule, severity, direction, reader.Patterns(map, "paths"));
    }
}
