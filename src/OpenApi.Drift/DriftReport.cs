using OpenApi.Documents.Findings;

namespace OpenApi.Drift;

/// <summary>The result of a comparison.</summary>
/// <param name="Base">The path of the older document.</param>
/// <param name="Revision">The path of the newer document.</param>
/// <param name="Findings">The changes.</param>
/// <param name="Defects">Problems within one of the documents, which are not changes.</param>
internal sealed record DriftReport(string Base, string Revision, IReadOnlyList<Finding> Findings, IReadOnlyList<Finding> Defects);
