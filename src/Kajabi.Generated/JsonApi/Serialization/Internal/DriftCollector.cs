using System.Text.RegularExpressions;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Takes note of what a document holds and the contract does not list, each thing once. Asked only when there is something.</summary>
internal sealed partial class DriftCollector
{
    /// <summary>How many are told: an API that sends names without end is not told of without end.</summary>
    public const int MostFindings = 1000;

    private readonly HashSet<Finding> _findings = [];

    public IReadOnlyCollection<Finding> Findings => _findings;

    /// <summary>The type of the resource that is being read.</summary>
    public string? ResourceType { get; set; }

    public void Add(ContractDriftKind kind, JsonTokenReader cursor, string? value = null)
    {
        if (_findings.Count == MostFindings)
        {
            return;
        }

        string path = cursor.Path;
        Match outside = Containers().Match(path);
        string inside = Steps()
            .Replace(
                path[outside.Length..],
                static step =>
                    step.ValueSpan switch
                    {
                        ['[', '\'', ..] => "[*]",
                        ['[', ..] => "[]",
                        _ => Shown(step.Value) ?? "*",
                    }
            );
        _findings.Add(new Finding(kind, outside.Success ? Shown(ResourceType) : null, inside, Shown(value)));
    }

    /// <summary>Takes note of JSON of another type than declared; null is none, because every member can be null.</summary>
    public void AddOtherType(JsonTokenReader cursor)
    {
        if (cursor.Token is not Newtonsoft.Json.JsonToken.Null)
        {
            Add(ContractDriftKind.TypeMismatch, cursor);
        }
    }

    // What else stands where a name belongs may be anything, and somebody's.
    private static string? Shown(string? text) => text is not null && Name().IsMatch(text) ? text : null;

    [GeneratedRegex("^[A-Za-z0-9_.-]{1,64}$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?:(?:data|included)(?:\[\d+\])?|\[\d+\])(?:\.included\[\d+\])*(?:\.|$)")]
    private static partial Regex Containers();

    [GeneratedRegex(@"\[\d+\]|\['(?:[^'\\]|\\.)*'\]|[^.\[\]]+")]
    private static partial Regex Steps();

    public readonly record struct Finding(ContractDriftKind Kind, string? ResourceType, string Path, string? Value);
}
