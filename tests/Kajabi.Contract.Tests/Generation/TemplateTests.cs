using System.Text.RegularExpressions;
using Kajabi.Contract.Compose;

namespace Kajabi.Contract.Tests.Generation;

/// <summary>Templates write what the composer checked, and nothing else.</summary>
public sealed partial class TemplateTests
{
    // What NSwag gives the templates: code that other templates wrote, positions, HTTP methods, and names of schemas, which are identifiers.
    private static readonly HashSet<string> s_ofGenerator =
    [
        "ClassName",
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
    public void A_template_writes_identifiers_finished_literals_and_doc_comments_only(string template)
    {
        List<string> raw = [];
        foreach (string line in File.ReadLines(Path.Combine(GeneratedCode.Templates, template)))
        {
            foreach (Match output in Output().Matches(line))
            {
                string expression = output.Groups[1].Value;
                bool isSafe = Extension().Match(expression) is { Success: true } extension
                    ? IsSafe(extension.Groups[1].Value, line, output)
                    : s_ofGenerator.Contains(expression);
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

    [GeneratedRegex(@"\{\{-?\s*(.*?)(?:\s*\|\s*(?:upcase|remove: ""\?""))?\s*-?\}\}")]
    private static partial Regex Output();

    [GeneratedRegex(@"\A(?:x|(?:property\.|parameter\.|operation\.|first\.)?ExtensionData)\[""(x-[a-z-]+)""\]\z")]
    private static partial Regex Extension();
}
