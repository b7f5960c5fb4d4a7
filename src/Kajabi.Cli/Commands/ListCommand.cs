using System.CommandLine;
using System.Globalization;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Operations;
using Kajabi.Cli.Options;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi list &lt;type&gt;</c>: shows one page of resources, or all pages.</summary>
internal sealed class ListCommand : CliCommand
{
    private const int MaxLimitPageSize = 100;

    private readonly ReadOptions _options = new(ReadOptions.ListFilterDescription);
    private readonly OutputOptions _output;
    private readonly Option<string> _sort = new("--sort")
    {
        HelpName = "a,-b",
        Description = "Sort order; prefix a name with - for descending.",
    };
    private readonly Option<string> _pageSize = NumberOption.CreatePageSize("chosen by the API");
    private readonly Option<bool> _all = new("--all")
    {
        Description =
            "Read all pages. Without --all and --limit, the output contains the first page, in every format, and a message on standard "
            + "error reports if there are more.",
    };
    private readonly Option<string> _limit = new("--limit")
    {
        HelpName = "n",
        Description = "Show at most this number of resources. Pages are requested until they are found.",
    };

    public ListCommand(Terminal terminal)
        : base(
            terminal,
            "list",
            "Show the first page of the resources of a type, or all of them. Columns that do not fit into the terminal are omitted; times "
                + "are in UTC.",
            $"Print one JSON object per line. {ReadOptions.JsonFormatDescription}",
            [
                "kajabi list contacts --filter site_id=1 --sort -created_at --limit 20",
                "kajabi list purchases --filter updated_at_gte=2025-01-01 --all --json",
                "kajabi list offers --columns id,title,price_in_cents --output csv",
                "kajabi list contacts --include offers,tags --limit 3",
            ]
        )
    {
        _output = new OutputOptions(_options.Type);
        _sort.CompletionSources.Add(context => NameCompletions.GetSorts(context, _options.Type));
        AddParameters([_options.Type], [.. _options.All, _sort, _pageSize, _all, _limit, .. _output.All]);
    }

    protected override async Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken)
    {
        int? limit = ReadLimit(result);
        ReadRequest request = _options.Read(result) with
        {
            Sort = result.GetValue(_sort),
            PageSize = NumberOption.Read(result, _pageSize) ?? (limit is { } number ? Math.Min(number, MaxLimitPageSize) : null),
        };
        Func<KajabiClient, IAsyncEnumerable<Document>> read = Prepare(result, request, limit, cancellationToken);
        IResourceOutput output = _output.Create(result, Terminal, request, IsJson(result));
        await using Connection connection = await ConnectAsync(cancellationToken);

        (long count, Document? last, bool hasMore) = (0, null, false);
        await foreach (Document page in read(connection.Client).WithCancellation(cancellationToken))
        {
            long remaining = limit - count ?? long.MaxValue;
            IReadOnlyList<Resource> resources = page.PrimaryData;
            output.WritePage(resources.Count > remaining ? [.. resources.Take((int)remaining)] : resources);
            WarnAboutUnlinkedResources(request, page);
            (count, last) = (count + Math.Min(resources.Count, remaining), page);
            hasMore = page.NextPageNumber is not null || resources.Count > remaining;
            if (count == limit)
            {
                break;
            }
        }

        ReportRemaining(request.Type, count, last?.Meta?.TotalCount, hasMore, limit is not null);
    }

    private Func<KajabiClient, IAsyncEnumerable<Document>> Prepare(
        ParseResult result,
        ReadRequest request,
        int? limit,
        CancellationToken cancellationToken
    )
    {
        ResourceOperations operations = ResourceCatalog.Get(request.Type);
        if (limit is null)
        {
            return operations.PrepareList(request, firstPage: 1, result.GetValue(_all));
        }

        Func<KajabiClient, CancellationToken, IAsyncEnumerable<Document>> read = operations.PrepareLimitedList(request);
        return kajabi => read(kajabi, cancellationToken);
    }

    /// <exception cref="UsageException">The limit is not a positive number, or cannot be combined with <c>--all</c>.</exception>
    private int? ReadLimit(ParseResult result)
    {
        int? limit = NumberOption.Read(result, _limit);
        return limit is not null && result.GetValue(_all)
            ? throw new UsageException("--limit shows a number of resources, and --all all of them. Omit one of them.")
            : limit;
    }

    /// <summary>Reports on standard error that nothing was found, or that there are more resources than the output contains.</summary>
    private void ReportRemaining(string type, long count, long? total, bool hasMore, bool isLimited)
    {
        string shown = total is null
            ? string.Create(CultureInfo.InvariantCulture, $"{count}")
            : string.Create(CultureInfo.InvariantCulture, $"{count} of {total}");
        if (count == 0)
        {
            Terminal.WriteMessage($"no {type} match.");
        }
        else if (hasMore || (isLimited && total > count))
        {
            Terminal.WriteMessage(isLimited ? $"these are the first {shown}." : $"this is the first page, {shown}; --all reads all pages.");
        }
    }
}
