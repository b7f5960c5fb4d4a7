using Kajabi.Tests;

namespace Kajabi.IntegrationTests.Build;

/// <summary>What the scheduled check runs: drift and a check that broke are never confused.</summary>
public sealed class DriftScriptTests
{
    [Fact]
    public void The_scheduled_check_tells_no_drift_from_drift_and_drift_from_a_check_that_broke()
    {
        using Workshop workshop = Workshop.Create();
        string script = Path.Combine(workshop.Root, ".ci", "drift");
        string report = Path.Combine(workshop.Root, "report.md");
        Directory.CreateDirectory(Path.GetDirectoryName(script)!);
        File.Copy(Path.Combine(ReferenceFolder.RepositoryRoot(), ".ci", "drift"), script);
        string ours = File.ReadAllText(Path.Combine(workshop.Root, "openapi", "openapi.yaml"));

        Assert.Equal(0, Check(workshop, ours));
        Assert.False(File.Exists(report));

        Assert.Equal(3, Check(workshop, "<html>Not the contract</html>"));
        Assert.False(File.Exists(report));

        Assert.Equal(
            1,
            Check(workshop, ours.Replace("name: filter[has_product_id]", "name: filter[owns_product_id]", StringComparison.Ordinal))
        );
        string text = File.ReadAllText(report);
        Assert.Contains("query filter[has_product_id]", text, StringComparison.Ordinal);
        Assert.Contains("- `ListContactsQuery.HasProductId`", text, StringComparison.Ordinal);
        Assert.Contains("Version: major.", text, StringComparison.Ordinal);

        // A tool that fails before it writes its report exits with 1 as drift does.
        File.Delete(report);
        File.WriteAllText(Path.Combine(workshop.Root, "build", "Kajabi.Contract", "Program.cs"), "return 1;");
        Assert.Equal(3, Check(workshop, ours));
        Assert.False(File.Exists(report));

        // A check that does not build finds nothing either.
        File.WriteAllText(Path.Combine(workshop.Root, "build", "Kajabi.Contract", "Broken.cs"), "no code");
        Assert.Equal(3, Check(workshop, ours));
    }

    private static int Check(Workshop workshop, string vendor)
    {
        File.WriteAllText(Path.Combine(workshop.Root, "vendor.yaml"), vendor);
        return workshop.Type("bash .ci/drift vendor.yaml report.md").ExitCode;
    }
}
