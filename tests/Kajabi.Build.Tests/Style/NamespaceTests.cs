using System.Xml.Linq;
using Kajabi.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kajabi.Build.Tests.Style;

/// <summary>The namespace of a file follows from its folder. Public types are in few namespaces, which users import.</summary>
public sealed class NamespaceTests
{
    private static readonly HashSet<string> s_publicNamespaces =
    [
        "Kajabi",
        "Kajabi.JsonApi",
        "Kajabi.AspNetCore",
        "Kajabi.Sandbox",
        "Microsoft.AspNetCore.Builder",
        "Microsoft.Extensions.DependencyInjection",
    ];

    public static TheoryData<string> Projects =>
        [
            .. ((string[])["src", "build"])
                .SelectMany(static folder =>
                    Directory.EnumerateFiles(
                        Path.Combine(ReferenceFolder.RepositoryRoot(), folder),
                        "*.csproj",
                        SearchOption.AllDirectories
                    )
                )
                .Select(static project => Path.GetRelativePath(ReferenceFolder.RepositoryRoot(), project)),
        ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Internal_types_have_the_namespace_of_their_folder(string project)
    {
        string file = Path.Combine(ReferenceFolder.RepositoryRoot(), project);
        string folder = Path.GetDirectoryName(file)!;
        string root =
            (string?)XDocument.Load(file).Descendants("RootNamespace").SingleOrDefault() ?? Path.GetFileNameWithoutExtension(file);

        List<string> findings = [];
        foreach (string source in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        {
            string[] steps = Path.GetRelativePath(folder, source).Split(Path.DirectorySeparatorChar);
            if (steps[0] is "bin" or "obj" || Declaration(source) is not { } declaration)
            {
                continue;
            }

            string actual = declaration.Name.ToString();
            string expected = string.Join('.', steps.SkipLast(1).Prepend(root));
            bool isAllowed = actual == expected || (IsPublic(declaration) && s_publicNamespaces.Contains(actual));
            if (!isAllowed)
            {
                findings.Add($"{Path.GetRelativePath(ReferenceFolder.RepositoryRoot(), source)}: {actual} instead of {expected}");
            }
        }

        Assert.True(findings.Count == 0, $"{findings.Count} files:\n{string.Join('\n', findings)}");
    }

    /// <summary>Returns the namespace declaration of a file; null if it has none, such as a file of top-level statements.</summary>
    private static BaseNamespaceDeclarationSyntax? Declaration(string file) =>
        CSharpSyntaxTree
            .ParseText(File.ReadAllText(file))
            .GetCompilationUnitRoot()
            .Members.OfType<BaseNamespaceDeclarationSyntax>()
            .SingleOrDefault();

    private static bool IsPublic(BaseNamespaceDeclarationSyntax declaration) =>
        declaration
            .Members.OfType<MemberDeclarationSyntax>()
            .Any(static type => type.Modifiers.Any(static modifier => modifier.IsKind(SyntaxKind.PublicKeyword)));
}
