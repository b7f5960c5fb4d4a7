using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Kajabi.Composer.Tests.Compose;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>
/// Hostile text in all locations of an OpenAPI document. Either the document is rejected, or its code differs from the code of a harmless
/// document only in string literals and in the text of doc comments.
/// </summary>
public sealed partial class HostileContractTests
{
    // Many hostile texts are compared with the same harmless document.
    private static readonly ConcurrentDictionary<string, Task<string>> s_harmless = new(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. HostileLocations.Names.Keys];

    public static TheoryData<string> Texts => [.. HostileLocations.Texts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_name_is_rejected_or_becomes_a_literal(string location)
    {
        List<string> differences = [];
        foreach (string text in HostileTexts.All)
        {
            using Composition hostile = Compose(HostileLocations.Names[location], text);
            if (hostile.Output is null)
            {
                // The message contains the position and the remedy.
                Assert.All(hostile.Findings, static finding => Assert.Matches(Finding(), finding));
                Assert.Contains(hostile.Findings, static finding => finding.Contains(": error KC002", StringComparison.Ordinal));
                continue;
            }

            // A lenient build omits an invalid key, like an empty one.
            bool isOmitted = hostile.Findings.Any(static finding => finding.Contains("KC0024", StringComparison.Ordinal));
            using Composition harmless = Compose(
                HostileLocations.Names[location],
                isOmitted ? string.Empty
                    : location.StartsWith("path", StringComparison.Ordinal) ? NoLettersInPath().Replace(text, "-")
                    : Harmless(text)
            );
            Assert.True(harmless.Output is not null, $"{location}, {Harmless(text)}: {string.Join('\n', harmless.Findings)}");
            differences.AddRange((await CompareAsync(harmless.Output, hostile.Output)).Select(difference => $"{text}: {difference}"));
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Hostile_text_changes_only_comments(string location)
    {
        List<string> differences = [];
        using Composition harmless = Compose(HostileLocations.Texts[location], "text");
        foreach (string text in HostileTexts.All)
        {
            using Composition hostile = Compose(HostileLocations.Texts[location], text);

            Assert.True(hostile.Output is not null, $"{location}, {text}: {string.Join('\n', hostile.Findings)}");
            differences.AddRange((await CompareAsync(harmless.Output!, hostile.Output)).Select(difference => $"{text}: {difference}"));
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public async Task A_literal_has_the_value_of_the_document()
    {
        const string Value = "x\" + Injected + \"\\ {{ 7 }}__EMPTY-TEMPLATE__ \u00E9";
        using Composition harmless = Compose(HostileLocations.Names["value of an enum"], Harmless(Value));
        using Composition hostile = Compose(HostileLocations.Names["value of an enum"], Value);
        SyntaxComparer comparer = new();

        Assert.Empty(
            comparer.Compare(await GeneratedCode.GenerateAsync(harmless.Output!), await GeneratedCode.GenerateAsync(hostile.Output!))
        );
        // The value, the list of known values and the constant.
        Assert.Equal([Value, Value, Value], comparer.Literals);
    }

    [Theory]
    [InlineData(
        "Class.ExtensibleEnum",
        "value of an enum",
        "x\" + Injected + \"",
        "{{ member.literal }}",
        "\"{{ Enums[forloop.index0].Value }}\""
    )]
    [InlineData("Class.ExtensibleEnum", "value of an enum", "x\\", "{{ member.literal }}", "\"{{ Enums[forloop.index0].Value }}\"")]
    [InlineData("Client.Interface", "summary", "x\nclass Injected { }", "{{ x.summary }}", "{{ operation.Summary }}")]
    [InlineData(
        "Client.Interface",
        "summary",
        "x</summary><see cref=\"Injected\" /><summary>",
        "{{ x.summary }}",
        "{{ operation.Summary }}"
    )]
    [InlineData("Client.Interface", "summary", "x\n#error Injected", "{{ x.summary }}", "{{ operation.Summary }}")]
    public async Task A_template_without_escaping_is_detected(string template, string location, string text, string escaped, string raw)
    {
        Action<JObject, string> insert = HostileLocations.Names.GetValueOrDefault(location) ?? HostileLocations.Texts[location];
        string folder = Directory.CreateTempSubdirectory("kajabi-templates-").FullName;
        foreach (string file in Directory.EnumerateFiles(GeneratedCode.Templates))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        string path = Path.Combine(folder, $"{template}.liquid");
        Assert.Contains(escaped, await File.ReadAllTextAsync(path), StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace(escaped, raw, StringComparison.Ordinal));
        using Composition harmless = Compose(insert, Harmless(text));
        using Composition hostile = Compose(insert, text);

        IReadOnlyList<string> withEscaping = await CompareAsync(harmless.Output!, hostile.Output!);
        IReadOnlyList<string> withoutEscaping = await CompareAsync(harmless.Output!, hostile.Output!, folder);
        Directory.Delete(folder, recursive: true);

        Assert.Empty(withEscaping);
        Assert.NotEmpty(withoutEscaping);
    }

    [GeneratedRegex("[^\\p{L}\\p{Nd}.]+")]
    private static partial Regex NoLetters();

    [GeneratedRegex("[^\\p{L}\\p{Nd}.{}/]+")]
    private static partial Regex NoLettersInPath();

    [GeneratedRegex(@"\A[^\r\n]*(contract|overlay)\.yaml\(\d+,\d+\): (error|warning) KC\d{4}: [^\r\n]+\z")]
    private static partial Regex Finding();

    /// <summary>Keeps letters, digits and dots, so that the identifiers and the include paths are the same.</summary>
    private static string Harmless(string text) => NoLetters().Replace(text, "_");

    private static Composition Compose(Action<JObject, string> insert, string text)
    {
        JObject contract = BaseContract.Read();
        insert(contract, text);
        return Composition.Create(contract.ToString(), isLenient: true);
    }

    private static async Task<IReadOnlyList<string>> CompareAsync(string harmless, string hostile, string? templates = null) =>
        harmless == hostile
            ? []
            : new SyntaxComparer().Compare(
                await (
                    templates is null
                        ? s_harmless.GetOrAdd(harmless, static composed => GeneratedCode.GenerateAsync(composed))
                        : GeneratedCode.GenerateAsync(harmless, templates)
                ),
                await GeneratedCode.GenerateAsync(hostile, templates)
            );
}
