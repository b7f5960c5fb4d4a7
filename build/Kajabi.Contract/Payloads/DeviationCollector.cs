using Kajabi.Contract.Diagnostics;
using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Payloads;

/// <summary>Collects where documents depart from the contract: each departure once, with how often it was seen.</summary>
internal sealed class DeviationCollector
{
    private readonly Dictionary<string, Seen> _seen = [];
    private readonly List<OverlayAction> _suggestions = [];
    private readonly HashSet<string> _suggested = [];

    /// <summary>The ids that documents can depart by.</summary>
    public static IReadOnlyCollection<string> RuleIds { get; } =
    [
        Rule.UnknownAttribute.Id,
        Rule.UnknownRelationship.Id,
        Rule.UnknownResourceType.Id,
        Rule.UnknownEnumValue.Id,
        Rule.WrongJsonType.Id,
        Rule.UnexpectedNull.Id,
        Rule.MissingMember.Id,
        Rule.UnknownMember.Id,
        Rule.UnknownOperation.Id,
    ];

    public IReadOnlyList<ContractFinding> Findings => [.. _seen.Values.Select(static seen => seen.Finding())];

    /// <summary>What would make the contract cover them, in an order in which it can be applied.</summary>
    public IReadOnlyList<OverlayAction> Suggestions => _suggestions;

    public void Add(
        Rule rule,
        PayloadLocation place,
        JToken token,
        string? before,
        string? after,
        string problem,
        params ReadOnlySpan<OverlayAction> suggestions
    )
    {
        ContractFinding finding = new(rule.Id, rule.Severity, place.Operation, place.Direction, place.Location, before, after, problem)
        {
            // An answer that was just received stands in no file.
            Position = place.File.Length == 0 ? null : SourcePosition.From(place.File, token),
        };
        if (!_seen.TryGetValue(finding.Fingerprint, out Seen? seen))
        {
            seen = new Seen(
                finding,
                suggestions.IsEmpty
                    ? "No overlay action covers that: the document itself is wrong, or the contract needs another structure."
                    : rule.Remedy
            );
            _seen.Add(finding.Fingerprint, seen);
        }

        seen.Times++;
        seen.Files.Add(place.File);
        foreach (OverlayAction action in suggestions)
        {
            if (_suggested.Add($"{action.Target} {action.Update}"))
            {
                _suggestions.Add(action);
            }
        }
    }

    private sealed class Seen(ContractFinding first, string remedy)
    {
        public int Times { get; set; }

        public HashSet<string> Files { get; } = [];

        public ContractFinding Finding() =>
            first with
            {
                Count = Times,
                Message =
                    $"{first.Message} Seen {(Times == 1 ? "once" : $"{Times} times")} in {(Files.Count == 1 ? "1 document" : $"{Files.Count} documents")}. {remedy}",
            };
    }
}
