using System.CommandLine;
using System.CommandLine.Parsing;

namespace Kajabi.Cli.Tests;

/// <summary>Each command line of the READMEs and of <c>docs/</c> can be parsed.</summary>
public sealed class DocumentedCommandTests
{
    private const string Start = "kajabi ";

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_documented_command_can_be_parsed(string line)
    {
        RootCommand root = CliApplication.CreateRootCommand(new Terminal(TextWriter.Null, TextWriter.Null, static _ => null));

        ParseResult result = root.Parse(
            [.. CommandLineParser.SplitCommandLine(line).Skip(1)],
            new ParserConfiguration { ResponseFileTokenReplacer = null }
        );

        Assert.Equal([], result.Errors.Select(static error => error.Message));
    }

    public static TheoryData<string> Lines()
    {
        string root = ReferenceFolder.RepositoryRoot();
        string[] files =
        [
            Path.Combine(root, "README.md"),
            Path.Combine(root, "src", "Kajabi.Cli", "README.md"),
            .. Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md"),
        ];
        TheoryData<string> lines =
        [
            .. files
                .SelectMany(GetBashLines)
                .SelectMany(static line => line.Split(" # ")[0].Split(["&&", "|", ">"], StringSplitOptions.None))
                .Select(static line => line.Trim())
                .Where(static line => line.StartsWith(Start, StringComparison.Ordinal))
                .Distinct(),
        ];
        Assert.InRange(lines.Count, 10, 200);
        return lines;
    }

    private static IEnumerable<string> GetBashLines(string file)
    {
        bool isBash = false;
        string pending = string.Empty;
        foreach (string line in File.ReadLines(file))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isBash = line == "```bash";
            }
            else if (isBash && line.EndsWith('\\'))
            {
                pending += line[..^1];
            }
            else if (isBash)
            {
                yield return pending + line.Trim();
                pending = string.Empty;
            }
        }
    }
}
