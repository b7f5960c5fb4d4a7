using System.Text.RegularExpressions;
using OpenApi.Documents.Elements;

namespace Kajabi.Contract.Configuration;

/// <summary>A pattern of operations: a path such as <c>/v1/hooks*</c>, or a method and a path. <c>*</c> matches any text.</summary>
/// <param name="text">The pattern.</param>
internal sealed class OperationPattern(string text)
{
    private readonly Regex _pattern = new(
        $"^{Regex.Escape(text).Replace(@"\*", ".*", StringComparison.Ordinal)}$",
        RegexOptions.NonBacktracking | RegexOptions.Singleline
    );

    // The operation of a finding is a method and a path. For a webhook, DocumentComparer of OpenApi.Drift adds a prefix to its name.
    private static readonly string[] s_starts = ["/", "webhook "];

    // OpenApi.Drift also compares the operations with `query`, which OpenAPI 3.2 adds.
    private static readonly string[] s_methods =
    [
        .. ContractTree.Methods.Append("query").Select(static method => method.ToUpperInvariant()),
    ];

    /// <summary>Returns whether a pattern can match an operation, regardless of the document.</summary>
    /// <param name="text">The pattern.</param>
    public static bool CanMatch(string text)
    {
        string literal = text.Split('*')[0];
        bool hasWildcard = literal.Length < text.Length;
        return s_starts
            .Concat(s_methods.SelectMany(static method => s_starts.Select(start => $"{method} {start}")))
            .Any(start =>
                literal.StartsWith(start, StringComparison.Ordinal) || (hasWildcard && start.StartsWith(literal, StringComparison.Ordinal))
            );
    }

    /// <param name="operation">The operation, such as <c>GET /v1/contacts</c>.</param>
    public bool Matches(string operation) =>
        _pattern.IsMatch(operation) || _pattern.IsMatch(operation.AsSpan(operation.IndexOf(' ', StringComparison.Ordinal) + 1));
}
