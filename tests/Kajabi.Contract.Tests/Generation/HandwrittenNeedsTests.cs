using Kajabi.Composer.Handwritten;
using Kajabi.Contract.Tests.Compose;
using Kajabi.Contract.Tests.Drift;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.Generation;

/// <summary>The needs of the handwritten code, from which <c>impact</c> determines what a build leaves out.</summary>
public sealed class HandwrittenNeedsTests
{
    private static readonly Lazy<Task<IReadOnlyList<HandwrittenUnit>>> s_ours = new(FindOursAsync);

    [Fact]
    public async Task The_recorded_needs_are_those_of_the_code()
    {
        JArray units = new((await s_ours.Value).Select(static unit => unit.ToJson()));

        RecordedFile.AssertMatches(
            "src/Kajabi.Contract/Impact/HandwrittenMembers.json",
            units.ToString().ReplaceLineEndings("\n") + "\n",
            "KAJABI_UPDATE_NEEDS",
            "KAJABI_UPDATE_NEEDS=1 dotnet test tests/Kajabi.Contract.Tests --filter HandwrittenNeeds"
        );
    }

    [Theory]
    [InlineData("without POST /v1/contacts")]
    [InlineData("without GET /v1/contact_tags")]
    [InlineData("only GET /v1/contacts/{id}")]
    [InlineData("only GET /v1/hooks")]
    [InlineData("only GET /v1/courses")]
    public async Task The_needs_determine_what_a_build_leaves_out(string slice)
    {
        (string kind, string operation) = (slice.Split(' ')[0], slice[(slice.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        await AssertLeftOutAsync(
            kind == "only" ? ContractSlice.KeepOnly(OurContract.Copy(), operation) : ContractSlice.Remove(OurContract.Copy(), operation)
        );
    }

    [Fact]
    public async Task A_document_without_a_relationship_leaves_its_navigation_property_out()
    {
        JObject contract = OurContract.Copy();
        foreach (JToken tags in contract.SelectTokens("$..relationships.properties.tags").ToList())
        {
            tags.Parent!.Remove();
        }

        Assert.Contains("Contact.Tags", await AssertLeftOutAsync(contract));
    }

    private static async Task<IReadOnlyCollection<string>> AssertLeftOutAsync(JObject contract)
    {
        using Composition composition = Composition.Create(contract.ToString(), File.ReadAllText(OurContract.OverlayPath), isLenient: true);
        string generated = await GeneratedCode.GenerateAsync(composition.Output!);
        IReadOnlyList<HandwrittenUnit> units = await s_ours.Value;
        HashSet<string> declared = Declared(generated);
        HashSet<string> expected = [.. units.Where(unit => !unit.Needs.All(declared.Contains)).Select(static unit => unit.FullName)];
        HashSet<string> known = [.. units.Select(static unit => unit.FullName)];

        IReadOnlyList<LeftOutCode> leftOut = LibraryCompiler.Select(generated).LeftOut;

        Assert.NotEmpty(expected);
        Assert.Equal(
            WithoutMembersOfTypes(expected),
            WithoutMembersOfTypes(leftOut.Select(static code => code.Name).Where(known.Contains))
        );
        return expected;
    }

    /// <summary>Returns the names in order, without the members of types that are among them.</summary>
    private static IEnumerable<string> WithoutMembersOfTypes(IEnumerable<string> names)
    {
        HashSet<string> all = [.. names];
        return all.Where(name => !name.Contains('.', StringComparison.Ordinal) || !all.Contains(name.Split('.')[0]))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>Returns the names of the generated types and members, those of properties with their type.</summary>
    private static HashSet<string> Declared(string generated)
    {
        HashSet<string> names = [];
        foreach (
            TypeDeclarationSyntax type in CSharpSyntaxTree.ParseText(generated).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()
        )
        {
            string name = type.Identifier.ValueText;
            names.Add(name);
            foreach (MemberDeclarationSyntax member in type.Members)
            {
                names.UnionWith(
                    member switch
                    {
                        PropertyDeclarationSyntax property =>
                        [
                            $"{name}.{property.Identifier.ValueText}",
                            $"{name}.{property.Identifier.ValueText}: {property.Type}",
                        ],
                        MethodDeclarationSyntax method => [$"{name}.{method.Identifier.ValueText}"],
                        FieldDeclarationSyntax field => field.Declaration.Variables.Select(one => $"{name}.{one.Identifier.ValueText}"),
                        _ => (IEnumerable<string>)[],
                    }
                );
            }
        }

        return names;
    }

    private static async Task<IReadOnlyList<HandwrittenUnit>> FindOursAsync()
    {
        using Composition ours = Composition.FromFiles(OurContract.DocumentPath, OurContract.OverlayPath);
        (Compilation compilation, SyntaxTree generated) = LibraryCompiler.Create(await GeneratedCode.GenerateAsync(ours.Output!));
        return HandwrittenNeeds.Find(compilation, generated);
    }
}
