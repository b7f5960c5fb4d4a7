using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Kajabi.Composer.Handwritten;

/// <summary>
/// Leaves out the handwritten members that need an operation, type, attribute or relationship that the generated code does not have,
/// and the members that use those in turn.
/// </summary>
internal sealed class HandwrittenCodeSelector
{
    // Source generators, which do not run here, implement these members.
    private static readonly HashSet<string> s_generatorErrors = ["CS8795", "CS9248"];

    // Most trees stay the same in all compilations.
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> s_identifiers = [];

    private readonly List<LeftOutCode> _leftOut = [];
    private readonly HashSet<string> _handwritten;

    private HandwrittenCodeSelector(CSharpCompilation compilation, IEnumerable<string> handwritten)
    {
        Compilation = compilation;
        _handwritten = [.. handwritten];
    }

    /// <summary>Gets the code that was left out.</summary>
    public IReadOnlyList<LeftOutCode> LeftOut => _leftOut;

    /// <summary>Gets the errors for which no code can be left out.</summary>
    public IReadOnlyList<Diagnostic> Errors { get; private set; } = [];

    /// <summary>Gets the code that remains.</summary>
    public CSharpCompilation Compilation { get; private set; }

    /// <summary>Gets the handwritten files that have changed, with their new text.</summary>
    public IEnumerable<(string Path, SourceText Text)> Changed =>
        Compilation
            .SyntaxTrees.Where(tree => _leftOut.Exists(code => code.Position.File == tree.FilePath))
            .Select(static tree => (tree.FilePath, tree.GetText()));

    /// <summary>Selects the code that compiles.</summary>
    /// <param name="compilation">The generated and the handwritten code.</param>
    /// <param name="handwritten">The paths of the handwritten files.</param>
    /// <param name="isAffected">Whether the code of a file depends on the generated code; null if that is unknown.</param>
    public static HandwrittenCodeSelector Select(
        CSharpCompilation compilation,
        IEnumerable<string> handwritten,
        Func<SyntaxTree, bool>? isAffected = null
    )
    {
        HandwrittenCodeSelector selection = new(compilation, handwritten);
        int before;
        do
        {
            before = selection._leftOut.Count;
            (HashSet<string> Names, HashSet<string> Files) changed = selection.LeaveOut(isAffected ?? (static _ => true));

            // Most code that uses what was left out contains its name. All of the code is bound at the end, because that takes seconds.
            while (changed.Files.Count > 0)
            {
                (HashSet<string> names, HashSet<string> files) = changed;
                changed = selection.LeaveOut(tree => files.Contains(tree.FilePath) || GetIdentifiers(tree).Overlaps(names));
            }
        } while (selection._leftOut.Count > before);

        return selection;
    }

    /// <summary>Leaves out what does not compile.</summary>
    /// <param name="isChecked">Whether to look for errors in a file.</param>
    /// <returns>The names of the members and types that were left out, and the files that have changed.</returns>
    private (HashSet<string> Names, HashSet<string> Files) LeaveOut(Func<SyntaxTree, bool> isChecked)
    {
        Dictionary<SyntaxTree, List<RemovableCode>> removals = [];
        Errors = [.. FindErrors(isChecked)];
        foreach (Diagnostic error in Errors)
        {
            foreach (RemovableCode removal in RemovableCode.Find(Compilation, error).Where(code => IsHandwritten(code.Node.SyntaxTree)))
            {
                if (!removals.TryGetValue(removal.Node.SyntaxTree, out List<RemovableCode>? list))
                {
                    removals.Add(removal.Node.SyntaxTree, list = []);
                }

                if (!list.Exists(other => other.Node.Span.Contains(removal.Node.Span)))
                {
                    list.RemoveAll(other => removal.Node.Span.Contains(other.Node.Span));
                    list.Add(removal);
                }
            }
        }

        foreach ((SyntaxTree tree, List<RemovableCode> list) in removals)
        {
            _leftOut.AddRange(list.Select(static removal => removal.Describe()));
            SourceText text = tree.GetText().WithChanges(list.Select(removal => Blank(tree.GetText(), removal)));
            Compilation = Compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text));
        }

        return (
            [.. removals.Values.SelectMany(static list => list).SelectMany(static removal => removal.DeclaredNames)],
            [.. removals.Keys.Select(static tree => tree.FilePath)]
        );
    }

    /// <summary>Returns the errors of handwritten code. Warnings do not count, even if the build treats them as errors.</summary>
    private IEnumerable<Diagnostic> FindErrors(Func<SyntaxTree, bool> isChecked) =>
        Compilation
            .SyntaxTrees.Where(tree => IsHandwritten(tree) && isChecked(tree))
            .AsParallel()
            .SelectMany(tree => Compilation.GetSemanticModel(tree).GetDiagnostics())
            .Where(static error => error.DefaultSeverity == DiagnosticSeverity.Error && !s_generatorErrors.Contains(error.Id))
            .AsSequential()
            .OrderBy(static error => error.Location.SourceTree!.FilePath, StringComparer.Ordinal)
            .ThenBy(static error => error.Location.SourceSpan.Start);

    private static HashSet<string> GetIdentifiers(SyntaxTree tree) =>
        s_identifiers.GetValue(
            tree,
            static tree =>
                [
                    .. tree.GetRoot()
                        .DescendantTokens()
                        .Where(static token => token.IsKind(SyntaxKind.IdentifierToken))
                        .Select(static token => token.ValueText),
                ]
        );

    private bool IsHandwritten(SyntaxTree tree) => _handwritten.Contains(tree.FilePath);

    /// <summary>Replaces code by blanks, so that the lines of the rest do not change.</summary>
    private static TextChange Blank(SourceText text, RemovableCode removal)
    {
        TextSpan span = removal.Span;
        return new TextChange(span, string.Concat(text.ToString(span).Select(static letter => letter is '\n' or '\r' ? letter : ' ')));
    }
}
