using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;

namespace Kajabi.Contract.Reporting;

/// <summary>One thing that a check found.</summary>
/// <param name="Id">The stable id of the rule.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Operation">The operation, such as <c>GET /v1/contacts</c>; empty when it belongs to none.</param>
/// <param name="Direction">One of <see cref="Reporting.Direction"/>.</param>
/// <param name="Location">Where inside the operation or the file, such as <c>200 application/vnd.api+json data[].attributes.name</c>.</param>
/// <param name="Before">What stood there, or was expected; null when nothing was.</param>
/// <param name="After">What stands there now, or was seen; null when nothing does.</param>
/// <param name="Message">One sentence for people. It may be reworded without the finding becoming another one.</param>
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
    /// <summary>Tells this finding from every other one, however the message is worded and wherever in a file it stands.</summary>
    public string Fingerprint
    {
        get
        {
            // As JSON, so that no two lists of parts read alike and a missing part is not an empty one.
            string parts = JsonConvert.SerializeObject(new[] { Id, Operation, Direction, Location, Before, After });
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)).AsSpan(0, 8));
        }
    }

    /// <summary>Where it stands in a file; null when no file holds it.</summary>
    public SourcePosition? Position { get; init; }

    /// <summary>How often it was seen; null when that is no question.</summary>
    public int? Count { get; init; }
}
