using System.Text;
using Kajabi.Composer.CommandLine;
using Kajabi.Contract.Commands;
using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Tests.Reading;

/// <summary>Files that would exhaust memory or time are rejected with the limit and the line, with bounded memory and time.</summary>
public sealed class HostileYamlTests : IDisposable
{
    private const long MaxAllocatedBytes = 1_500_000_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("kajabi-yaml-").FullName;

    public static TheoryData<string, string> Rejected =>
        new()
        {
            { "aliases of aliases", "KC0025" },
            { "a million aliases", "KC0025" },
            { "merge keys", "KC0025" },
            { "deep flow lists", "KC0025" },
            { "deep block lists", "KC0025" },
            { "large file", "KC0025" },
            { "NUL", "NUL character" },
            { "invalid UTF-8", "not valid UTF-8" },
            { "two documents", "second document" },
            { "recursive alias", "does not refer to an earlier anchor" },
            { "mapping as key", "must be a string" },
            { "value on the first column", "not YAML" },
        };

    [Theory]
    [MemberData(nameof(Rejected))]
    public void A_file_that_exceeds_a_limit_is_rejected_with_line_and_reason(string kind, string reason)
    {
        string path = Write(Build(kind));
        long start = GC.GetAllocatedBytesForCurrentThread();
        using StringWriter errors = new();

        int exitCode = DriftCommand.Run(path, path, new ReportSettings(ReportFormat.Text, null, FailOn.Any, null), TextWriter.Null, errors);

        Assert.Equal(3, exitCode);
        Assert.Matches(@"contract\.yaml\(\d+,\d+\): error KC00(00|25): ", errors.ToString());
        Assert.Contains(reason, errors.ToString(), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - start, 0, MaxAllocatedBytes);
    }

    [Theory]
    [InlineData("""{"a": "b", "\ud800": 1}""", 1, 13)]
    [InlineData("""{"a": "\ud83d\ude00 \uDC00"}""", 1, 21)]
    [InlineData("a: b\nc: \"x\n  \\\\ud800 \\ud800 y\"", 3, 11)]
    [InlineData("""a: "\U0000dfff" """, 1, 5)]
    public void Half_a_surrogate_pair_is_rejected_with_its_position_and_a_remedy(string text, int line, int column)
    {
        Finding finding = Assert.Single(Assert.Throws<UnreadableFileException>(() => SourceFile.Parse(text, "a.json")).Findings);

        Assert.StartsWith($"a.json({line},{column}): error KC0000: The escape `", finding.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(SurrogateEscapes.Remedy, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a": "\ud83d\ude00"}""", "\U0001F600")]
    [InlineData("""{"a": "\\ud800"}""", "\\ud800")]
    [InlineData("""a: \ud800 # \ud800""", "\\ud800")]
    public void Surrogate_pairs_and_texts_that_look_like_escapes_are_read(string text, string expected) =>
        Assert.Equal(expected, (string?)SourceFile.Parse(text, "a.json").Root["a"]);

    // The parser skips the value of such an entry in a nested mapping, and takes what follows for it.
    [Theory]
    [InlineData("a:\n  - b: c\n    d:\n        e:\n         : f\ng:\n", 5)]
    [InlineData("a:\n    d:\n        e:\n         : f\ng:\n", 4)]
    [InlineData("a:\n  : x\n  : y\nb: 1\n", 2)]
    [InlineData("a:\n  : x\n  b: 1\n", 2)]
    [InlineData("a:\n- : x\n  : y\n", 2)]
    [InlineData("a:\n  b: 1\n  :\n  :\n", 3)]
    [InlineData(": x\n", 1)]
    public void An_entry_without_a_key_is_rejected(string text, int line)
    {
        Finding finding = Assert.Single(Assert.Throws<UnreadableFileException>(() => SourceFile.Parse(text, "a.yaml")).Findings);

        Assert.StartsWith($"a.yaml({line},", finding.ToString(), StringComparison.Ordinal);
        Assert.Contains("has no key", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a:\n\tb: 1\n", 2, 1)]
    [InlineData("a:\n  - b\n\t- c\n", 3, 1)]
    public void A_tab_in_an_indentation_is_rejected_with_its_position(string text, int line, int column)
    {
        Finding finding = Assert.Single(Assert.Throws<UnreadableFileException>(() => SourceFile.Parse(text, "a.yaml")).Findings);

        Assert.StartsWith(
            $"a.yaml({line},{column}): error KC0000: The indentation contains a tab",
            finding.ToString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("0x1F", 31)]
    [InlineData("0o17", 15)]
    public void Hexadecimal_and_octal_numbers_are_numbers(string text, long expected) =>
        Assert.Equal(new JValue(expected), SourceFile.Parse($"a: {text}", "a.yaml").Root["a"]);

    [Theory]
    [InlineData("'0x1F'")]
    [InlineData("0xG")]
    [InlineData("0x10000000000000000")]
    public void Other_texts_with_such_a_prefix_are_texts(string text) =>
        Assert.Equal(new JValue(text.Trim('\'')), SourceFile.Parse($"a: {text}", "a.yaml").Root["a"]);

    [SkippableFact]
    public void An_infinite_device_is_read_up_to_the_limit()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Needs /dev/zero.");
        using StringWriter errors = new();

        Assert.Equal(
            3,
            LintCommand.Run("/dev/zero", null, new ReportSettings(ReportFormat.Text, null, FailOn.Any, null), TextWriter.Null, errors)
        );
        Assert.Contains("KC0025", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$..*..*..*..*..*", "more than 20,000,000 steps")]
    [InlineData("$..[?search(@.description, '^(([a-zA-Z .]+)+)+$')]", "matches nothing")]
    public void The_evaluation_time_of_an_overlay_target_is_bounded(string target, string problem)
    {
        string nested = new string('[', 300) + new string(']', 300);
        string contract = Write(
            Encoding.UTF8.GetBytes(
                $"openapi: 3.1.0\ninfo: {{title: a, version: '1', description: '{new string('a', 60)}!', x-a: {nested}}}\npaths: {{}}\n"
            )
        );
        string overlay = Path.Combine(_folder, "overlay.yaml");
        File.WriteAllText(
            overlay,
            $"overlay: 1.0.0\ninfo: {{title: a, version: '1'}}\nactions:\n- target: {target}\n  description: b\n  update: {{x: 1}}\n"
        );
        using StringWriter errors = new();

        ComposeCommand.Run(contract, overlay, Path.Combine(_folder, "composed.json"), isLenient: true, errors);

        Assert.Contains(problem, errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nested_anchors_store_each_value_once()
    {
        const int Anchors = 400;
        const int Values = 2_000;
        string open = string.Concat(Enumerable.Range(0, Anchors).Select(static index => $"&a{index} ["));
        string path = Write(
            Encoding.UTF8.GetBytes($"a: {open}{string.Join(',', Enumerable.Repeat("x", Values))}{new string(']', Anchors)}\n")
        );
        long start = GC.GetAllocatedBytesForCurrentThread();

        SourceFile.Load(path);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - start, 0, 20_000_000);
    }

    [Fact]
    public void Aliases_within_anchors_are_expanded()
    {
        string path = Write("a: &a [1, &b {x: y}]\nb: &c {k: *a, l: *b}\nc: [*c, *c]\n"u8.ToArray());

        JObject expected = JObject.Parse(
            """
            {
              "a": [1, { "x": "y" }],
              "b": { "k": [1, { "x": "y" }], "l": { "x": "y" } },
              "c": [{ "k": [1, { "x": "y" }], "l": { "x": "y" } }, { "k": [1, { "x": "y" }], "l": { "x": "y" } }]
            }
            """
        );
        Assert.Equal(expected.ToString(), SourceFile.Load(path).Root.ToString());
    }

    [Fact]
    public void A_document_of_10000_operations_is_read()
    {
        string path = Write(Encoding.UTF8.GetBytes(LargeContract.Yaml(10_000)));

        Assert.Equal(10_000, ((JObject)SourceFile.Load(path).Root["paths"]!).Count);
    }

    [Fact]
    public void A_file_with_too_many_values_is_rejected_at_the_line_that_exceeds_the_limit()
    {
        YamlEvents events = new(new YamlDotNet.Core.Parser(new StringReader("a: [x,\n  x,\n  x,\n  x]\n")), maxEvents: 7);

        LimitException exception = Assert.Throws<LimitException>(() =>
        {
            while (events.MoveNext()) { }
        });

        Assert.Equal(3, exception.Position.Line);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Build(string kind) =>
        kind switch
        {
            "aliases of aliases" => Text($"a0: &a0 [x,x,x,x,x,x,x,x,x]\n{Levels(static level => $"&a{level} [{Aliases(level - 1)}]")}"),
            "a million aliases" => Text($"a: &a [x]\nb: [{string.Join(',', Enumerable.Repeat("*a", 1_000_000))}]\n"),
            "merge keys" => Text(
                $"a0: &a0 {{x0: 1}}\n{Levels(static level => $"&a{level} {{<<: [{Aliases(level - 1)}], x{level}: *a{level - 1}}}")}"
            ),
            "deep flow lists" => Text($"a: {new string('[', 100_000)}{new string(']', 100_000)}\n"),
            "deep block lists" => Text($"a:\n  {string.Concat(Enumerable.Repeat("- ", 100_000))}x\n"),
            "large file" => [.. Text("a: '"), .. Enumerable.Repeat((byte)'x', ReadingLimits.MaxBytes), (byte)'\''],
            "NUL" => Text("openapi: 3.1.0\npaths: {}\n\0hidden: {}\n"),
            "invalid UTF-8" => [.. Text("openapi: 3.1.0\nx: "), 0xFF, 0xFE, (byte)'\n'],
            "two documents" => Text("openapi: 3.1.0\npaths: {}\n---\nopenapi: 3.1.0\n"),
            "value on the first column" => Text("a: [x,\nx,\nx,\nx]\n"),
            "recursive alias" => Text("a: &a [*a]\n"),
            _ => Text("? {a: b}\n: c\n"),
        };

    private static string Aliases(int level) => string.Join(',', Enumerable.Repeat($"*a{level}", 9));

    private static string Levels(Func<int, string> value) =>
        string.Concat(Enumerable.Range(1, 30).Select(level => $"a{level}: {value(level)}\n"));

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private string Write(byte[] content)
    {
        string path = Path.Combine(_folder, "contract.yaml");
        File.WriteAllBytes(path, content);
        return path;
    }
}
