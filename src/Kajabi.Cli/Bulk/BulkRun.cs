using System.Globalization;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Export;
using Kajabi.Cli.Output;
using Newtonsoft.Json;

namespace Kajabi.Cli.Bulk;

/// <summary>Runs a bulk change or a dry run of it, from the options to the report.</summary>
/// <param name="terminal">Streams and environment of the command.</param>
/// <param name="request">The options.</param>
/// <param name="isJson">Whether standard output is JSON.</param>
internal sealed class BulkRun(Terminal terminal, BulkRequest request, bool isJson)
{
    private readonly BulkFile? _file = request.IsList ? null : BulkFile.Read(request.From, request.OwnerType);

    /// <summary>Validates everything that needs no request, and changes the targets.</summary>
    /// <param name="connect">Connects to the API.</param>
    /// <param name="createChange">Creates the change. Its second argument finds the site.</param>
    /// <param name="cancellationToken">Cancels the requests. The report can be resumed.</param>
    /// <exception cref="UsageException">The input or the report cannot be used. Nothing was changed.</exception>
    /// <exception cref="BulkIncompleteException">Some targets were not changed; the report contains the reasons.</exception>
    public async Task ExecuteAsync(
        Func<CancellationToken, Task<Connection>> connect,
        Func<KajabiClient, Func<Task<string>>, Task<BulkChange>> createChange,
        CancellationToken cancellationToken
    )
    {
        Func<KajabiClient, CancellationToken, Task<IReadOnlyList<BulkTarget>>> readTargets = BulkSource.Prepare(request, _file);
        if (request is { Report: { } path, IsDryRun: false })
        {
            BulkReport.ThrowIfExists(path, request.IsResume);
        }

        if (_file?.DuplicateCount > 0)
        {
            terminal.WriteMessage(string.Create(CultureInfo.InvariantCulture, $"{_file.DuplicateCount} duplicate rows are ignored."));
        }

        await using Connection connection = await connect(cancellationToken);
        KajabiClient kajabi = connection.Client;
        BulkChange change = await createChange(kajabi, () => SiteResolver.ResolveAsync(kajabi, request, cancellationToken));
        await RelatedResources.EnsureExistAsync(kajabi, change, cancellationToken);
        IReadOnlyDictionary<string, string> command = Describe(connection, change);
        try
        {
            using BulkReport? earlier = request is { IsResume: true, Report: { } report } ? BulkReport.Open(report, command) : null;
            IReadOnlyList<BulkTarget> targets = earlier is null
                ? await readTargets(kajabi, cancellationToken)
                : [.. earlier.Outcomes.Where(static one => !BulkStatus.IsFinal(one.Status)).Select(static one => one.Target)];
            string? site = targets.Any(static target => target.Id is null)
                ? await SiteResolver.ResolveAsync(kajabi, request, cancellationToken)
                : null;
            BulkRunner runner = new(kajabi, request, change, site);
            if (request.IsDryRun)
            {
                await PreviewAsync(runner, change, targets, cancellationToken);
                return;
            }

            using BulkReport current = earlier ?? BulkReport.Create(request.Report!, command, targets);
            await ChangeAsync(runner, change, targets, current, cancellationToken);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException and not OutputException)
        {
            throw new OutputException($"the report cannot be written: {exception.Message}", isClosed: false);
        }
    }

    private async Task ChangeAsync(
        BulkRunner runner,
        BulkChange change,
        IReadOnlyList<BulkTarget> targets,
        BulkReport report,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await ShowProgressAsync(targets.Count, progress => runner.RunAsync(targets, report.Add, progress, cancellationToken));
        }
        finally
        {
            report.Complete();
            BulkSummary unfinished = Summarize(change, report.Outcomes);
            if (unfinished.Counts.ContainsKey(BulkStatus.Pending))
            {
                terminal.WriteMessage($"{unfinished.Describe()}; run the same command with --resume to continue.");
            }
        }

        BulkSummary summary = Summarize(change, report.Outcomes);
        Write(summary);
        if (summary.IncompleteCount > 0)
        {
            throw new BulkIncompleteException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{summary.IncompleteCount} {request.OwnerType} were not changed, or it is not known. {request.Report} contains the "
                        + $"reasons; --resume tries these again."
                )
            );
        }
    }

    private async Task PreviewAsync(
        BulkRunner runner,
        BulkChange change,
        IReadOnlyList<BulkTarget> targets,
        CancellationToken cancellationToken
    )
    {
        List<BulkOutcome> outcomes = [];
        await ShowProgressAsync(targets.Count, progress => runner.RunAsync(targets, outcomes.Add, progress, cancellationToken));
        foreach (BulkOutcome outcome in outcomes)
        {
            if (isJson)
            {
                JsonLine.Write(terminal.Out, Formatting.None, outcome.WriteTo);
            }
            else
            {
                string reason = outcome.Reason is null ? string.Empty : $": {outcome.Reason}";
                string text = $"{request.OwnerType} {outcome.Target.Id ?? outcome.Target.Email} {outcome.Status.Replace('_', ' ')}{reason}";
                terminal.Out.WriteLine(CommandFilter.Apply(TerminalSanitizer.Sanitize(text)));
            }
        }

        BulkSummary summary = Summarize(change, outcomes);
        terminal.WriteMessage($"dry run: nothing was written; {summary.Describe()}.");
        if (summary.IncompleteCount > 0)
        {
            throw new BulkIncompleteException(
                string.Create(CultureInfo.InvariantCulture, $"{summary.IncompleteCount} {request.OwnerType} cannot be changed.")
            );
        }
    }

    private void Write(BulkSummary summary)
    {
        if (isJson)
        {
            summary.WriteJson(terminal.Out);
        }
        else
        {
            summary.WriteText(terminal);
        }

        terminal.Out.Flush();
    }

    private Task ShowProgressAsync(int total, Func<Action, Task> run) =>
        ExportProgress.ShowAsync(
            terminal.CreateErrorConsole(),
            request.OwnerType,
            progress =>
            {
                int count = 0;
                progress(0, total);
                return run(() => progress(++count, total));
            }
        );

    private BulkSummary Summarize(BulkChange change, IEnumerable<BulkOutcome> outcomes) =>
        BulkSummary.Create(request.OwnerType, change.Action, request.Report, outcomes);

    /// <summary>Returns what must be the same to resume the report. It contains no credentials.</summary>
    private SortedDictionary<string, string> Describe(Connection connection, BulkChange change) =>
        new(StringComparer.Ordinal)
        {
            ["account"] = connection.Account,
            ["command"] = change.Description,
            ["ids"] = string.Join(',', change.RelatedIds),
            ["type"] = request.OwnerType,
            ["from"] = _file is null ? request.From : $"file {_file.Sha256}",
            ["filter"] = string.Join(' ', request.Filters.SelectMany(static filter => filter.Select(value => $"{filter.Key}={value}"))),
        };
}
