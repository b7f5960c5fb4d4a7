using System.CommandLine;
using Kajabi.Composer.CommandLine;
using Kajabi.Contract.Configuration;
using Kajabi.Contract.Reporting;
using Kajabi.Contract.Rules;
using Kajabi.Contract.Sources;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;
using OpenApi.Drift;

namespace Kajabi.Contract.Commands;

/// <summary><c>explain</c>: explains why a finding of <c>drift</c> has its severity.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        Argument<string> fingerprint = new("fingerprint") { Description = "The fingerprint of a finding of drift." };
        Argument<string> before = new("base") { Description = "The base that was compared." };
        Argument<string> after = new("revision") { Description = "The revision that was compared." };
        Option<string?> configuration = new("--config")
        {
            Description =
                $"The configuration file. Default: {CheckConfiguration.FileName} beside the base, else "
                + $"openapi/{CheckConfiguration.FileName}, if it exists.",
        };
        Option<DateOnly?> date = DriftCommand.CreateDateOption();
        Command command = new("explain", "Explain why a finding of drift has its severity.")
        {
            fingerprint,
            before,
            after,
            configuration,
            date,
        };
        fingerprint.Validators.Add(static result =>
        {
            if (result.Tokens is [{ Value: var id }] && RuleCatalog.Find(id) is not null)
            {
                result.AddError($"`{id}` is a rule, not a fingerprint. `{ProgramName.Value} rules {id}` explains it.");
            }
        });
        DocumentSource.RequireSingleStandardInput(command, [before, after]);
        command.SetAction(parsed =>
            Run(
                parsed.GetValue(fingerprint)!,
                parsed.GetValue(before)!,
                parsed.GetValue(after)!,
                parsed.GetValue(configuration) ?? CheckConfiguration.Find(DocumentSource.LocalPath(parsed.GetValue(before)!)),
                Console.Out,
                Console.Error,
                parsed.GetValue(date)
            )
        );
        return command;
    }

    internal static int Run(
        string fingerprint,
        string before,
        string after,
        string? configurationPath,
        TextWriter output,
        TextWriter errors,
        DateOnly? date = null
    )
    {
        try
        {
            CheckConfiguration configuration = configurationPath is null
                ? CheckConfiguration.Default
                : CheckConfiguration.Load(configurationPath);
            DriftReport report = DriftComparison.Compare(
                DocumentSource.Default.Load(before),
                DocumentSource.Default.Load(after),
                DriftCommand.CreateOptions(date)
            );
            if (report.Findings.FirstOrDefault(finding => finding.Fingerprint == fingerprint) is not { } found)
            {
                errors.WriteLine($"{ProgramName.Value}: There is no finding `{ConsoleText.Line(fingerprint)}` between the two documents.");
                return ExitCode.UsageError;
            }

            output.Write(ConsoleText.Lines(Explain(found, configuration)) + "\n");
            return ExitCode.Clean;
        }
        catch (UnreadableFileException exception)
        {
            errors.WriteLine(exception.Message);
            return ExitCode.Unreadable;
        }
    }

    private static string Explain(Finding finding, CheckConfiguration configuration)
    {
        string severity = FindingFormatter.Format(finding.Severity);
        string configured =
            configuration.FindOverride(finding) is not { } found ? "not configured"
            : found.Severity is { } value ? FindingFormatter.Format(value)
            : "none (not reported)";
        string accepted = configuration.FindAcceptance(finding) is { } reason ? $"yes ({ConsoleText.Line(reason)})" : "no";
        string excluded = configuration.IsExcluded(finding) ? "\n  Excluded by a path filter: yes" : string.Empty;
        return $"{ConsoleText.Line(FindingFormatter.Subject(finding))}\n"
            + $"  {ConsoleText.Line(finding.Before ?? "nothing")} -> {ConsoleText.Line(finding.After ?? "nothing")}\n"
            + $"  Severity of this finding: {severity}\n"
            + $"  Configured severity: {configured}\n"
            + $"  Accepted: {accepted}{excluded}\n"
            + RuleFormatter.Format(finding.Rule);
    }
}
