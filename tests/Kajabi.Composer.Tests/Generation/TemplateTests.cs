using System.Text.RegularExpressions;
using Kajabi.Composer.Validation;

namespace Kajabi.Composer.Tests.Generation;

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

    private static readonly HashSet<(string, string)> s_variables =
    [
        ("x", """ExtensionData["x-csharp"]"""),
        ("x", """operation.ExtensionData["x-csharp"]"""),
        ("first", """operation.ExtensionData["x-csharp"]"""),
        ("operation", "Operations | first"),
        ("operation", "Operations"),
        ("member", "x.members"),
        ("member", "x.filterParameters"),
        ("filter", "get.attributeFilters"),
        ("filter", "list.attributeFilters"),
        ("value", "filter.suffixes"),
        ("parameter", "x.parameters"),
        ("get", "member.get"),
        ("list", "member.list"),
        ("create", "member.create"),
        ("update", "member.update"),
        ("delete", "member.delete"),
        ("value", "get.required"),
        ("value", "get.includes"),
        ("value", "get.sorts"),
        ("value", "get.filters"),
        ("value", "list.required"),
        ("value", "list.includes"),
        ("value", "list.sorts"),
        ("value", "list.filters"),
        ("hasExtensions", "false"),
        ("hasExtensions", "true"),
        ("isFirst", "false"),
        ("isFirst", "true"),
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

    [Theory]
    [MemberData(nameof(Templates))]
    public void The_values_that_a_template_writes_come_from_the_extension(string template)
    {
        IEnumerable<(string Name, string Value)> variables = Variable()
            .Matches(File.ReadAllText(Path.Combine(GeneratedCode.Templates, template)))
            .Select(static variable => (variable.Groups[1].Value, variable.Groups[2].Value));

        Assert.All(variables, static variable => Assert.Contains(variable, s_variables));
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

    [GeneratedRegex(@"\A(?:x|first|member|parameter|get|list|create|update|delete|value|filter)(?:\.[a-z]+)*?\.([a-zA-Z]+)\z")]
    private static partial Regex Extension();

    [GeneratedRegex(@"\{%-?\s*(?:assign|for)\s+(\w+)\s+(?:=|in)\s+(.*?)\s*-?%\}")]
    private static partial Regex Variable();
}
