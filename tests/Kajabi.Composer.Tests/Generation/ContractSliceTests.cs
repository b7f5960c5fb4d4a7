using System.Collections.Concurrent;
using Kajabi.Composer.CommandLine;
using Kajabi.Composer.Handwritten;
using Kajabi.Composer.Model;
using Kajabi.Composer.Pipeline;
using Kajabi.Composer.Tests.Compose;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Reading;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>
/// The SDK builds from a document with fewer elements, without the handwritten code that needs the others. The normal run contains a part
/// of the documents; with <c>KAJABI_ALL_SLICES=1</c> it contains all.
/// </summary>
public sealed class ContractSliceTests
{
    private const string AllSlices = "KAJABI_ALL_SLICES";
    private const string Older = "openapi-1.0.1.yaml";
    private const int Sample = 3;
    private const int Threads = 2;

    private static readonly string s_overlay = File.ReadAllText(OurContract.OverlayPath);

    [SkippableTheory]
    [InlineData(null)]
    [InlineData(Older)]
    public async Task Documents_with_one_operation_build(string? vendor)
    {
        JObject root = Load(vendor);
        await BuildAllAsync(ContractSlice.Operations(root), operation => ContractSlice.Keep(root, new HashSet<string> { operation }));
    }

    [SkippableTheory]
    [InlineData(null)]
    [InlineData(Older)]
    public async Task Documents_without_one_operation_build(string? vendor)
    {
        JObject root = Load(vendor);
        await BuildAllAsync(ContractSlice.Operations(root), operation => ContractSlice.Remove((JObject)root.DeepClone(), operation));
    }

    [SkippableTheory]
    [InlineData(null)]
    [InlineData(Older)]
    public async Task Documents_with_a_renamed_tag_build(string? vendor)
    {
        JObject root = Load(vendor);
        List<string> tags =
        [
            .. root["paths"]!.SelectTokens("$..tags[*]").Select(static tag => (string)tag!).Distinct(StringComparer.Ordinal),
        ];
        await BuildAllAsync(tags, tag => ContractSlice.RenameTag((JObject)root.DeepClone(), tag, "System"));
    }

    [SkippableTheory]
    [InlineData(null)]
    [InlineData(Older)]
    public async Task Documents_without_an_attribute_that_handwritten_code_uses_build(string? vendor)
    {
        JObject root = Load(vendor);
        ComposedModel model = ComposedContract.Load(Path(vendor), OurContract.OverlayPath).Model;
        List<string> attributes = [.. GeneratedSymbols.Attributes.Select(static attribute => $"{attribute.Type}.{attribute.Property}")];
        Assert.Contains("ContactAttributes.Email", attributes);
        await BuildAllAsync(
            attributes,
            attribute => ContractSlice.RemoveAttribute((JObject)root.DeepClone(), model, attribute.Split('.')[0], attribute.Split('.')[1])
        );
    }

    [Fact]
    public async Task The_complete_document_leaves_nothing_out() => Assert.Empty((await BuildAsync(OurContract.Copy())).LeftOut);

    [Fact]
    public async Task What_is_left_out_has_its_name_and_its_reason()
    {
        JObject contract = ContractSlice.Remove(OurContract.Copy(), "POST /v1/contacts");

        (IReadOnlyList<LeftOutCode> leftOut, IReadOnlyList<string> errors) = await BuildAsync(contract);

        Assert.Empty(errors);
        LeftOutCode code = Assert.Single(leftOut);
        Assert.Equal("ContactsApiExtensions.SaveContactByEmailAsync", code.Name);
        Assert.Contains("it needs `IContactsApi.CreateContactAsync`, which does not exist", code.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_without_a_relationship_leaves_its_navigation_property_out()
    {
        JObject contract = OurContract.Copy();
        foreach (JToken tags in contract.SelectTokens("$..relationships.properties.tags").ToList())
        {
            tags.Parent!.Remove();
        }

        (IReadOnlyList<LeftOutCode> leftOut, IReadOnlyList<string> errors) = await BuildAsync(contract);

        Assert.Empty(errors);
        LeftOutCode code = Assert.Single(leftOut, static code => code.Name == "Contact.Tags");
        Assert.Contains("it needs `ContactRelationships.Tags`, which does not exist", code.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_build_reports_one_line_for_each_member_that_is_left_out()
    {
        JObject contract = ContractSlice.Remove(OurContract.Copy(), "POST /v1/contacts");
        using Composition composition = Composition.Create(contract.ToString(), s_overlay, isLenient: true);
        string folder = Directory.CreateTempSubdirectory("kajabi-select-").FullName;
        string generated = System.IO.Path.Combine(folder, "Kajabi.g.cs");
        string output = System.IO.Path.Combine(folder, "handwritten");
        await File.WriteAllTextAsync(generated, await GeneratedCode.GenerateAsync(composition.Output!));
        using StringWriter messages = new();

        int exitCode = SelectCommand.Run(
            generated,
            [.. LibraryCompiler.HandwrittenFiles],
            [.. LibraryCompiler.References],
            output,
            messages
        );

        string[] changed = (await File.ReadAllTextAsync(System.IO.Path.Combine(output, "list.txt"))).TrimEnd('\n').Split('|');
        string code = await File.ReadAllTextAsync(changed[1]);
        Directory.Delete(folder, recursive: true);
        Assert.Equal(0, exitCode);
        Assert.Matches(
            @"\A[^\r\n]+ContactsApiExtensions\.cs\(\d+,\d+\): warning KC0027: ContactsApiExtensions\.SaveContactByEmailAsync was left out, "
                + @"because it needs `IContactsApi\.CreateContactAsync`, which does not exist for this OpenAPI document\. [^\r\n]+\r?\n\z",
            messages.ToString()
        );
        Assert.EndsWith("ContactsApiExtensions.cs", changed[0], StringComparison.Ordinal);
        Assert.StartsWith($"#line 1 \"{changed[0]}\"\n", code, StringComparison.Ordinal);
        Assert.Contains("FindContactByEmailAsync", code, StringComparison.Ordinal);
        Assert.DoesNotContain("SaveContactByEmailAsync", code, StringComparison.Ordinal);
    }

    private static string Path(string? vendor)
    {
        Skip.If(vendor is not null && ReferenceFolder.Path is null, ReferenceFolder.MissingReason);
        return vendor is null ? OurContract.DocumentPath : System.IO.Path.Combine(ReferenceFolder.Path!, "vendor", vendor);
    }

    private static JObject Load(string? vendor) => SourceFile.Load(Path(vendor)).Root;

    private static async Task BuildAllAsync(IReadOnlyList<string> cases, Func<string, JObject> create)
    {
        ConcurrentQueue<string> failures = [];
        await Parallel.ForEachAsync(
            Select(cases),
            new ParallelOptions { MaxDegreeOfParallelism = Threads },
            async (one, _) =>
            {
                foreach (string error in (await BuildAsync(create(one), isComplete: false)).Errors.Take(5))
                {
                    failures.Enqueue($"{one}: {error}");
                }
            }
        );
        Assert.True(failures.IsEmpty, string.Join('\n', failures));
    }

    private static async Task<(IReadOnlyList<LeftOutCode> LeftOut, IReadOnlyList<string> Errors)> BuildAsync(
        JObject contract,
        bool isComplete = true
    )
    {
        using Composition composition = Composition.Create(contract.ToString(), s_overlay, isLenient: true);
        if (composition.ExitCode != 0)
        {
            return ([], composition.Findings);
        }

        string generated = await GeneratedCode.GenerateAsync(composition.Output!);
        (IReadOnlyList<LeftOutCode> leftOut, IReadOnlyList<string> errors) = LibraryCompiler.Build(generated, isComplete);

        // `impact` determines the same without compiling.
        Assert.Equal(
            await ExpectedLeftOut.FindAsync(generated),
            await ExpectedLeftOut.SelectAsync(leftOut.Select(static code => code.Name))
        );
        return (leftOut, errors);
    }

    /// <summary>Returns all cases, or a sample that is evenly distributed.</summary>
    private static IEnumerable<string> Select(IReadOnlyList<string> cases) =>
        Environment.GetEnvironmentVariable(AllSlices) is "1"
            ? cases
            : cases.Where((_, index) => index % Math.Max(1, cases.Count / Sample) == 0);
}
