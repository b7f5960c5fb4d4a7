using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kajabi.Build.Tests.Style;

/// <summary>The folders of a project whose types or members the files of each folder use.</summary>
internal sealed class FolderDependencies
{
    private readonly Dictionary<string, SortedDictionary<string, string>> _uses = new(StringComparer.Ordinal);

    /// <param name="compilation">The project. The paths of its files are relative to its folder.</param>
    public FolderDependencies(CSharpCompilation compilation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            string folder = Folder(tree);
            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                SymbolInfo info = model.GetSymbolInfo(name);
                ISymbol? symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
                INamedTypeSymbol? type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
                if (SymbolEqualityComparer.Default.Equals(type?.ContainingAssembly, compilation.Assembly))
                {
                    Add(folder, type!, $"{Path.GetFileName(tree.FilePath)} uses {type!.Name}");
                }
            }
        }
    }

    /// <summary>Returns the groups of folders that use each other, directly or through others.</summary>
    public IReadOnlyList<string[]> FindCycles()
    {
        Dictionary<string, HashSet<string>> reached = _uses.Keys.ToDictionary(static folder => folder, Reach, StringComparer.Ordinal);
        return
        [
            .. reached
                .Keys.Where(folder => reached[folder].Contains(folder))
                .Select(folder =>
                    reached[folder]
                        .Where(other => reached.TryGetValue(other, out HashSet<string>? back) && back.Contains(folder))
                        .Order(StringComparer.Ordinal)
                        .ToArray()
                )
                .DistinctBy(static cycle => cycle[0]),
        ];
    }

    /// <summary>Returns an example of each use within a group of folders.</summary>
    public IEnumerable<string> Explain(IReadOnlyCollection<string> folders) =>
        from folder in folders
        from used in _uses[folder]
        where folders.Contains(used.Key)
        select $"{folder} -> {used.Key}: {used.Value}";

    private static string Folder(SyntaxTree tree) =>
        Path.GetDirectoryName(tree.FilePath) is { Length: > 0 } folder ? folder.Replace('\\', '/') : ".";

    private void Add(string folder, INamedTypeSymbol type, string example)
    {
        List<string> declaring = [.. type.OriginalDefinition.DeclaringSyntaxReferences.Select(static part => Folder(part.SyntaxTree))];
        if (declaring.Contains(folder))
        {
            return;
        }

        if (!_uses.TryGetValue(folder, out SortedDictionary<string, string>? uses))
        {
            uses = new SortedDictionary<string, string>(StringComparer.Ordinal);
            _uses.Add(folder, uses);
        }

        declaring.ForEach(other => uses.TryAdd(other, example));
    }

    private HashSet<string> Reach(string start)
    {
        HashSet<string> reached = new(StringComparer.Ordinal);
        Queue<string> open = new([start]);
        while (open.TryDequeue(out string? folder))
        {
            foreach (string used in _uses.GetValueOrDefault(folder)?.Keys ?? Enumerable.Empty<string>())
            {
                if (reached.Add(used))
                {
                    open.Enqueue(used);
                }
            }
        }

        return reached;
    }
}
