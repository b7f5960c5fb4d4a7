using System.Text.RegularExpressions;
using Kajabi.Composer.Validation;

namespace Kajabi.Contract.Tests.Generation;

/// <summary>Templates only write values that the composer checked.</summary>
public sealed partial class TemplateTests
{
    // Values of NSwag: code of other templates, indexes, HTTP methods and schema names, which are identifiers.
    private static readonly HashSet<string> s_generatorValues =
    [
        "Classes",
        "Clients",
        "forloop.index0",
        "operation.HttpMethodUpper",
        "type",
    ];

    public static TheoryData<string> Templates =>
        [.. Directory.EnumerateFiles(GeneratedCode.Templates, "*.liquid").Select(static file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_only_writes_identifiers_literals_and_doc_comments(string template)
    {
        List<string> raw = [];
        foreach (string line in File.ReadLines(Path.Combine(GeneratedCode.Templates, template)))
        {
            foreach (Match output in Output().Matches(line))
            {
                string expression = output.Groups[1].Value;
                bool isSafe = Extension().Match(expression) is { Success: true } extension
                    ? IsSafe(extension.Groups[1].Value, line, output)
                    : s_generatorValues.Contains(expression);
                if (!isSafe)
                {
                    raw.Add($"{template}: {expression} in {line.Trim()}");
                }
            }
        }

        Assert.Empty(raw);
    }

    private static bool IsSafe(string member, string line, Match output)
    {
        bool isDoc = line.TrimStart().StartsWith("///", StringComparison.Ordinal);
        bool isQuoted = output.Index > 0 && line[output.Index - 1] == '"';
        return ComposedChecker.Docs.Contains(member) ? isDoc && !isQuoted
            : ComposedChecker.Literals.Contains(member) ? !isDoc && !isQuoted
            : ComposedChecker.Identifiers.Contains(member) || ComposedChecker.Types.Contains(member);
    }

    [GeneratedRegex(@"\{\{-?\s*(.*?)(?:\s*\|\s*(?:upcase|remove: ""\?""|split: ""<"" \| first))?\s*-?\}\}")]
    private static partial Regex Output();

    [GeneratedRegex(@"\A(?:x|value|(?:property\.|parameter\.|operation\.|first\.)?ExtensionData)\[""(x-[a-z-]+)""\]\z")]
    private static partial Regex Extension();
}
