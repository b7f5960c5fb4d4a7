using Kajabi.Contract.Reading;

namespace Kajabi.Contract.Reporting;

/// <summary>From a check to its report and exit code, the same way for every command.</summary>
internal static class ReportRun
{
    /// <param name="settings">How to write and judge.</param>
    /// <param name="ruleIds">The ids that the check can give; accepted findings of other checks are none of its business.</param>
    /// <param name="check">The check.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="errors">Standard error.</param>
    /// <param name="isTerminal">Whether <paramref name="output"/> is a terminal that may be coloured.</param>
    public static int Run(
        ReportSettings settings,
        IReadOnlyCollection<string> ruleIds,
        Func<ContractReport> check,
        TextWriter output,
        TextWriter errors,
        bool isTerminal = false
    ) => RunAsync(settings, ruleIds, () => Task.FromResult(check()), output, errors, isTerminal).GetAwaiter().GetResult();

    /// <inheritdoc cref="Run" />
    public static async Task<int> RunAsync(
        ReportSettings settings,
        IReadOnlyCollection<string> ruleIds,
        Func<Task<ContractReport>> check,
        TextWriter output,
        TextWriter errors,
        bool isTerminal = false
    )
    {
        try
        {
            AcceptedFindings accepted = settings.Accepted is null ? AcceptedFindings.None : AcceptedFindings.Load(settings.Accepted);
            ContractReport report = accepted.TakeOutOf(await check().ConfigureAwait(false), ruleIds);
            string text = Render(report, settings, isTerminal && settings.Output is null);
            if (settings.Output is null)
            {
                output.Write(text);
            }
            else
            {
                ReportFile.Write(text, settings.Output);
            }

            return report.Findings.Any(finding => Counts(finding, settings.FailOn)) ? ExitCode.Findings : ExitCode.Clean;
        }
        catch (UnreadableFileException exception)
        {
            errors.WriteLine(exception.Message);
            return ExitCode.Unreadable;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Failure.Report(exception, errors);
        }
    }

    /// <summary>Whether a finding is at or above the level.</summary>
    public static bool Counts(ContractFinding finding, FailOn failOn) =>
        failOn switch
        {
            FailOn.Any => true,
            FailOn.Breaking => finding.Severity == Severity.Breaking,
            _ => false,
        };

    private static string Render(ContractReport report, ReportSettings settings, bool isColoured) =>
        settings.Format switch
        {
            ReportFormat.Json => JsonFormat.Write(report),
            ReportFormat.Markdown => MarkdownFormat.Write(report),
            ReportFormat.GitHub => GitHubFormat.Write(report),
            ReportFormat.JUnit => JUnitFormat.Write(report, settings.FailOn),
            _ => TextFormat.Write(report, isColoured),
        };
}
