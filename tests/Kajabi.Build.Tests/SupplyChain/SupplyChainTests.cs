using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kajabi.Tests;
using Newtonsoft.Json.Linq;

namespace Kajabi.Build.Tests.SupplyChain;

/// <summary>Downloads of the build are pinned: actions by commit, packages by hash.</summary>
public sealed partial class SupplyChainTests
{
    private static readonly string s_root = ReferenceFolder.RepositoryRoot();

    private static readonly string[] s_folders = ["build", "src", "tests"];

    private static IEnumerable<string> Workflows => Directory.EnumerateFiles(Path.Combine(s_root, ".github", "workflows"), "*.y*ml");

    [Fact]
    public void Every_action_is_pinned_by_commit_with_its_version_in_a_comment()
    {
        List<string> uses =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(s_root, ".github"), "*.y*ml", SearchOption.AllDirectories)
                .SelectMany(File.ReadAllLines)
                .Where(static line => UsesAction().IsMatch(line))
                .Select(static line => line.Trim()),
        ];

        Assert.NotEmpty(uses);
        Assert.All(uses, static line => Assert.Matches(@"^(- )?uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line));
    }

    [Fact]
    public void Every_workflow_declares_its_permissions_and_writes_no_contents() =>
        Assert.All(
            Workflows,
            static file =>
            {
                string text = File.ReadAllText(file);
                Assert.Matches(@"(?m)^permissions:\n  contents: read$", text);
                Assert.DoesNotMatch(@"write-all|contents: write", text);
            }
        );

    [Fact]
    public void Every_project_has_a_lock_file_that_lists_its_packages_with_hashes()
    {
        string[] projects =
        [
            .. s_folders.SelectMany(static folder =>
                Directory.EnumerateFiles(Path.Combine(s_root, folder), "*.csproj", SearchOption.AllDirectories)
            ),
        ];

        Assert.NotEmpty(projects);
        Assert.All(
            projects,
            static project =>
            {
                JObject locked = JObject.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")));
                List<JProperty> packages =
                [
                    .. locked["dependencies"]!.Children<JProperty>().SelectMany(static framework => framework.Value.Children<JProperty>()),
                ];
                string[] names =
                [
                    .. XDocument
                        .Load(project)
                        .Descendants("PackageReference")
                        .Select(static reference => (string)reference.Attribute("Include")!),
                ];

                Assert.Subset(
                    packages.Select(static package => package.Name).ToHashSet(StringComparer.OrdinalIgnoreCase),
                    names.ToHashSet(StringComparer.OrdinalIgnoreCase)
                );
                Assert.All(
                    packages.Where(static package => (string?)package.Value["type"] != "Project"),
                    static package =>
                        Assert.False(string.IsNullOrEmpty((string?)package.Value["contentHash"]), $"{package.Name} has no hash.")
                );
            }
        );
    }

    [Fact]
    public void CI_restores_in_locked_mode()
    {
        string properties = File.ReadAllText(Path.Combine(s_root, "Directory.Build.props"));

        Assert.Contains(
            "<RestoreLockedMode Condition=\"'$(CI)' == 'true'\">true</RestoreLockedMode>",
            properties,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_release_signs_every_package()
    {
        IEnumerable<string> packages = Directory
            .EnumerateFiles(Path.Combine(s_root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(static file => (Name: Path.GetFileNameWithoutExtension(file), Project: XDocument.Load(file)))
            .Where(static project => (string?)project.Project.Descendants("IsPackable").SingleOrDefault() == "true")
            .Select(static project => (string?)project.Project.Descendants("PackageId").SingleOrDefault() ?? project.Name);
        string release = File.ReadAllText(Path.Combine(s_root, ".github", "workflows", "release.yml"));

        Assert.Equal(
            packages.Order(StringComparer.Ordinal),
            PackageList().Match(release).Groups["name"].Captures.Select(static name => name.Value).Order(StringComparer.Ordinal)
        );
    }

    [GeneratedRegex(@"^\s*(- )?uses:")]
    private static partial Regex UsesAction();

    [GeneratedRegex(@"\n +package:\n( +- (?<name>\S+)\n)+")]
    private static partial Regex PackageList();
}
