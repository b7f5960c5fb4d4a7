using Kajabi.Build.Tests.Builds;
using Kajabi.Tests;

namespace Kajabi.Build.Tests.Contributing;

/// <summary>The report of the coverage fails if something was not measured, so that a missing result is not a good one.</summary>
public sealed class CoverageReportTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("kajabi-coverage-");

    public CoverageReportTests()
    {
        _root.CreateSubdirectory("build");
        File.Copy(Path.Combine(ReferenceFolder.RepositoryRoot(), "build", "dev"), Path.Combine(_root.FullName, "build", "dev"));
        AddProject("One.Tests", string.Empty);
        AddProject("Two.Tests", string.Empty);
        AddProject("Build.Tests", "<MeasuresCoverage>false</MeasuresCoverage>");
    }

    public void Dispose() => _root.Delete(recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Each_project_must_have_a_result(int results)
    {
        for (int number = 0; number < results; number++)
        {
            DirectoryInfo result = _root.CreateSubdirectory($"artifacts/coverage/results/{number}");
            File.WriteAllText(Path.Combine(result.FullName, "coverage.cobertura.xml"), "<coverage />");
        }

        (int exitCode, string output) = ProgramRunner.Run(_root.FullName, "bash", "build/dev", "coverage-report");

        Assert.Equal(1, exitCode);
        Assert.Equal($"The coverage of {results} test projects was measured, of 2 expected. Run: bash build/dev coverage", output.Trim());
    }

    private void AddProject(string name, string property) =>
        File.WriteAllText(
            Path.Combine(_root.CreateSubdirectory($"tests/{name}").FullName, $"{name}.csproj"),
            $"<Project><PropertyGroup>{property}</PropertyGroup></Project>"
        );
}
