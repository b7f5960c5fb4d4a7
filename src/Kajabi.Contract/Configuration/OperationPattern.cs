using System.Text.RegularExpressions;

namespace Kajabi.Contract.Configuration;

/// <summary>A pattern of operations: a path such as <c>/v1/hooks*</c>, or a method and a path. <c>*</c> matches any text.</summary>
/// <param name="text">The pattern.</param>
internal sealed class OperationPattern(string text)
{
    private readonly Regex _pattern = new(
        $"^{Regex.Escape(text).Replace(@"\*", ".*", StringComparison.Ordinal)}$",
        RegexOptions.NonBacktracking | RegexOptions.Singleline
    );

    /// <param name="operation">The operation, such as <c>GET /v1/contacts</c>.</param>
    public bool Matches(string operation) =>
        _pattern.IsMatch(operation) || _pattern.IsMatch(operation.AsSpan(operation.IndexOf(' ', StringComparison.Ordinal) + 1));
}
