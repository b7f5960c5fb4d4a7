using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Lint;

/// <summary>Reports overlay actions without a reason. Overlay 1.0 does not require one, but reviewers of our overlay do.</summary>
internal static class OverlayLint
{
    public static void Check(SourceFile overlay, FindingCollector findings)
    {
        IEnumerable<JObject> actions = (overlay.Root["actions"] as JArray ?? [])
            .OfType<JObject>()
            .Where(static action => string.IsNullOrWhiteSpace((string?)action["description"]));
        foreach (JObject action in actions)
        {
            findings.Add(LintRules.ActionWithoutReason, action, "The action has no `description`.", overlay.Path);
        }
    }
}
