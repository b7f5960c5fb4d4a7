using Kajabi.Composer.CommandLine;
using Kajabi.Tests;

namespace Kajabi.Build.Tests.Builds;

/// <summary>The script of the scheduled check distinguishes drift from a check that failed to run.</summary>
[Collection(nameof(SequentialBuilds))]
public sealed class DriftScriptTests
{
    [Fact]
    public void The_scheduled_check_has_different_exit_codes_for_no_drift_drift_and_a_failed_check()
    {
        using TemporaryRepository repository = TemporaryRepository.Create();
        string script = Path.Combine(repository.Root, ".ci", "drift");
        string report = Path.Combine(repository.Root, "report.md");
        Directory.CreateDirectory(Path.GetDirectoryName(script)!);
        File.Copy(Path.Combine(ReferenceFolder.RepositoryRoot(), ".ci", "drift"), script);
        string ours = File.ReadAllText(Path.Combine(repository.Root, "openapi", "openapi.yaml"));

        Assert.Equal(0, Check(repository, ours));
        Assert.False(File.Exists(report));

        Assert.Equal(3, Check(repository, "<html>Not the contract</html>"));
        Assert.False(File.Exists(report));

        Assert.Equal(
            1,
            Check(repository, ours.Replace("name: filter[has_product_id]", "name: filter[owns_product_id]", StringComparison.Ordinal))
        );
        string text = File.ReadAllText(report);
        Assert.Contains("query filter[has_product_id]", text, StringComparison.Ordinal);
        Assert.Contains("- `ListContactsQuery.HasProductId`", text, StringComparison.Ordinal);
        Assert.Contains("Version: major.", text, StringComparison.Ordinal);

        string page = File.ReadAllText(Path.ChangeExtension(report, ".html"));
        Assert.Contains("Effect on C# code", page, StringComparison.Ordinal);

        // A tool that fails before it writes its report exits with 1, as it does for drift.
        File.Delete(report);
        File.WriteAllText(Path.Combine(repository.Root, "src", "Kajabi.Contract", "Program.cs"), "return 1;");
        Assert.Equal(3, Check(repository, ours));
        Assert.False(File.Exists(report));

        // A check that does not build has no result either.
        File.WriteAllText(Path.Combine(repository.Root, "src", "Kajabi.Contract", "Broken.cs"), "no code");
        Assert.Equal(3, Check(repository, ours));
    }

    private static int Check(TemporaryRepository repository, string vendor)
    {
        File.WriteAllText(Path.Combine(repository.Root, "vendor.yaml"), vendor);
        return repository.RunCommandLine("bash .ci/drift vendor.yaml report.md").ExitCode;
    }
}
