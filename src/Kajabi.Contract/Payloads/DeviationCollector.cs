using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Payloads;

/// <summary>Collects deviations of documents from the OpenAPI document, each once with the number of occurrences.</summary>
internal sealed class DeviationCollector
{
    private readonly Dictionary<string, Seen> _seen = [];
    private readonly List<OverlayAction> _suggestions = [];
    private readonly HashSet<string> _suggested = [];

    public IReadOnlyList<Finding> Findings => [.. _seen.Values.Select(static seen => seen.Finding())];

    /// <summary>Gets the overlay actions that would cover the deviations, in the order in which they can be applied.</summary>
    public IReadOnlyList<OverlayAction> Suggestions => _suggestions;

    public void Add(
        Rule rule,
        PayloadLocation location,
        JToken token,
        string? before,
        string? after,
        string problem,
        params ReadOnlySpan<OverlayAction> suggestions
    )
    {
        Finding finding = new(
            rule,
            new FindingLocation(location.Operation, location.Location)
            {
                Direction = location.Direction,
                // A response of a live check is not in a file.
                Position = location.File.Length == 0 ? null : SourcePosition.From(location.File, token),
            },
            problem
        )
        {
            Before = before,
            After = after,
        };
        if (!_seen.TryGetValue(finding.Fingerprint, out Seen? seen))
        {
            seen = new Seen(
                finding,
                suggestions.IsEmpty
                    ? "No overlay action covers the difference: the document is wrong, or the OpenAPI document needs a different structure."
                    : rule.Remedy
            );
            _seen.Add(finding.Fingerprint, seen);
        }

        seen.Times++;
        seen.Files.Add(location.File);
        foreach (OverlayAction action in suggestions)
        {
            Suggest(action);
        }
    }

    /// <summary>Adds a value that is null or of another JSON type than the expected one.</summary>
    /// <param name="location">The location of the value.</param>
    /// <param name="value">The value.</param>
    /// <param name="expected">The expected JSON type.</param>
    /// <param name="problem">The message.</param>
    public void AddWrongType(PayloadLocation location, JToken value, string expected, string problem) =>
        Add(
            value.Type == JTokenType.Null ? PayloadRules.UnexpectedNull : PayloadRules.WrongJsonType,
            location,
            value,
            expected,
            JsonKind.FromValue(value),
            problem
        );

    private void Suggest(OverlayAction action)
    {
        if (!_suggested.Add($"{action.Target} {action.Update}"))
        {
            return;
        }

        int index = _suggestions.FindIndex(known => known.CombineRequired(action) is not null);
        if (index < 0)
        {
            _suggestions.Add(action);
        }
        else
        {
            _suggestions[index] = _suggestions[index].CombineRequired(action)!;
        }
    }

    private sealed class Seen(Finding first, string remedy)
    {
        public int Times { get; set; }

        public HashSet<string> Files { get; } = [];

        public Finding Finding()
        {
            string times = Times == 1 ? "once" : $"{Times} times";
            string documents = Files.Count == 1 ? "1 document" : $"{Files.Count} documents";
            return first with { Count = Times, Message = $"{first.Message} Seen {times} in {documents}. {remedy}" };
        }
    }
}
