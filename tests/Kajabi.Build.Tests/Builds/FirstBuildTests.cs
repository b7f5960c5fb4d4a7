using Kajabi.Tests;

namespace Kajabi.Build.Tests.Builds;

/// <summary>The first <c>dotnet run</c> of the command prints a line, because its build shows nothing for a minute.</summary>
public sealed class FirstBuildTests : IDisposable
{
    private const string Line = "kajabi: Building for the first time";

    private readonly DirectoryInfo _output = Directory.CreateTempSubdirectory("kajabi-first-");

    public void Dispose() => _output.Delete(recursive: true);

    [Fact]
    public void The_first_build_is_announced_even_if_only_warnings_are_shown() =>
        Assert.StartsWith(Line, Announce(), StringComparison.Ordinal);

    [Fact]
    public void A_later_build_is_not_announced()
    {
        File.WriteAllText(Path.Combine(_output.FullName, "kajabi.dll"), string.Empty);

        Assert.DoesNotContain(Line, Announce(), StringComparison.Ordinal);
    }

    private string Announce()
    {
        (int exitCode, string output) = ProgramRunner.Run(
            ReferenceFolder.RepositoryRoot(),
            "dotnet",
            "msbuild",
            "src/Kajabi.Cli",
            "-t:AnnounceFirstBuild",
            "-v:q",
            "-nologo",
            $"-p:OutDir={_output.FullName}/"
        );

        Assert.True(exitCode == 0, output);
        return output;
    }
}
