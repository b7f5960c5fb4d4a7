using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kajabi.Composer.CommandLine;
using Kajabi.Composer.Rules;
using Kajabi.Composer.Tests.Compose;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>
/// Whatever the composer accepts compiles, and whatever it rejects has a reason. <c>KAJABI_RANDOM_CONTRACTS</c> sets the number of
/// documents, <c>KAJABI_RANDOM_FIRST</c> the first seed, and <c>KAJABI_RANDOM_FOLDER</c> a folder in which to save the documents that fail.
/// </summary>
public sealed partial class RandomContractTests
{
    private const int DefaultCount = 200;
    private const int Threads = 2;

    /// <summary>One of so many documents is compiled completely, to check that binding the other files finds nothing.</summary>
    private const int CompleteRate = 50;

    // One document takes about a second, so a document that takes as long as this does not end.
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);

    private static readonly Dictionary<string, Rule> s_rules = Rule.DeclaredIn<Rule>(typeof(ComposerRules))
        .Concat(Rule.DeclaredIn<Rule>(typeof(DocumentRules)))
        .ToDictionary(static rule => rule.Id);

    private readonly string _overlay = File.ReadAllText(OurContract.OverlayPath);
    private readonly ConcurrentQueue<string> _failures = [];
    private int _accepted;

    [Fact]
    public async Task A_random_document_is_rejected_with_a_reason_or_compiles()
    {
        int first = Variable("KAJABI_RANDOM_FIRST", 0);
        int count = Variable("KAJABI_RANDOM_CONTRACTS", DefaultCount);

        await Parallel.ForEachAsync(
            Enumerable.Range(first, count),
            new ParallelOptions { MaxDegreeOfParallelism = Threads },
            async (seed, _) => await CheckAsync(seed)
        );

        Assert.True(_failures.IsEmpty, $"{_failures.Count} documents failed.\n\n{string.Join("\n\n", _failures.Take(20))}");
        Assert.True(count < DefaultCount || _accepted > count / 2, $"{_accepted} of {count} documents were accepted.");
    }

    private async Task CheckAsync(int seed)
    {
        // Escaped, because a file cannot contain a half of a surrogate pair.
        JObject contract = RandomContract.Create(seed);
        string document = JsonConvert.SerializeObject(
            contract,
            Formatting.Indented,
            new JsonSerializerSettings { StringEscapeHandling = StringEscapeHandling.EscapeNonAscii }
        );
        List<string> problems = [];
        try
        {
            await Task.Run(() => CheckAsync(document, IsReadable(contract), seed % CompleteRate == 0, problems)).WaitAsync(s_limit);
        }
        catch (Exception exception)
        {
            problems.Add(exception.ToString());
        }

        if (problems.Count == 0)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("KAJABI_RANDOM_FOLDER") is { Length: > 0 } folder)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{seed}.json"), document);
        }

        _failures.Enqueue(
            $"KAJABI_RANDOM_FIRST={seed} KAJABI_RANDOM_CONTRACTS=1 dotnet test tests/Kajabi.Composer.Tests --filter RandomContract\n"
                + string.Join('\n', problems.Take(10))
        );
    }

    private async Task CheckAsync(string document, bool isReadable, bool isComplete, List<string> problems)
    {
        using Composition strict = Composition.Create(document, _overlay);
        using Composition lenient = Composition.Create(document, _overlay, isLenient: true);
        problems.AddRange(FindProblems(strict, isReadable).Concat(FindProblems(lenient, isReadable)));
        if (lenient.Output is null)
        {
            return;
        }

        Interlocked.Increment(ref _accepted);
        if (strict.Output is not null && strict.Output != lenient.Output)
        {
            problems.Add("A document without errors is composed differently with --lenient.");
        }

        problems.AddRange(LibraryCompiler.Build(await GeneratedCode.GenerateAsync(lenient.Output), isComplete).Errors);
    }

    /// <summary>Returns what is wrong with a result: the exit code, or findings without a reason.</summary>
    private static IEnumerable<string> FindProblems(Composition composition, bool isReadable)
    {
        if (!isReadable)
        {
            return composition is { ExitCode: 3, Output: null, Findings: [var only] } && IsComplete(only, SurrogateEscapes.Remedy, "KC0000")
                ? []
                : [$"Half a surrogate pair: exit code {composition.ExitCode}, {string.Join('\n', composition.Findings)}"];
        }

        bool hasErrors = composition.Findings.Any(static finding => finding.Contains(": error ", StringComparison.Ordinal));
        bool isValid = composition.Output is null ? composition.ExitCode == 1 && hasErrors : composition.ExitCode == 0 && !hasErrors;
        return composition
            .Findings.Where(static finding => !IsComplete(finding))
            .Select(static finding => $"A finding has no position or remedy: {finding}")
            .Concat(isValid ? [] : [$"The exit code is {composition.ExitCode}: {string.Join('\n', composition.Findings)}"]);
    }

    // A file that cannot be read has no other findings, so its rule is complete only there.
    private static bool IsComplete(string finding) =>
        Finding().Match(finding) is { Success: true } match
        && s_rules.TryGetValue(match.Groups["rule"].Value, out Rule? rule)
        && rule != DocumentRules.UnreadableFile
        && IsComplete(finding, rule.Remedy, rule.Id);

    private static bool IsComplete(string finding, string remedy, string rule) =>
        Finding().Match(finding) is { Success: true } match
        && match.Groups["position"].Value != "(1,1)"
        && match.Groups["rule"].Value == rule
        && finding.EndsWith(ConsoleText.Line(remedy), StringComparison.Ordinal);

    /// <summary>Returns whether a document contains only whole surrogate pairs.</summary>
    private static bool IsReadable(JObject contract) =>
        contract
            .Descendants()
            .Select(static token => (token as JProperty)?.Name ?? (token as JValue)?.Value as string ?? string.Empty)
            .All(static text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text);

    private static int Variable(string name, int defaultValue) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int value) ? value : defaultValue;

    [GeneratedRegex(@"\A[^\r\n]*(contract|overlay)\.yaml(?<position>\(\d+,\d+\)): (error|warning) (?<rule>KC\d{4}): [^\r\n]+\z")]
    private static partial Regex Finding();
}
