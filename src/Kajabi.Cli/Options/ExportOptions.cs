using System.CommandLine;
using System.Globalization;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Export;
using Kajabi.Cli.Export.Anonymization;
using Kajabi.Cli.Operations;

namespace Kajabi.Cli.Options;

/// <summary>The options of <c>export</c>.</summary>
internal sealed class ExportOptions
{
    // All pages of an export must have the same size; otherwise a resumed export would skip or duplicate resources.
    private const int DefaultPageSize = 100;

    private readonly ReadOptions _read = new(ReadOptions.ListFilterDescription);
    private readonly Option<string> _format = new("--format")
    {
        Required = true,
        HelpName = "csv|ndjson|json",
        Description =
            "The file format. csv: id, type, the attributes (those of --fields, if given), and as JSON the other data of the resource "
            + "(additional, relationships). ndjson: one JSON object per line, like list --json. json: one array of these objects. Links of "
            + "resources are omitted.",
    };
    private readonly Option<string> _output = new("--output")
    {
        Required = true,
        HelpName = "file",
        Description =
            "The output file. It is named <file>.partial until it is complete. Only you can read it, "
            + "and existing files are not overwritten. - writes to standard output.",
    };
    private readonly Option<string> _sort = new("--sort")
    {
        HelpName = "a,-b",
        Description = "Sort order. Default: created_at if the API supports it, so that resources created during the export are at the end.",
    };
    private readonly Option<string> _pageSize = NumberOption.CreatePageSize($"{DefaultPageSize}");
    private readonly Option<bool> _resume = new("--resume")
    {
        Description = "Continue an interrupted export at the first page that is not in the file.",
    };
    private readonly Option<bool> _escape = new("--escape-formulas")
    {
        Description =
            "csv only, for spreadsheets: prefix text that a spreadsheet would run as a formula with '. "
            + "That is text that starts with = + - @ or their full-width forms, also after white space, "
            + "or with a tab or a line break. Without this option all text is written "
            + "unchanged, and anyone can enter such text into a form.",
    };
    private readonly Option<bool> _bom = new("--bom")
    {
        Description = "csv only, for Excel: start the file with the UTF-8 byte order mark. Without it Excel misreads non-ASCII text.",
    };

    private readonly Option<bool> _anonymize = new("--anonymize")
    {
        Description =
            "Keep ids, relationships, times, amounts, states and the other attributes that docs/sandbox.md lists, and replace everything "
            + "else by invented values: names, e-mail addresses, titles, custom fields, and unknown attributes with their names. Equal "
            + $"values are replaced by equal ones: within the file, or in all files with the same {AnonymizationKey.Variable}.",
    };

    /// <summary>The argument for the resource type.</summary>
    public Argument Type => _read.Type;

    /// <summary>All options.</summary>
    public IReadOnlyList<Option> All => [.. _read.All, _format, _output, _sort, _pageSize, _resume, _escape, _bom, _anonymize];

    /// <summary>Returns the key of <c>--anonymize</c>, which is random unless the user has set one; null without the option.</summary>
    public AnonymizationKey? ReadAnonymizationKey(ParseResult result, Terminal terminal) =>
        result.GetValue(_anonymize) ? AnonymizationKey.Create(terminal.GetVariable(AnonymizationKey.Variable)) : null;

    public bool IsResume(ParseResult result) => result.GetValue(_resume);

    /// <summary>Returns the requested resources and fields.</summary>
    /// <exception cref="UsageException">An option has an invalid format, or the resource type is unknown.</exception>
    public ReadRequest Read(ParseResult result)
    {
        ReadRequest request = _read.Read(result);
        return request with
        {
            Sort = result.GetValue(_sort) ?? ResourceCatalog.Get(request.Type).Sorts.FirstOrDefault(static sort => sort == "created_at"),
            PageSize = NumberOption.Read(result, _pageSize) ?? DefaultPageSize,
        };
    }

    /// <summary>Returns the file name or <see cref="StandardOutputDestination.Name"/>.</summary>
    /// <exception cref="UsageException">The name is empty, or an option cannot be combined with standard output.</exception>
    public string ReadOutput(ParseResult result, bool isJson)
    {
        string output = result.GetRequiredValue(_output);
        if (string.IsNullOrWhiteSpace(output))
        {
            throw new UsageException("--output is empty. Specify the name of a file, or - for standard output.");
        }

        string? conflict =
            output != StandardOutputDestination.Name ? null
            : result.GetValue(_resume) ? "--resume"
            : isJson ? "--json"
            : null;
        return conflict is null
            ? output
            : throw new UsageException($"{conflict} requires a file, and --output - writes to standard output. Omit one of them.");
    }

    /// <exception cref="UsageException">The format is unknown, or an option does not apply to it.</exception>
    public IExportFormat ReadFormat(ParseResult result, ReadRequest request, AnonymizationKey? key)
    {
        ResourceAnonymizer? anonymizer = key is null ? null : new ResourceAnonymizer(key);
        string name = result.GetRequiredValue(_format);
        bool escapesFormulas = result.GetValue(_escape);
        bool hasByteOrderMark = result.GetValue(_bom);
        if ((escapesFormulas || hasByteOrderMark) && name != "csv")
        {
            throw new UsageException($"{(escapesFormulas ? _escape.Name : _bom.Name)} applies to --format csv only. Omit it.");
        }

        return name switch
        {
            "csv" => new CsvFormat(GetColumns(request), escapesFormulas, hasByteOrderMark, anonymizer),
            "ndjson" => new NdjsonFormat(anonymizer),
            "json" => new JsonArrayFormat(anonymizer),
            _ => throw new UsageException($"--format must be csv, ndjson or json; '{name}' is not supported."),
        };
    }

    /// <summary>Returns the properties of the export that must be the same for it to be resumed.</summary>
    public SortedDictionary<string, string> GetIdentity(
        ParseResult result,
        ReadRequest request,
        Connection connection,
        AnonymizationKey? key
    )
    {
        string format = result.GetRequiredValue(_format);
        SortedDictionary<string, string> identity = new(StringComparer.Ordinal)
        {
            ["account"] = connection.Account,
            ["type"] = request.Type,
            ["format"] =
                format
                + (result.GetValue(_escape) ? " with escaped formulas" : string.Empty)
                + (result.GetValue(_bom) ? " with a byte order mark" : string.Empty),
            ["include"] = string.Join(',', request.Include),
            ["fields"] = string.Join(
                ' ',
                request.Fields.Select(fields => $"{fields.Key}={string.Join(',', request.GetFields(fields.Key))}")
            ),
            ["filter"] = string.Join(' ', request.Filters.SelectMany(static filter => filter.Select(value => $"{filter.Key}={value}"))),
            ["sort"] = request.Sort ?? string.Empty,
            ["page size"] = string.Create(CultureInfo.InvariantCulture, $"{request.PageSize}"),
            ["header"] = format == "csv" ? string.Join(',', GetColumns(request)) : string.Empty,
        };
        if (key is not null)
        {
            // Without the variable each run has another key, so that an interrupted export starts again.
            identity[$"key of --anonymize ({AnonymizationKey.Variable})"] = key.Fingerprint;
        }

        return identity;
    }

    private static IReadOnlyList<string> GetColumns(ReadRequest request) =>
        request.GetFields(request.Type).Count > 0
            ? request.GetAttributes(request.Type)
            : [.. ResourceCatalog.Get(request.Type).Attributes.Select(static member => member.Name)];
}
