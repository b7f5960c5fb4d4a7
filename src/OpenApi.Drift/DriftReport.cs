using OpenApi.Documents.Findings;

namespace OpenApi.Drift;

/// <summary>The result of a comparison.</summary>
public sealed class DriftReport
{
    internal DriftReport(string @base, string revision, IReadOnlyList<Finding> findings, IReadOnlyList<Finding> defects)
    {
        Base = @base;
        Revision = revision;
        Findings = findings;
        Defects = defects;
    }

    /// <summary>Gets the path or the name of the document that clients rely on.</summary>
    public string Base { get; }

    /// <summary>Gets the path or the name of the document that replaces it.</summary>
    public string Revision { get; }

    /// <summary>Gets the changes, the most severe first.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Gets problems within one of the documents, which are not changes.</summary>
    public IReadOnlyList<Finding> Defects { get; }
}
