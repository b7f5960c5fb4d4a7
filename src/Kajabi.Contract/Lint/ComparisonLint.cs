using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;
using OpenApi.Drift;

namespace Kajabi.Contract.Lint;

/// <summary>Reports the defects that only a comparison finds, such as paths that differ only in the names of their parameters.</summary>
internal static class ComparisonLint
{
    // Each defect is found on both sides of the comparison. The location starts with the side.
    private const string Side = "base ";

    // The other defects of a comparison are found by the composer or by another lint rule, after the overlay has repaired them.
    private static readonly HashSet<Rule> s_rules = [.. DriftRules.Defects.Except(Rule.DeclaredIn<Rule>(typeof(DocumentRules)))];

    /// <param name="contract">The document as it was read, which is compared with itself.</param>
    /// <param name="root">The same document, in which the defects are located.</param>
    /// <param name="findings">Collects the defects.</param>
    public static void Check(SourceFile contract, JObject root, FindingCollector findings)
    {
        foreach (Finding defect in DriftComparison.Compare(contract, contract).Defects)
        {
            if (s_rules.Contains(defect.Rule) && defect.Location.Path.StartsWith(Side, StringComparison.Ordinal))
            {
                // The collector adds the remedy again.
                string problem = defect.Message[..^(defect.Rule.Remedy.Length + 1)];
                findings.Add(defect.Rule, root.SelectToken(defect.Location.Path[Side.Length..])!, problem);
            }
        }
    }
}
