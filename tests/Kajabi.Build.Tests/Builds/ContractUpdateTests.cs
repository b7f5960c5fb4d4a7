using System.Text.RegularExpressions;
using Kajabi.Contract.Commands;
using Kajabi.Contract.Reporting;
using Kajabi.Tests;
using PublicApiGenerator;

namespace Kajabi.Build.Tests.Builds;

/// <summary>The command of the guide updates our OpenAPI document to another version of the vendor, and back.</summary>
[Collection(nameof(SequentialBuilds))]
public sealed partial class ContractUpdateTests(TemporaryRepository shared)
{
    private static readonly string s_guide = File.ReadAllText(Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "README.md"));

    // The tool is already built; building it again in each state of the repository would take minutes.
    private static readonly string s_tool = typeof(DriftCommand).Assembly.Location;

    private readonly TemporaryRepository _repository = shared.Reset();

    [SkippableFact]
    public void The_command_of_the_guide_updates_to_a_version_and_back()
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);
        string ours = typeof(KajabiClient).Assembly.GeneratePublicApi();

        string older = Update("openapi-1.0.1.yaml", before: ours);
        string restored = Update("openapi-1.1.0.yaml", before: older);

        Assert.Equal(ours, restored);
        Assert.Equal(
            0,
            Drift(
                Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "openapi.yaml"),
                Path.Combine(_repository.Root, "openapi", "openapi.yaml")
            )
        );
    }

    /// <summary>Runs the commands of the guide and returns the public API of the build.</summary>
    private string Update(string version, string before)
    {
        string vendor = Path.Combine(ReferenceFolder.Path!, "vendor", version);
        string command = Command().Match(s_guide).Groups[1].Value;
        (int exitCode, string output) = _repository.RunCommandLine(
            $"KAJABI_CONTRACT='dotnet exec {s_tool}' "
                + command.Replace("new.yaml", Path.GetRelativePath(_repository.Root, vendor), StringComparison.Ordinal)
        );
        Assert.True(exitCode == 0, $"{command}\n{output}");

        string after = PublicApiText.Read(_repository.Assembly);
        string drift = File.ReadAllText(Path.Combine(_repository.Root, "artifacts", "drift.md"));
        string impact = File.ReadAllText(Path.Combine(_repository.Root, "artifacts", "impact.md"));

        // The versions differ in 16 places, in both directions.
        Assert.Equal(16, FindingRow().Count(drift));
        Assert.Equal(
            2,
            FindingRow().Matches(drift).Count(static row => row.Value.Contains("filter[is_suppressed]", StringComparison.Ordinal))
        );
        Assert.Contains("Version: major.", impact, StringComparison.Ordinal);
        Assert.Equal(
            PublicApiText.Difference(before, after).Select(static line => line.Split(' ')[0]).Order(StringComparer.Ordinal),
            ChangelogLine().Matches(impact).Select(static line => line.Groups[1].Value).Order(StringComparer.Ordinal)
        );
        return after;
    }

    private static int Drift(string before, string after) =>
        DriftCommand.Run(before, after, new ReportSettings(ReportFormat.Json, null, FailOn.Any, null), TextWriter.Null, TextWriter.Null);

    [GeneratedRegex(@"## Update to a new version\n.*?```bash\n(bash build/dev adopt new\.yaml)\n```", RegexOptions.Singleline)]
    private static partial Regex Command();

    [GeneratedRegex(@"^\| (?:breaking|warning|info) \| (?!KC)[^\n]*", RegexOptions.Multiline)]
    private static partial Regex FindingRow();

    [GeneratedRegex(@"^- `([^`]+)`", RegexOptions.Multiline)]
    private static partial Regex ChangelogLine();
}
