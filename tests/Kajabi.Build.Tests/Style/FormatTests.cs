using System.Xml.Linq;
using Kajabi.Tests;
using Newtonsoft.Json.Linq;

namespace Kajabi.Build.Tests.Style;

/// <summary>C# files, the generated one included, have the format of CSharpier.</summary>
public sealed class FormatTests
{
    private const int MaxLineLength = 140;

    [Fact]
    public void Every_file_has_the_format_of_the_formatter()
    {
        List<string> files = [.. CSharpFiles().Select(static file => file.RelativePath)];

        (int exitCode, string output) = Formatter.Check([.. files]);

        Assert.NotEmpty(files);
        Assert.True(exitCode == 0, $"Run `dotnet tool restore && dotnet csharpier format .`:\n{output}");
        Assert.Contains($"Checked {files.Count} files", output, StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_is_longer_than_140_columns()
    {
        List<string> lines =
        [
            .. CSharpFiles()
                .SelectMany(static file =>
                    file.Text.Split('\n').Select((line, index) => (file.RelativePath, Number: index + 1, line.Length))
                )
                .Where(static line => line.Length > MaxLineLength)
                .Select(static line => $"{line.RelativePath}:{line.Number}: {line.Length} columns"),
        ];

        Assert.True(lines.Count == 0, $"{lines.Count} lines are longer than {MaxLineLength} columns:\n{string.Join('\n', lines)}");
    }

    [Fact]
    public void Generated_code_has_the_format_of_the_formatter()
    {
        (int exitCode, string output) = Formatter.Check(Formatter.GeneratedCodePath);

        Assert.True(exitCode == 0, output);
        Assert.Contains("Checked 1 files", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Generated_code_is_as_readable_as_handwritten_code()
    {
        string[] lines = File.ReadAllText(Formatter.GeneratedCodePath).TrimEnd('\n').Split('\n');

        Assert.DoesNotContain(lines.Zip(lines.Skip(1)), static pair => pair is { First.Length: 0, Second.Length: 0 });
        Assert.DoesNotContain(lines, static line => line.Length > MaxLineLength);
        Assert.DoesNotContain(lines, static line => line.EndsWith(' ') || line.Contains('\t', StringComparison.Ordinal));
        // A comment belongs to the member that follows it.
        Assert.DoesNotContain(
            lines.Zip(lines.Skip(1)),
            static pair => pair.First.TrimStart().StartsWith("///", StringComparison.Ordinal) && pair.Second.Length == 0
        );
    }

    [Fact]
    public void The_build_and_the_command_line_use_the_same_version_of_the_formatter()
    {
        string root = ReferenceFolder.RepositoryRoot();
        JObject tools = JObject.Parse(File.ReadAllText(Path.Combine(root, ".config", "dotnet-tools.json")));
        string? package = (string?)
            XDocument
                .Load(Path.Combine(root, "Directory.Packages.props"))
                .Descendants("PackageVersion")
                .Single(static version => (string?)version.Attribute("Include") == "CSharpier.MsBuild")
                .Attribute("Version");

        Assert.NotNull(package);
        Assert.Equal(package, (string?)tools["tools"]!["csharpier"]!["version"]);
    }

    private static IEnumerable<(string RelativePath, string Text)> CSharpFiles() =>
        ProjectFiles.Read().Where(static file => file.RelativePath.EndsWith(".cs", StringComparison.Ordinal));
}
