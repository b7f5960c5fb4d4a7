extern alias former;

using System.Globalization;
using System.Text;
using CsCheck;
using Kajabi.Tests.Documents;
using Kajabi.Tests.Dump;
using Kajabi.Tests.Fuzz;
using Kajabi.Tests.Generation;
using Kajabi.Tests.Serialization;
using Xunit.Abstractions;
using FormerTypes = former::Kajabi.Tests.Dump.DocumentTypes;

namespace Kajabi.Tests;

/// <summary>
/// The reader of the SDK reads each document like the former reader: the same objects, marks, contract drift, exceptions and text
/// written back. <c>KAJABI_RANDOM_DOCUMENTS=100000</c> reads that many random documents, and a tenth of that many of each other
/// generator.
/// </summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private const int DefaultDocuments = 2000;
    private const ulong Seed = 0x4b616a616269;

    private static readonly int s_documents = int.TryParse(
        Environment.GetEnvironmentVariable("KAJABI_RANDOM_DOCUMENTS"),
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out int documents
    )
        ? documents
        : DefaultDocuments;

    [Fact]
    public void Both_readers_have_the_same_types()
    {
        Assert.Equal(FormerTypes.Names, DocumentTypes.Names);
        Assert.Contains(nameof(ContactDocument), DocumentTypes.Names);
        Assert.NotSame(FormerTypes.Find(nameof(ContactDocument)), DocumentTypes.Find(nameof(ContactDocument)));
    }

    [SkippableFact]
    public void The_vendors_examples_are_read_alike()
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);

        (int documents, int read) = AssertEqual(ExampleDocuments.Read(ReferenceFolder.Path));

        Assert.InRange(read, documents / 4, documents);
    }

    [Fact]
    public async Task Documents_of_the_sandbox_are_read_alike()
    {
        (int documents, int read) = AssertEqual(await SandboxDocuments.ReadAsync());

        Assert.InRange(documents, 500, 5000);
        Assert.InRange(read, documents / 4, documents);
    }

    [Fact]
    public void Random_documents_are_read_alike()
    {
        (int documents, int read) = AssertEqual(Enumerable.Range(0, s_documents).Select(DocumentGenerator.Create));

        // The run proves little if nearly all documents are rejected, or none.
        Assert.InRange(read, documents / 2, documents * 9 / 10);
    }

    [Fact]
    public void Well_formed_random_documents_are_read_alike()
    {
        (int documents, int read) = AssertEqual(
            Enumerable
                .Range(0, s_documents / 10)
                .Select(static number =>
                {
                    (Type type, string json, int seed) = RandomDocument.Any.Generate(new PCG((uint)number, Seed), null, out _);
                    return new DocumentCase($"well-formed document {number}", type.Name, Encoding.UTF8.GetBytes(json), seed);
                })
        );

        Assert.InRange(read, documents * 9 / 10, documents);
    }

    [Fact]
    public void The_fuzz_corpus_is_read_alike()
    {
        (int documents, int read) = AssertEqual(
            Enumerable.Range(0, s_documents / 4).Select(static number => CreateFuzzCase((uint)number, FuzzSeeds.BuiltIn))
        );

        Assert.InRange(read, documents / 20, documents);
    }

    [SkippableFact]
    public void Mutated_examples_are_read_alike()
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);

        (int documents, int read) = AssertEqual(
            Enumerable.Range(0, s_documents / 10).Select(static number => CreateFuzzCase((uint)number, FuzzSeeds.All))
        );

        Assert.InRange(read, documents / 10, documents);
    }

    private (int Documents, int Read) AssertEqual(IEnumerable<DocumentCase> cases)
    {
        (int documents, int read) = ReaderComparison.AssertEqual(cases);
        output.WriteLine($"{documents} documents, {read} of them read without an exception.");
        return (documents, read);
    }

    private static DocumentCase CreateFuzzCase(uint number, IReadOnlyList<byte[]> seeds)
    {
        (byte[] text, Type type) = Fuzzer.CreateCase(number, seeds);
        return new DocumentCase($"fuzz case {number}", type.Name, text, (int)number);
    }
}
