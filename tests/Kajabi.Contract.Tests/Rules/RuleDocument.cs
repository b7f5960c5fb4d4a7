using System.Text;
using Kajabi.Contract.Rules;
using OpenApi.Documents.Findings;
using OpenApi.Drift.Rules;

namespace Kajabi.Contract.Tests.Rules;

/// <summary>The files that are generated from the rules.</summary>
internal static class RuleDocument
{
    private const string SchemaIntroduction =
        "`…` is the location of the schema: `request-parameter`, `request-body`, `response-body` or `response-header` for the value\n"
        + "itself; `request-parameter-property`, `request-property`, `response-property` or `response-header-property` for its members.";

    private static readonly (RuleCategory Category, string Title, string Introduction)[] s_sections =
    [
        (RuleCategory.File, "Files", "The command ends, because the file cannot be used."),
        (RuleCategory.Contract, "OpenAPI documents and overlays", "`lint` reports them all; a build reports those that affect it."),
        (
            RuleCategory.Build,
            "Builds",
            "A build of the SDK reports them; `compose` also reports KC0005, and `impact` and `update` also report KC0027."
        ),
        (RuleCategory.Api, "Public API of the SDK", "`impact` and `update` report them."),
        (RuleCategory.Payload, "Recorded documents and responses", "`payloads` and `live` report them."),
        (RuleCategory.Unchecked, "Incomplete checks", "`payloads` and `live` report them as defects."),
        (RuleCategory.Maintenance, "Our own files", "They are reported as defects."),
    ];

    /// <summary>Returns the text of docs/contract-rules.md.</summary>
    public static string Markdown(string updateCommand)
    {
        StringBuilder text = new();
        text.Append("# Rules of the contract checks\n\n")
            .Append("This file is generated from the rules in the code. After a change of a rule, update it with\n")
            .Append($"`{updateCommand}`.\n");
        foreach ((RuleCategory category, string title, string introduction) in s_sections)
        {
            Section(text, title, introduction, "| Rule | Severity | Finding | Remedy |\n| --- | --- | --- | --- |");
            foreach (Rule rule in RuleCatalog.All.Where(rule => rule.Category == category).OrderBy(static rule => rule.Id))
            {
                string always = rule is { IsFatal: true, Category: RuleCategory.Contract }
                    ? "; an error even with `--lenient`"
                    : string.Empty;
                text.Append($"| {rule.Id} | {Text(rule.Severity)} | {rule.Title}{always} | {rule.Remedy} |\n");
            }
        }

        Section(
            text,
            "API changes: schemas",
            SchemaIntroduction,
            "| Change of a schema | In a request | In a response | Description |\n| --- | --- | --- | --- |"
        );
        foreach (SchemaRule rule in RuleTable.SchemaRules)
        {
            text.Append($"| {string.Join(", ", Ids(rule).Select(static id => $"`{id}`"))} | {Cell(rule, SchemaLocation.RequestBody)} ")
                .Append($"| {Cell(rule, SchemaLocation.ResponseBody)} | {rule.Message} |\n");
        }

        Section(
            text,
            "Other API changes",
            "The severity is the one outside of callbacks and webhooks.",
            "| Other change | Severity | Description |\n| --- | --- | --- |"
        );
        foreach (Rule rule in RuleTable.Rules)
        {
            text.Append($"| `{rule.Id}` | {Text(rule.Severity)} | {rule.Title} |\n");
        }

        return text.ToString();
    }

    /// <summary>Returns the text of build/ContractRules.props: the rules that remain warnings under <c>-warnaserror</c>.</summary>
    public static string Properties() =>
        $"""
            <Project>

              <!-- Generated from the rules in the code. After a change of a rule, update it as docs/contract-rules.md states. -->
              <PropertyGroup>
                <!-- They can be expected: some versions of the document do not need an overlay action. -->
                <KajabiExpectedWarnings>{Join(static rule => rule.MayBeExpected)}</KajabiExpectedWarnings>
                <!-- Errors in another party's document, which cannot be fixed there. -->
                <KajabiLenientWarnings>{Join(static rule => rule is { MayBeExpected: false, IsFatal: false })}</KajabiLenientWarnings>
              </PropertyGroup>

            </Project>

            """.ReplaceLineEndings("\n");

    private static string Join(Func<Rule, bool> isIncluded) =>
        string.Join(';', RuleCatalog.BuildRules.Where(isIncluded).Select(static rule => rule.Id).Order(StringComparer.Ordinal));

    private static void Section(StringBuilder text, string title, string introduction, string head) =>
        text.Append($"\n## {title}\n\n{introduction}\n\n{head}\n");

    private static IEnumerable<string> Ids(SchemaRule rule) =>
        rule.RequestId is null ? [$"…-{rule.Change}"] : new[] { rule.RequestId, rule.ResponseId! };

    private static string Cell(SchemaRule rule, SchemaLocation location) =>
        rule.AppliesTo(location) ? Text(rule.At(location, isWhole: false).Severity) : "n/a";

    private static string Text(Severity severity) => severity.ToString().ToLowerInvariant();
}
