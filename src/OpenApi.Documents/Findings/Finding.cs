using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;

namespace OpenApi.Documents.Findings;

/// <summary>A finding of a comparison, a check or a build.</summary>
public sealed record Finding
{
    internal Finding(Rule rule, FindingLocation location, string message)
    {
        Rule = rule;
        Location = location;
        Message = message;
        Severity = rule.Severity;
    }

    /// <summary>Gets the rule that found it.</summary>
    public Rule Rule { get; internal init; }

    /// <summary>Gets the location.</summary>
    public FindingLocation Location { get; internal init; }

    /// <summary>Gets sentences that describe the finding. They are not part of the fingerprint.</summary>
    public string Message { get; internal init; }

    /// <summary>Gets the severity. It can differ from the one of the rule, for example in callbacks.</summary>
    public Severity Severity { get; internal init; }

    /// <summary>Gets the previous or expected value; null for none.</summary>
    public string? Before { get; internal init; }

    /// <summary>Gets the new or actual value; null for none.</summary>
    public string? After { get; internal init; }

    /// <summary>Gets the number of locations that the finding represents; null if it represents only its own.</summary>
    public long? Count { get; internal init; }

    /// <summary>Gets the identity of the finding, which does not depend on the message or the position in the file.</summary>
    public string Fingerprint
    {
        get
        {
            // JSON makes the parts unambiguous, and null different from an empty string.
            string parts = JsonConvert.SerializeObject(
                new[] { Rule.Id, Location.Operation, DirectionFormatter.Format(Location.Direction), Location.Path, Before, After }
            );
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)).AsSpan(0, 8));
        }
    }

    /// <summary>Gets whether it fails the build. The cause of a warning is repaired instead.</summary>
    internal bool IsError { get; init; }

    /// <summary>Returns the finding on one line, in the format that MSBuild and editors recognize.</summary>
    public override string ToString()
    {
        string source = Location.Position?.ToString() ?? Location.Path;
        return $"{ConsoleText.Line(source)}: {(IsError ? "error" : "warning")} {Rule.Id}: {ConsoleText.Line(Message)}";
    }
}
