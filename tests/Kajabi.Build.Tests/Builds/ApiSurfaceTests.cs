using Kajabi.Contract.Impact;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OpenApi.Documents.Reading;

namespace Kajabi.Build.Tests.Builds;

/// <summary>The public API that <c>impact</c> compares is that of the compiled assembly.</summary>
public sealed class ApiSurfaceTests
{
    // Members that each type of a kind has, whatever the document contains.
    private static readonly string[] s_commonMembers = ["Deconstruct", "Equals", "Value"];

    private static readonly string[] s_clients = ["IKajabiClient", "KajabiClient"];

    private static readonly CSharpCompilation s_compilation = CSharpCompilation.Create(
        "references",
        references:
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Append(typeof(KajabiClient).Assembly.Location)
                .Distinct()
                .Select(static file => MetadataReference.CreateFromFile(file)),
        ]
    );

    private static readonly IReadOnlyDictionary<string, ApiType> s_surface = ImpactCheck.Surface(
        SourceFile.Load(Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "openapi.yaml")),
        SourceFile.Load(Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "overlay.yaml"))
    );

    public static TheoryData<string> Types => [.. s_surface.Keys];

    [Theory]
    [MemberData(nameof(Types))]
    public void A_generated_type_has_the_members_of_the_surface(string name)
    {
        INamedTypeSymbol type = s_compilation.GetTypeByMetadataName($"Kajabi.{name}")!;
        IEnumerable<string> expected = s_surface[name]
            .Members.Select(static member => member.Signature)
            .Concat(
                HandwrittenMember
                    .All.Where(member => member.Type == name && !s_clients.Contains(name))
                    .Select(static member => member.Signature)
            );

        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            type.GetMembers().Where(IsOfDocument).Select(ApiSignature.Format).Order(StringComparer.Ordinal)
        );
        Assert.EndsWith(Base(type), s_surface[name].Declaration, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_public_type_without_a_handwritten_file_is_in_the_surface()
    {
        HashSet<string> files =
        [
            .. Directory
                .EnumerateFiles(
                    Path.Combine(ReferenceFolder.RepositoryRoot(), "src", "Kajabi.Generated"),
                    "*.cs",
                    SearchOption.AllDirectories
                )
                .Select(static file => Path.GetFileName(file).Split('.')[0]),
        ];

        Assert.Equal(
            [],
            typeof(KajabiClient)
                .Assembly.GetExportedTypes()
                .Where(static type => !type.IsNested)
                .Select(static type => type.Name.Split('`')[0])
                .Where(name => !files.Contains(name) && !s_surface.ContainsKey(name))
        );
    }

    [Fact]
    public void The_surface_generates_what_the_handwritten_code_needs() =>
        Assert.Equal([], HandwrittenMember.All.SelectMany(static member => member.GetMissing(s_surface)));

    private static bool IsOfDocument(ISymbol member) =>
        member is { DeclaredAccessibility: Accessibility.Public, IsOverride: false, IsImplicitlyDeclared: false }
        && member is IPropertySymbol or IFieldSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }
        && !s_commonMembers.Contains(member.Name)
        // The other members of the client are handwritten and do not depend on the document.
        && (!s_clients.Contains(member.ContainingType.Name) || member is IPropertySymbol { Type.TypeKind: TypeKind.Interface });

    /// <summary>Returns the end of a declaration: the name with the base class.</summary>
    private static string Base(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsStatic: false, BaseType: { SpecialType: SpecialType.None } baseType }
            ? $"{type.Name} : {ApiSignature.FormatUse(baseType)}"
            : type.Name;
}
