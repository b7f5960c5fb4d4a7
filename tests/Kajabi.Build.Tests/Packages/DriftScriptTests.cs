using Kajabi.Build.Tests.Builds;

namespace Kajabi.Build.Tests.Packages;

/// <summary>The script of the scheduled check distinguishes drift from a check that failed to run.</summary>
[Collection(nameof(PackageBuilds))]
public sealed class DriftScriptTests(PackedRepository packed)
{
    [Fact]
    public void The_scheduled_check_has_different_exit_codes_for_no_drift_drift_and_a_failed_check() => packed.RunInClone(Test);

    private static void Test(string root)
    {
        File.Copy(Path.Combine(ReferenceFolder.RepositoryRoot(), ".ci", "drift"), Path.Combine(root, ".ci", "drift"), overwrite: true);
        string report = Path.Combine(root, "report.md");
        string ours = File.ReadAllText(Path.Combine(root, "openapi", "openapi.yaml"));

        Assert.Equal(0, Check(root, ours));
        Assert.False(File.Exists(report));

        Assert.Equal(3, Check(root, "<html>Not the contract</html>"));
        Assert.False(File.Exists(report));

        Assert.Equal(
            1,
            Check(root, ours.Replace("name: filter[has_product_id]", "name: filter[owns_product_id]", StringComparison.Ordinal))
        );
        string text = File.ReadAllText(report);
        Assert.Contains("query filter[has_product_id]", text, StringComparison.Ordinal);
        Assert.Contains("- `ListContactsQuery.HasProductId`", text, StringComparison.Ordinal);
        Assert.Contains("Version: major.", text, StringComparison.Ordinal);

        string page = File.ReadAllText(Path.ChangeExtension(report, ".html"));
        Assert.Contains("Effect on C# code", page, StringComparison.Ordinal);

        // A tool that fails before it writes its report exits with 1, as it does for drift. The report of the earlier run is deleted.
        File.WriteAllText(Path.Combine(root, "src", "Kajabi.Contract", "Program.cs"), "return 1;");
        Assert.Equal(3, Check(root, ours));
        Assert.False(File.Exists(report));

        // A check that does not build has no result either.
        File.WriteAllText(Path.Combine(root, "src", "Kajabi.Contract", "Broken.cs"), "no code");
        Assert.Equal(3, Check(root, ours));
    }

    private static int Check(string root, string vendor)
    {
        File.WriteAllText(Path.Combine(root, "vendor.yaml"), vendor);
        return ProgramRunner.Run(root, "bash", ".ci/drift", "vendor.yaml", "report.md").ExitCode;
    }
}
