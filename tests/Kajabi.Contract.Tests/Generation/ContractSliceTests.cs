using Kajabi.Composer.CommandLine;
using Kajabi.Composer.Handwritten;
using Kajabi.Contract.Tests.Compose;
using Kajabi.Contract.Tests.Drift;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.Generation;

/// <summary>The SDK builds from a document with fewer elements, without the handwritten code that needs the others.</summary>
public sealed class ContractSliceTests
{
    private const string AllSlices = "KAJABI_ALL_SLICES";

    // All slices take some minutes, so the normal run contains a part of them.
    private const int Sample = 3;

    public static TheoryData<string> Operations => [.. Select(ContractSlice.Operations(OurContract.Copy()))];

    public static TheoryData<string> Tags =>
        [
            .. Select([
                .. OurContract.Copy()["paths"]!
                    .SelectTokens("$..tags[*]")
                    .Select(static tag => (string)tag!)
                    .Distinct(StringComparer.Ordinal),
            ]),
        ];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_document_with_one_operation_builds(string operation) =>
        await BuildAsync(ContractSlice.Keep(OurContract.Copy(), new HashSet<string> { operation }));

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_document_without_one_operation_builds(string operation) =>
        await BuildAsync(ContractSlice.Remove(OurContract.Copy(), operation));

    [Theory]
    [MemberData(nameof(Tags))]
    public async Task A_document_with_a_renamed_tag_builds(string tag) =>
        await BuildAsync(ContractSlice.RenameTag(OurContract.Copy(), tag, "System"));

    [Fact]
    public async Task The_complete_document_leaves_nothing_out() => Assert.Empty(await BuildAsync(OurContract.Copy()));

    [Fact]
    public async Task What_is_left_out_has_its_name_and_its_reason()
    {
        IReadOnlyList<LeftOutCode> leftOut = await BuildAsync(ContractSlice.Remove(OurContract.Copy(), "POST /v1/contacts"));

        LeftOutCode code = Assert.Single(leftOut);
        Assert.Equal("ContactsApiExtensions.SaveContactByEmailAsync", code.Name);
        Assert.Contains("it needs `CreateContactAsync`, which does not exist", code.Reason, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<LeftOutCode>> BuildAsync(JObject contract)
    {
        using Composition composition = Composition.Create(contract.ToString(), File.ReadAllText(OurContract.OverlayPath), isLenient: true);
        Assert.Equal(0, composition.ExitCode);
        (IReadOnlyList<LeftOutCode> leftOut, IReadOnlyList<string> errors) = LibraryCompiler.Build(
            await GeneratedCode.GenerateAsync(composition.Output!)
        );
        Assert.Empty(errors);
        return leftOut;
    }

    /// <summary>Returns all cases, or a sample that is evenly distributed.</summary>
    private static IEnumerable<string> Select(IReadOnlyList<string> cases) =>
        Environment.GetEnvironmentVariable(AllSlices) is "1"
            ? cases
            : cases.Where((_, index) => index % Math.Max(1, cases.Count / Sample) == 0);
}
