using System.CommandLine;
using Kajabi.Cli.Operations;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.Options;

/// <summary>The options of <c>get</c> and <c>list</c> that choose the format of the output and what it shows.</summary>
internal sealed class OutputOptions
{
    private readonly FormatOption _format = new(
        "csv has the values as received. ",
        OutputFormat.Table,
        OutputFormat.Json,
        OutputFormat.Csv
    );
    private readonly Option<string[]> _columns = new("--columns")
    {
        HelpName = "a,b",
        Description =
            "The columns of a table or of CSV: id, type, attributes and relationships, of which the ids are shown. "
            + "'kajabi explain <type>' lists them.",
    };
    private readonly Option<bool> _full = new("--full")
    {
        Description = "Show all attributes, and those of related resources, instead of a summary.",
    };

    /// <param name="type">The argument for the resource type, for completion.</param>
    public OutputOptions(Argument<string> type) => _columns.CompletionSources.Add(context => NameCompletions.GetColumns(context, type));

    public IReadOnlyList<Option> All => [_format.Option, _columns, _full];

    /// <exception cref="UsageException">The format is unknown, or there are two.</exception>
    public OutputFormat ReadFormat(ParseResult result, bool isJson) => _format.Read(result, isJson);

    /// <summary>Creates the output for the resources of a response.</summary>
    /// <exception cref="UsageException">An option is invalid, or has no effect on the format.</exception>
    public IResourceOutput Create(ParseResult result, Terminal terminal, ReadRequest request, bool isJson)
    {
        OutputFormat format = ReadFormat(result, isJson);
        string[] columns = ReadColumns(result, request.Type);
        bool isFull = result.GetValue(_full);
        if (format == OutputFormat.Json && columns.Length > 0)
        {
            throw new UsageException("--columns chooses the columns of a table or of CSV. Use --fields to choose the attributes of JSON.");
        }

        if (isFull && (format != OutputFormat.Table || columns.Length > 0))
        {
            throw new UsageException("--full shows all attributes for a person. Omit it, or omit --columns, --output and --json.");
        }

        return format switch
        {
            OutputFormat.Json => new JsonOutput(terminal.Out),
            OutputFormat.Csv => new CsvOutput(terminal.Out, columns.Length > 0 ? columns : GetCsvColumns(request), terminal.IsInteractive),
            _ => new ConsoleOutput(terminal.CreateConsole(), terminal.Out, request, columns, isFull),
        };
    }

    private static IReadOnlyList<string> GetCsvColumns(ReadRequest request) =>
        [
            ResourceColumn.Id,
            ResourceColumn.Type,
            .. request.GetFields(request.Type) is { Count: > 0 } fields ? fields : ResourceColumn.GetAttributes(request.Type),
        ];

    /// <exception cref="UsageException">A column does not exist.</exception>
    private string[] ReadColumns(ParseResult result, string type)
    {
        string[] columns =
        [
            .. (result.GetValue(_columns) ?? []).SelectMany(static names => names.Split(',', StringSplitOptions.TrimEntries)).Distinct(),
        ];
        IReadOnlyList<string> known = ResourceColumn.GetAll(type);
        foreach (string column in columns.Where(column => !ResourceColumn.IsColumn(type, column)))
        {
            throw new UsageException($"'{type}' has no column '{column}'. {DidYouMean.Suggest(column, known)}");
        }

        return columns;
    }
}
