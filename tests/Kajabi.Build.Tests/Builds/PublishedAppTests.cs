using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Kajabi.Sandbox;
using Kajabi.Tests;

namespace Kajabi.Build.Tests.Builds;

/// <summary>
/// An application that was published trimmed, or with native AOT, works against the sandbox, and publishing it warns about Newtonsoft.Json
/// only.
/// </summary>
[Collection(nameof(SequentialBuilds))]
public sealed partial class PublishedAppTests
{
    private const string Project = "tests/Kajabi.Generated.SmokeApp";

    [Theory]
    [InlineData("-p:PublishAot=true")]
    [InlineData("-p:PublishTrimmed=true")]
    public async Task A_published_application_reads_writes_pages_and_receives_a_webhook(string property)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("kajabi-published-");
        try
        {
            (int exitCode, string log) = Publish(folder.FullName, property);
            Assert.True(exitCode == 0, log);
            Assert.DoesNotContain(Warnings().Matches(log), static warning => !IsOfNewtonsoft(warning));
            Assert.Contains(Warnings().Matches(log), IsOfNewtonsoft); // The expression matches warnings.

            await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
            (int appExitCode, string output) = ProgramRunner.Run(
                folder.FullName,
                Path.Combine(folder.FullName, Path.GetFileName(Project)),
                sandbox.BaseAddress.AbsoluteUri,
                sandbox.ClientId,
                sandbox.ClientSecret,
                sandbox.GetOfferLink("456").AbsoluteUri
            );

            string[] expected =
            [
                "read: Tomas Moreau, Workshop 2026",
                "written: Ines F.",
                "paged: all",
                "token: contacts",
                "class: not supported",
                "copied: Workshop 2026",
                "link: Granted",
                "received: 2148433001 Wholesale",
            ];
            Assert.Equal(string.Join('\n', expected), output.ReplaceLineEndings("\n").TrimEnd());
            Assert.Equal(0, appExitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (int ExitCode, string Output) Publish(string folder, string property) =>
        ProgramRunner.Run(
            ReferenceFolder.RepositoryRoot(),
            "dotnet",
            [
                "publish",
                Project,
                "-c",
                "Release",
                "-r",
                RuntimeInformation.RuntimeIdentifier,
                "-p:RunAnalyzers=false",
                property,
                "-o",
                folder,
            ]
        );

    // Warnings of the linker name the member that they are about.
    private static bool IsOfNewtonsoft(Match warning) =>
        warning.Groups["member"].Value.StartsWith("Newtonsoft.Json.", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<rule>IL\d{4}|[A-Z]+\d{3,}): (?<member>\S+)")]
    private static partial Regex Warnings();
}
