using System.Text.RegularExpressions;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Collects the differences between a document and the OpenAPI document, without duplicates.</summary>
internal sealed partial class DriftCollector
{
    /// <summary>The maximum number of findings, because the number of unknown names in a document is unlimited.</summary>
    public const int MaxFindings = 1000;

    private readonly HashSet<Finding> _findings = [];

    public IReadOnlyCollection<Finding> Findings => _findings;

    /// <summary>Gets or sets the type of the resource that is being read.</summary>
    public string? ResourceType { get; set; }

    public void Add(ContractDriftKind kind, JsonTokenReader cursor, string? value = null)
    {
        if (_findings.Count == MaxFindings)
        {
            return;
        }

        string path = cursor.Path;
        Match container = Containers().Match(path);
        string member = Steps()
            .Replace(
                path[container.Length..],
                static step =>
                    step.ValueSpan switch
                    {
                        ['[', '\'', ..] => "[*]",
                        ['[', ..] => "[]",
                        _ => GetSafeName(step.Value) ?? "*",
                    }
            );
        _findings.Add(new Finding(kind, container.Success ? GetSafeName(ResourceType) : null, member, GetSafeName(value)));
    }

    /// <summary>Adds JSON of another type than declared. Every member can be null, so null is not reported.</summary>
    public void AddTypeMismatch(JsonTokenReader cursor)
    {
        if (cursor.Token is not Newtonsoft.Json.JsonToken.Null)
        {
            Add(ContractDriftKind.TypeMismatch, cursor);
        }
    }

    // Other texts can contain personal data.
    private static string? GetSafeName(string? text) => text is not null && Name().IsMatch(text) ? text : null;

    [GeneratedRegex("^[A-Za-z0-9_.-]{1,64}$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?:(?:data|included)(?:\[\d+\])?|\[\d+\])(?:\.included\[\d+\])*(?:\.|$)")]
    private static partial Regex Containers();

    [GeneratedRegex(@"\[\d+\]|\['(?:[^'\\]|\\.)*'\]|[^.\[\]]+")]
    private static partial Regex Steps();

    public readonly record struct Finding(ContractDriftKind Kind, string? ResourceType, string Path, string? Value);
}
