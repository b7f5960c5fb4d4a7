using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;

namespace OpenApi.Documents.Findings;

/// <summary>A finding of a check or a build.</summary>
/// <param name="Rule">The violated rule.</param>
/// <param name="Location">The location.</param>
/// <param name="Message">Sentences that describe the finding. They are not part of the fingerprint.</param>
internal sealed record Finding(Rule Rule, FindingLocation Location, string Message)
{
    /// <summary>Gets the severity.</summary>
    public Severity Severity { get; init; } = Rule.Severity;

    /// <summary>Gets the previous or expected value; null for none.</summary>
    public string? Before { get; init; }

    /// <summary>Gets the new or actual value; null for none.</summary>
    public string? After { get; init; }

    /// <summary>Gets whether it fails the build. The cause of a warning is repaired instead.</summary>
    public bool IsError { get; init; }

    /// <summary>Gets the number of occurrences; null if it is not counted.</summary>
    public long? Count { get; init; }

    /// <summary>Gets the identity of the finding, which does not depend on the message or the position in the file.</summary>
    public string Fingerprint
    {
        get
        {
            // JSON makes the parts unambiguous, and null different from an empty string.
            string parts = JsonConvert.SerializeObject(
                new[] { Rule.Id, Location.Operation, Location.Direction, Location.Path, Before, After }
            );
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)).AsSpan(0, 8));
        }
    }

    /// <summary>Returns the finding in the format that MSBuild and editors recognize.</summary>
    public override string ToString() =>
        $"{ConsoleText.Line($"{Location.Position}")}: {(IsError ? "error" : "warning")} {Rule.Id}: {ConsoleText.Line(Message)}";
}
