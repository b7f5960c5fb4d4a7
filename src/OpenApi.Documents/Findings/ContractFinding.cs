using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;

namespace OpenApi.Documents.Findings;

/// <summary>A finding of a check.</summary>
/// <param name="Id">The stable id of the rule.</param>
/// <param name="Severity">The severity.</param>
/// <param name="Operation">The operation, such as <c>GET /v1/contacts</c>; empty if it is not about an operation.</param>
/// <param name="Direction">One of <see cref="Findings.Direction"/>.</param>
/// <param name="Location">
/// The location in the operation or the file, such as <c>200 application/vnd.api+json data[].attributes.name</c>.
/// </param>
/// <param name="Before">The previous or expected value; null for none.</param>
/// <param name="After">The new or actual value; null for none.</param>
/// <param name="Message">A sentence that describes the finding. It is not part of the fingerprint.</param>
internal sealed record ContractFinding(
    string Id,
    Severity Severity,
    string Operation,
    string Direction,
    string Location,
    string? Before,
    string? After,
    string Message
)
{
    /// <summary>Gets the identity of the finding, which does not depend on the message or the position in the file.</summary>
    public string Fingerprint
    {
        get
        {
            // JSON makes the parts unambiguous, and null different from an empty string.
            string parts = JsonConvert.SerializeObject(new[] { Id, Operation, Direction, Location, Before, After });
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)).AsSpan(0, 8));
        }
    }

    /// <summary>Gets the position in a file; null if it is not located in a file.</summary>
    public SourcePosition? Position { get; init; }

    /// <summary>Gets the number of occurrences; null if it is not counted.</summary>
    public long? Count { get; init; }
}
