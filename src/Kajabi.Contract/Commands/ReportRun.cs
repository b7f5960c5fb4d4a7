using Kajabi.Composer.CommandLine;
using Kajabi.Contract.Configuration;
using Kajabi.Contract.Reporting;
using Kajabi.Contract.Reporting.Html;
using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Commands;

/// <summary>Runs a check, writes its report and returns the exit code.</summary>
internal static class ReportRun
{
    /// <param name="settings">The report settings.</param>
    /// <param name="ruleIds">The ids of the rules of the check. Accepted findings of other rules are ignored.</param>
    /// <param name="check">The check.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="errors">Standard error.</param>
    /// <param name="isTerminal">Whether <paramref name="output"/> is a terminal that supports colors.</param>
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
            CheckConfiguration configuration = settings.Configuration is null
                ? CheckConfiguration.Default
                : CheckConfiguration.Load(settings.Configuration);
            ContractReport report = configuration.ApplyTo(await check().ConfigureAwait(false), ruleIds);
            string text = Render(report, settings, isTerminal && settings.Output is null);
            if (settings.Output is null)
            {
                output.Write(text);
            }
            else
            {
                OutputFile.Write(text, settings.Output);
            }

            return report.Findings.Any(finding => settings.FailOn.Includes(finding)) ? ExitCode.Findings : ExitCode.Clean;
        }
        catch (UnreadableFileException exception)
        {
            errors.WriteLine(exception.Message);
            return ExitCode.Unreadable;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return UnexpectedError.Report(exception, errors);
        }
    }

    private static string Render(ContractReport report, ReportSettings settings, bool isColored) =>
        settings.Format switch
        {
            ReportFormat.Json => JsonFormat.Write(report),
            ReportFormat.Markdown => MarkdownFormat.Write(report),
            ReportFormat.Html => HtmlFormat.Write(report),
            ReportFormat.GitHub => GitHubFormat.Write(report),
            ReportFormat.JUnit => JUnitFormat.Write(report, settings.FailOn),
            _ => TextFormat.Write(report, isColored),
        };
}
