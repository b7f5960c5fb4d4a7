using System.Globalization;
using Kajabi.Composer.CommandLine;
using Kajabi.Composer.Tests.Compose;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>Whatever the composer accepts compiles. <c>KAJABI_RANDOM_CONTRACTS</c> sets the number of documents.</summary>
public sealed class RandomContractTests
{
    private const int DefaultCount = 5;

    [Fact]
    public async Task A_random_document_is_rejected_with_a_reason_or_compiles()
    {
        string overlay = await File.ReadAllTextAsync(OurContract.OverlayPath);
        int count = int.TryParse(
            Environment.GetEnvironmentVariable("KAJABI_RANDOM_CONTRACTS"),
            CultureInfo.InvariantCulture,
            out int configured
        )
            ? configured
            : DefaultCount;
        List<string> failures = [];
        int accepted = 0;
        for (int seed = 0; seed < count; seed++)
        {
            using Composition lenient = Composition.Create(RandomContract.Create(seed).ToString(), overlay, isLenient: true);
            if (lenient.Output is null)
            {
                Assert.True(lenient.ExitCode == 1, $"{seed}: {string.Join('\n', lenient.Findings)}");
                continue;
            }

            accepted++;
            IEnumerable<string> errors = LibraryCompiler.Compile(await GeneratedCode.GenerateAsync(lenient.Output));
            failures.AddRange(errors.Take(5).Select(error => $"{seed}: {error}"));
        }

        Assert.True(accepted > count / 2, $"{accepted} of {count} documents were accepted.");
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }
}
