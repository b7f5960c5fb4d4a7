using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Kajabi.Contract.Commands;
using Kajabi.Contract.Reporting;
using Kajabi.Tests;
using PublicApiGenerator;

namespace Kajabi.IntegrationTests.Build;

/// <summary>A maintainer takes another version of the vendor's contract by the commands that the guide lists, and goes back.</summary>
public sealed partial class RehearsalTests
{
    private static readonly string s_guide = File.ReadAllText(Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "README.md"));

    [SkippableFact]
    public void A_version_is_taken_and_given_back_by_the_three_commands_of_the_guide()
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);
        using Workshop workshop = Workshop.Create();
        string ours = typeof(KajabiClient).Assembly.GeneratePublicApi();

        string older = Take(workshop, "openapi-1.0.1.yaml", before: ours);
        string again = Take(workshop, "openapi-1.1.0.yaml", before: older);

        Assert.Equal(ours, again);
        Assert.Equal(
            0,
            Drift(
                Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "openapi.yaml"),
                Path.Combine(workshop.Root, "openapi", "openapi.yaml")
            )
        );
    }

    /// <summary>Follows the guide and gives the public API of what was built.</summary>
    private static string Take(Workshop workshop, string version, string before)
    {
        string vendor = Path.Combine(ReferenceFolder.Path!, "vendor", version);
        string[] commands = Commands().Match(s_guide).Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, commands.Length);
        foreach (string command in commands)
        {
            (int exitCode, string output) = workshop.Type(
                command.Replace("new.yaml", Path.GetRelativePath(workshop.Root, vendor), StringComparison.Ordinal)
            );
            Assert.True(exitCode == 0, $"{command}\n{output}");
        }

        string after = Api(workshop, version);
        string drift = File.ReadAllText(Path.Combine(workshop.Root, "drift.md"));
        string impact = File.ReadAllText(Path.Combine(workshop.Root, "impact.md"));

        // Sixteen changes stand between the versions; both directions hold the same places.
        Assert.Equal(16, FindingRow().Count(drift));
        Assert.Equal(
            2,
            FindingRow().Matches(drift).Count(static row => row.Value.Contains("filter[is_suppressed]", StringComparison.Ordinal))
        );
        Assert.Contains("Version: major.", impact, StringComparison.Ordinal);
        Assert.Equal(
            ApiText.Difference(before, after).Select(static line => line.Split(' ')[0]).Order(StringComparer.Ordinal),
            ChangelogLine().Matches(impact).Select(static line => line.Groups[1].Value).Order(StringComparer.Ordinal)
        );
        return after;
    }

    private static int Drift(string before, string after) =>
        DriftCommand.Run(before, after, new ReportSettings(ReportFormat.Json, null, FailOn.Any, null), TextWriter.Null, TextWriter.Null);

    /// <summary>Read from a copy, so that the next build can write the file.</summary>
    private static string Api(Workshop workshop, string version)
    {
        string copy = Path.Combine(
            Directory.CreateDirectory(Path.Combine(workshop.Root, version)).FullName,
            Path.GetFileName(workshop.Assembly)
        );
        File.Copy(workshop.Assembly, copy);
        AssemblyLoadContext context = new(version, isCollectible: true);
        context.Resolving += static (_, name) => AssemblyLoadContext.Default.LoadFromAssemblyName(name);
        try
        {
            return context.LoadFromAssemblyPath(copy).GeneratePublicApi();
        }
        finally
        {
            context.Unload();
        }
    }

    [GeneratedRegex(@"## Update to a new version\n.*?```bash\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Commands();

    [GeneratedRegex(@"^\| (?:breaking|warning|info) \| (?!KC)[^\n]*", RegexOptions.Multiline)]
    private static partial Regex FindingRow();

    [GeneratedRegex(@"^- `([^`]+)`", RegexOptions.Multiline)]
    private static partial Regex ChangelogLine();
}
