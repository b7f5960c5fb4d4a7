using Kajabi.Composer.Tests.Compose;
using Microsoft.CodeAnalysis;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>The compilation in memory accepts our own OpenAPI document and finds errors.</summary>
public sealed class LibraryCompilerTests
{
    [Fact]
    public async Task The_code_of_our_document_compiles()
    {
        string generated = await GenerateOursAsync();

        Assert.Empty(LibraryCompiler.Compile(generated));
        Assert.NotEmpty(LibraryCompiler.Compile(generated.Replace("ContactAttributes", "Task", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("paid.Offer?.Id", "PaymentSucceededEvent.Offer", "Use PurchaseIds")]
    [InlineData("paid.Transaction.Offer?.Id", "Transaction.Offer", "Use Purchases")]
    [InlineData("paid.Transaction.Relationships.Offer.Identifier?.Id", "TransactionRelationships.Offer", "Use Purchases")]
    [InlineData("paid.PurchaseIds.Count.ToString()", null, null)]
    public async Task The_compiler_warns_a_handler_that_reads_the_offer_of_a_payment_alone(string read, string? member, string? remedy)
    {
        IReadOnlyList<string> warnings = LibraryCompiler.CompileUserCode(
            await GenerateOursAsync(),
            $$"""
            internal sealed class SalesLog
            {
                public string? Find(Kajabi.WebhookEvent received) => received is Kajabi.PaymentSucceededEvent paid ? {{read}} : null;
            }
            """
        );

        if (member is null)
        {
            Assert.Empty(warnings);
            return;
        }

        string warning = Assert.Single(warnings);
        Assert.Contains("CS0618", warning, StringComparison.Ordinal);
        Assert.Contains($"'{member}'", warning, StringComparison.Ordinal);
        Assert.Contains(remedy!, warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_compilation_of_generated_code_finds_its_errors_only()
    {
        string generated = await GenerateOursAsync();

        Assert.Empty(
            LibraryCompiler.CompileGenerated(generated.Replace("CreateContactAsync", "AddContactAsync", StringComparison.Ordinal))
        );
        Assert.NotEmpty(LibraryCompiler.CompileGenerated(generated.Replace(" ContactAttributes ", " Missing ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Each_type_that_the_code_uses_by_its_simple_name_is_reserved()
    {
        using Composition empty = Composition.Create("openapi: 3.1.1\npaths: {}\n");
        IReadOnlySet<string> used = UsedTypeNames.Find(await GenerateOursAsync(), await GeneratedCode.GenerateAsync(empty.Output!));

        Assert.Contains("Task", used);
        Assert.Contains("GeneratedResources", used);
        RecordedFile.AssertMatches(
            "build/Kajabi.Composer/Naming/ReservedTypeNames.txt",
            string.Concat(used.Order(StringComparer.Ordinal).Select(static name => name + "\n")),
            "KAJABI_UPDATE_RESERVED",
            "KAJABI_UPDATE_RESERVED=1 dotnet test tests/Kajabi.Composer.Tests --filter LibraryCompiler"
        );
    }

    [Fact]
    public async Task Each_member_of_a_base_type_is_reserved()
    {
        using Composition ours = Composition.FromFiles(OurContract.DocumentPath, OurContract.OverlayPath);
        Compilation compilation = LibraryCompiler.CreateCompilation(await GeneratedCode.GenerateAsync(ours.Output!));
        List<string> names = [.. UsedMemberNames.Find(compilation, ours.Document)];

        Assert.Contains("Attributes.IsEmpty", names);
        Assert.Contains("Query.DefaultSiteHandler", names);
        RecordedFile.AssertMatches(
            "build/Kajabi.Composer/Naming/ReservedMembers.txt",
            string.Concat(names.Select(static name => name + "\n")),
            "KAJABI_UPDATE_RESERVED",
            "KAJABI_UPDATE_RESERVED=1 dotnet test tests/Kajabi.Composer.Tests --filter LibraryCompiler"
        );
    }

    private static async Task<string> GenerateOursAsync()
    {
        using Composition ours = Composition.FromFiles(OurContract.DocumentPath, OurContract.OverlayPath);
        return await GeneratedCode.GenerateAsync(ours.Output!);
    }
}
