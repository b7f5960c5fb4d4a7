using System.CommandLine;
using System.Globalization;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Endpoints;
using Kajabi.Cli.Export;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.CommandLine;

/// <summary><c>kajabi export &lt;type&gt;</c>: all resources of a type into a file, page by page.</summary>
internal sealed class ExportCommand
{
    // Every page of an export must have the same size, or going on at a page would miss or double resources.
    private const int DefaultPageSize = 100;

    private readonly ReadOptions _options = new();
    private readonly Option<string> _format = new("--format")
    {
        Required = true,
        HelpName = "csv|ndjson|json",
        Description =
            "How the file is written. csv: id, type, the attributes (those of --fields, if given), and as JSON what else was sent (additional, relationships). ndjson: one JSON object a line, as list prints it. json: one array of them. Links of resources are left out.",
    };
    private readonly Option<string> _output = new("--output")
    {
        Required = true,
        HelpName = "file",
        Description =
            "The file, which appears when it is complete; until then it is <file>.partial. Only you can read it, and nothing is overwritten. - writes to standard output.",
    };
    private readonly Option<string> _sort = new("--sort")
    {
        HelpName = "a,-b",
        Description = "The order; created_at when left out and the API has it, so that what is new comes last.",
    };
    private readonly Option<string> _pageSize = PageSizeOption.Create($"{DefaultPageSize} when left out");
    private readonly Option<bool> _resume = new("--resume")
    {
        Description = "Go on with what an earlier run left, from the first page that is not in the file.",
    };
    private readonly Option<bool> _escape = new("--escape-formulas")
    {
        Description =
            "csv for a spreadsheet: put ' before text that a spreadsheet would run: text that begins with = + - @ or their full-width forms, also after white space, or with a tab or a line break. Without it every text is written unchanged, and people can type such text into a form.",
    };
    private readonly Option<bool> _bom = new("--bom")
    {
        Description = "csv for Excel: begin the file with the UTF-8 byte order mark, without which Excel misreads non-ASCII text.",
    };
    private readonly Terminal _terminal;

    private ExportCommand(Terminal terminal)
    {
        _terminal = terminal;
    }

    public static Command Create(Terminal terminal)
    {
        ExportCommand export = new(terminal);
        Command command = new("export", "Write all resources of a type into a file or to standard output, page by page.");
        export._options.AddTo(
            command,
            "Which resources: site_id=9 is sent as filter[site_id]. Repeat it for more.",
            "Print a summary of what was written to the file as one JSON object."
        );
        foreach (
            Option option in new Option[]
            {
                export._format,
                export._output,
                export._sort,
                export._pageSize,
                export._resume,
                export._escape,
                export._bom,
            }
        )
        {
            command.Add(option);
        }

        command.SetAction(export.RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken) =>
        Failure.GuardAsync(
            _terminal,
            async () =>
            {
                ReadRequest request = _options.Read(result);
                Endpoint endpoint = ResourceCatalog.Find(request.Type);
                request = request with
                {
                    Sort = result.GetValue(_sort) ?? endpoint.Sorts.FirstOrDefault(static sort => sort == "created_at"),
                    PageSize = PageSizeOption.Read(result, _pageSize) ?? DefaultPageSize,
                };
                IExportFormat format = Format(result, request, endpoint);
                string output = Output(result);
                endpoint.PrepareList(request, firstPage: 1, isAll: true); // Refuses a request that cannot be sent before there is a file.
                await using Connection connection = await Connection.OpenAsync(_terminal, cancellationToken);
                if (output == StandardOutputDestination.Name)
                {
                    await using StandardOutputDestination destination = new(_terminal.Out);
                    Exporter exporter = await RunAsync(destination, format, endpoint, request, connection, cancellationToken);
                    SayWhatWasWritten(destination, exporter, "standard output", request.Type);
                }
                else
                {
                    await WriteFileAsync(result, output, format, endpoint, request, connection, cancellationToken);
                }
            },
            cancellationToken
        );

    private async Task WriteFileAsync(
        ParseResult result,
        string output,
        IExportFormat format,
        Endpoint endpoint,
        ReadRequest request,
        Connection connection,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using ResumableExportFile file = await ResumableExportFile.OpenAsync(
                output,
                Identity(result, request, connection),
                result.GetValue(_resume),
                cancellationToken
            );
            bool isComplete = false;
            try
            {
                Exporter exporter = await RunAsync(file, format, endpoint, request, connection, cancellationToken);
                isComplete = true;
                SayWhatWasWritten(file, exporter, output, request.Type);
            }
            finally
            {
                if (!isComplete)
                {
                    await KeepOrDiscardAsync(file, output, request.Type);
                }
            }

            if (_options.IsJson(result))
            {
                new ExportSummary(output, request.Type, file.Count).WriteTo(_terminal.Out);
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

    private async Task<Exporter> RunAsync(
        IExportDestination destination,
        IExportFormat format,
        Endpoint endpoint,
        ReadRequest request,
        Connection connection,
        CancellationToken cancellationToken
    )
    {
        Exporter exporter = new(destination, format, request.Include.Count > 0);
        IAsyncEnumerable<Document> pages = endpoint.PrepareList(request, destination.NextPage, isAll: true, detectsChanges: true)(
            connection.Client
        );
        await ExportProgress.ShowAsync(
            _terminal.ErrorConsole(),
            request.Type,
            progress => exporter.RunAsync(pages, progress, cancellationToken)
        );
        return exporter;
    }

    /// <summary>Keeps what an export that failed has written, unless there is nothing to resume.</summary>
    private async Task KeepOrDiscardAsync(ResumableExportFile file, string output, string type)
    {
        if (file.State.Count == 0)
        {
            await file.DiscardAsync();
        }
        else
        {
            _terminal.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{file.State.Count} {type} were read into {ResumableExportFile.PathOf(output)}; run the same command with --resume to go on."
                )
            );
        }
    }

    private void SayWhatWasWritten(IExportDestination destination, Exporter exporter, string output, string type)
    {
        _terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{destination.Count} {type} are in {output}."));
        if (exporter.Total is { } total && total != destination.Count)
        {
            _terminal.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the API speaks of {total}: the list changed while it was read, and some may be missing or there twice."
                )
            );
        }
        else if (exporter.HasListChanged)
        {
            _terminal.Say("the list changed while it was read, and some resources may be missing or there twice.");
        }
    }

    /// <exception cref="UsageException">It names no file, or an option does not go with standard output.</exception>
    private string Output(ParseResult result)
    {
        string output = result.GetRequiredValue(_output);
        if (string.IsNullOrWhiteSpace(output))
        {
            throw new UsageException("--output is empty. Give the name of a file, or - for standard output.");
        }

        string? unusable =
            output != StandardOutputDestination.Name ? null
            : result.GetValue(_resume) ? "--resume"
            : _options.IsJson(result) ? "--json"
            : null;
        return unusable is null
            ? output
            : throw new UsageException($"{unusable} needs a file, and --output - writes to standard output. Leave one of them out.");
    }

    /// <exception cref="UsageException">There is no such format.</exception>
    private IExportFormat Format(ParseResult result, ReadRequest request, Endpoint endpoint)
    {
        string name = result.GetRequiredValue(_format);
        bool isForSpreadsheet = result.GetValue(_escape);
        bool hasByteOrderMark = result.GetValue(_bom);
        if ((isForSpreadsheet || hasByteOrderMark) && name != "csv")
        {
            throw new UsageException($"{(isForSpreadsheet ? _escape.Name : _bom.Name)} is for --format csv. Leave it out.");
        }

        return name switch
        {
            "csv" => new CsvFormat(Columns(request, endpoint), isForSpreadsheet, hasByteOrderMark),
            "ndjson" => new NdjsonFormat(),
            "json" => new JsonArrayFormat(),
            _ => throw new UsageException($"--format takes csv, ndjson or json, and '{name}' is none of them."),
        };
    }

    private static IReadOnlyList<string> Columns(ReadRequest request, Endpoint endpoint) =>
        request.FieldsOf(request.Type).Count > 0
            ? request.AttributesOf(request.Type)
            : [.. endpoint.NewResource().Attributes.DeclaredMembers.Select(static member => member.Name)];

    /// <summary>What must be the same for a file to be gone on with.</summary>
    private SortedDictionary<string, string> Identity(ParseResult result, ReadRequest request, Connection connection) =>
        new(StringComparer.Ordinal)
        {
            ["account"] = connection.Account,
            ["type"] = request.Type,
            ["format"] =
                result.GetRequiredValue(_format)
                + (result.GetValue(_escape) ? " with escaped formulas" : string.Empty)
                + (result.GetValue(_bom) ? " with a byte order mark" : string.Empty),
            ["include"] = string.Join(',', request.Include),
            ["fields"] = string.Join(
                ' ',
                request.Fields.Select(fields => $"{fields.Key}={string.Join(',', request.FieldsOf(fields.Key))}")
            ),
            ["filter"] = string.Join(' ', request.Filters.SelectMany(static filter => filter.Select(value => $"{filter.Key}={value}"))),
            ["sort"] = request.Sort ?? string.Empty,
            ["page size"] = string.Create(CultureInfo.InvariantCulture, $"{request.PageSize}"),
            ["header"] =
                result.GetRequiredValue(_format) == "csv"
                    ? string.Join(',', Columns(request, ResourceCatalog.Find(request.Type)))
                    : string.Empty,
        };
}
