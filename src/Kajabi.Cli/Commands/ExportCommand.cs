using System.CommandLine;
using System.Globalization;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Export;
using Kajabi.Cli.Export.Anonymization;
using Kajabi.Cli.Operations;
using Kajabi.Cli.Options;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi export &lt;type&gt;</c>: writes all resources of a type to a file, page by page.</summary>
internal sealed class ExportCommand : CliCommand
{
    private readonly ExportOptions _options = new();

    public ExportCommand(Terminal terminal)
        : base(
            terminal,
            "export",
            "Write all resources of a type to a file or to standard output, page by page.",
            "Print a summary of the written file as one JSON object.",
            [
                "kajabi export contacts --format csv --output contacts.csv",
                "kajabi export contacts --format csv --output contacts.csv --resume",
                "kajabi export purchases --filter updated_at_gte=2025-01-01 --format ndjson --output -",
            ]
        )
    {
        AddParameters([_options.Type], _options.All);
    }

    protected override async Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken)
    {
        ReadRequest request = _options.Read(result);
        AnonymizationKey? key = _options.ReadAnonymizationKey(result, Terminal);
        IExportFormat format = _options.ReadFormat(result, request, key);
        string output = _options.ReadOutput(result, IsJson(result));

        // Validates the request before a file is created.
        ResourceCatalog.Get(request.Type).PrepareList(request, firstPage: 1, isAll: true);
        await using Connection connection = await ConnectAsync(cancellationToken);
        if (output == StandardOutputDestination.Name)
        {
            await using StandardOutputDestination destination = new(Terminal.Out);
            Exporter exporter = await ExportAsync(destination, format, request, connection, cancellationToken);
            ReportResult(destination, exporter, "standard output", request.Type);
        }
        else
        {
            await WriteFileAsync(result, output, format, request, key, connection, cancellationToken);
        }
    }

    private async Task WriteFileAsync(
        ParseResult result,
        string output,
        IExportFormat format,
        ReadRequest request,
        AnonymizationKey? key,
        Connection connection,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using ResumableExportFile file = await ResumableExportFile.OpenAsync(
                output,
                _options.GetIdentity(result, request, connection, key),
                _options.IsResume(result),
                cancellationToken
            );
            bool isComplete = false;
            try
            {
                Exporter exporter = await ExportAsync(file, format, request, connection, cancellationToken);
                isComplete = true;
                ReportResult(file, exporter, output, request.Type);
            }
            finally
            {
                if (!isComplete)
                {
                    await KeepOrDiscardAsync(file, output, request.Type);
                }
            }

            if (IsJson(result))
            {
                new ExportSummary(output, request.Type, file.Count).WriteTo(Terminal.Out);
            }
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException or PathTooLongException)
        {
            throw new UsageException($"The file cannot be written: {exception.Message}");
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException and not OutputException)
        {
            throw new OutputException($"the file cannot be written: {exception.Message}", isClosed: false);
        }
    }

    private async Task<Exporter> ExportAsync(
        IExportDestination destination,
        IExportFormat format,
        ReadRequest request,
        Connection connection,
        CancellationToken cancellationToken
    )
    {
        Exporter exporter = new(destination, format, request.Include.Count > 0);
        IAsyncEnumerable<Document> pages = ResourceCatalog
            .Get(request.Type)
            .PrepareList(request, destination.NextPage, isAll: true)(connection.Client);
        await ExportProgress.ShowAsync(
            Terminal.CreateErrorConsole(),
            request.Type,
            progress => exporter.RunAsync(pages, progress, cancellationToken)
        );
        return exporter;
    }

    /// <summary>Keeps the file of a failed export, unless there is nothing to resume.</summary>
    private async Task KeepOrDiscardAsync(ResumableExportFile file, string output, string type)
    {
        if (file.Checkpoint.Count == 0)
        {
            await file.DiscardAsync();
        }
        else
        {
            Terminal.WriteMessage(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{file.Checkpoint.Count} {type} were saved to {ResumableExportFile.GetPartialPath(output)}; "
                        + $"run the same command with --resume to continue."
                )
            );
        }
    }

    private void ReportResult(IExportDestination destination, Exporter exporter, string output, string type)
    {
        Terminal.WriteMessage(string.Create(CultureInfo.InvariantCulture, $"{destination.Count} {type} were written to {output}."));
        if (exporter.Total is { } total && total != destination.Count)
        {
            Terminal.WriteMessage(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the API reports a total of {total}: the list changed while it was read, and resources may be missing or duplicated."
                )
            );
        }
        else if (exporter.HasListChanged)
        {
            Terminal.WriteMessage("the list changed while it was read, and resources may be missing or duplicated.");
        }
    }
}
