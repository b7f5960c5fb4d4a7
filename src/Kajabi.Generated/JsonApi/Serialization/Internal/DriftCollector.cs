using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Collects the differences between a document and the OpenAPI document, without duplicates.</summary>
internal sealed partial class DriftCollector
{
    /// <summary>The maximum number of findings, because the number of unknown names in a document is unlimited.</summary>
    public const int MaxFindings = 1000;

    // Names with these characters are written in brackets.
    private static readonly SearchValues<char> s_bracketed = SearchValues.Create(". '/\"[]()\t\n\r\f\b\\\u0085\u2028\u2029");

    private readonly HashSet<Finding> _findings = [];

    public IReadOnlyCollection<Finding> Findings => _findings;

    /// <summary>Gets or sets the type of the resource that is being read.</summary>
    public string? ResourceType { get; set; }

    /// <summary>Removes all findings, before the document is read a second time.</summary>
    public void Clear()
    {
        _findings.Clear();
        ResourceType = null;
    }

    /// <summary>Adds a difference.</summary>
    /// <param name="kind">The kind of difference.</param>
    /// <param name="path">The path of the current object.</param>
    /// <param name="name">The member of the object; null for the object itself.</param>
    /// <param name="value">The enum value or resource type; null for other differences.</param>
    public void Add(ContractDriftKind kind, PathStack path, string? name, string? value)
    {
        if (_findings.Count == MaxFindings)
        {
            return;
        }

        string?[] steps = [.. path.Names, .. name is null ? default(ReadOnlySpan<string?>) : [name]];
        int container = GetContainerLength(steps);
        StringBuilder member = new();
        foreach (string? step in steps.AsSpan(container))
        {
            Append(member, step);
        }

        _findings.Add(new Finding(kind, container > 0 ? GetSafeName(ResourceType) : null, member.ToString(), GetSafeName(value)));
    }

    /// <summary>
    /// Returns the number of steps to a resource, such as <c>data[0]</c> and <c>data[0].included[1]</c>, because the
    /// finding is the same in each of them.
    /// </summary>
    private static int GetContainerLength(ReadOnlySpan<string?> steps)
    {
        int length = steps switch
        {
            ["data" or "included", null, ..] => 2,
            ["data" or "included", ..] or [null, ..] => 1,
            _ => 0,
        };
        while (length > 0 && steps[length..] is ["included", null, ..] && !IsBracketed(steps, length + 2))
        {
            length += 2;
        }

        return IsBracketed(steps, length) ? 0 : length;
    }

    /// <summary>Returns whether a step is not separated from the previous one by a dot.</summary>
    private static bool IsBracketed(ReadOnlySpan<string?> steps, int index) => index < steps.Length && IsBracketed(steps[index]);

    private static bool IsBracketed(string? step) => step is null || step.AsSpan().IndexOfAny(s_bracketed) >= 0;

    /// <summary>Appends a step; positions and names that can contain personal data become placeholders.</summary>
    private static void Append(StringBuilder path, string? step)
    {
        if (IsBracketed(step))
        {
            path.Append(step is null ? "[]" : "[*]");
            return;
        }

        if (path.Length > 0)
        {
            path.Append('.');
        }

        path.Append(step!.Length == 0 ? step : GetSafeName(step) ?? "*");
    }

    // Other texts can contain personal data.
    private static string? GetSafeName(string? text) => text is not null && Name().IsMatch(text) ? text : null;

    [GeneratedRegex("^[A-Za-z0-9_.-]{1,64}$")]
    private static partial Regex Name();

    public sealed record Finding(ContractDriftKind Kind, string? ResourceType, string Path, string? Value);
}
