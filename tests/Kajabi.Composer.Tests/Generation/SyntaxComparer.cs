using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>
/// Compares two C# files node by node. Only the values of string literals and the text of doc comments may differ: no other tokens,
/// directives, comments or elements of doc comments.
/// </summary>
internal sealed class SyntaxComparer
{
    private static readonly CSharpParseOptions s_options = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    // Backticks and blank lines in a description are markup that the composer supports.
    private static readonly HashSet<string> s_markup = ["c", "para"];

    private readonly List<string> _differences = [];

    /// <summary>Gets the values of the literals of the second file that differ from the first.</summary>
    public List<string> Literals { get; } = [];

    /// <summary>Returns the differences that are not allowed; empty if the second file is harmless.</summary>
    public IReadOnlyList<string> Compare(string harmless, string hostile)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(hostile, s_options);
        _differences.AddRange(tree.GetDiagnostics().Select(static diagnostic => diagnostic.ToString()));
        Node(CSharpSyntaxTree.ParseText(harmless, s_options).GetRoot(), tree.GetRoot());
        return _differences;
    }

    private void Node(SyntaxNode harmless, SyntaxNode hostile)
    {
        ChildSyntaxList left = harmless.ChildNodesAndTokens();
        ChildSyntaxList right = hostile.ChildNodesAndTokens();
        if (!hostile.IsKind(harmless.Kind()) || left.Count != right.Count)
        {
            _differences.Add($"{harmless.Kind()} became {hostile.Kind()}: {string.Concat(hostile.ToString().Take(300))}");
            return;
        }

        for (int index = 0; index < left.Count; index++)
        {
            if (left[index].AsNode() is { } leftNode && right[index].AsNode() is { } rightNode)
            {
                Node(leftNode, rightNode);
            }
            else
            {
                Token(left[index].AsToken(), right[index].AsToken());
            }
        }
    }

    private void Token(SyntaxToken harmless, SyntaxToken hostile)
    {
        bool isLiteral = harmless.IsKind(SyntaxKind.StringLiteralToken) && hostile.IsKind(SyntaxKind.StringLiteralToken);
        if (!hostile.IsKind(harmless.Kind()) || (!isLiteral && harmless.Text != hostile.Text))
        {
            _differences.Add($"`{harmless.Text}` became `{hostile.Text}`");
        }
        else if (harmless.Text != hostile.Text)
        {
            Literals.Add(hostile.ValueText);
        }

        Trivia(harmless.LeadingTrivia, hostile.LeadingTrivia);
        Trivia(harmless.TrailingTrivia, hostile.TrailingTrivia);
    }

    private void Trivia(SyntaxTriviaList harmless, SyntaxTriviaList hostile)
    {
        if (!harmless.Select(static trivia => trivia.Kind()).SequenceEqual(hostile.Select(static trivia => trivia.Kind())))
        {
            _differences.Add($"The trivia `{harmless}` became `{hostile}`");
            return;
        }

        foreach ((SyntaxTrivia left, SyntaxTrivia right) in harmless.Zip(hostile))
        {
            bool isDoc = left.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia);
            if (isDoc ? !Elements(left).SequenceEqual(Elements(right)) : left.ToFullString() != right.ToFullString())
            {
                _differences.Add($"The trivia `{left}` became `{right}`");
            }
        }
    }

    /// <summary>Returns the elements and attributes of a doc comment, without its text.</summary>
    private static IEnumerable<string> Elements(SyntaxTrivia comment) =>
        comment
            .GetStructure()!
            .DescendantNodes()
            .Where(static node =>
                node switch
                {
                    XmlElementStartTagSyntax start => !s_markup.Contains(start.Name.ToString()),
                    XmlElementEndTagSyntax end => !s_markup.Contains(end.Name.ToString()),
                    XmlEmptyElementSyntax
                    or XmlAttributeSyntax
                    or XmlCDataSectionSyntax
                    or XmlCommentSyntax
                    or XmlProcessingInstructionSyntax => true,
                    _ => false,
                }
            )
            .Select(static node => node.ToString());
}
