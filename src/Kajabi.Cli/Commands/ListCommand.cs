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
    private readonly ReadOptions _options = new(ReadOptions.ListFilterDescription);
    private readonly Option<string> _sort = new("--sort")
    {
        HelpName = "a,-b",
        Description = "Sort order; prefix a name with - for descending.",
    };
    private readonly Option<string> _pageSize = PageSizeOption.Create("chosen by the API");
    private readonly Option<bool> _all = new("--all") { Description = "Read all pages instead of the first one." };

    public ListCommand(Terminal terminal)
        : base(
            terminal,
            "list",
            "Show the resources of a type, page by page.",
            $"Print one JSON object per line. {ReadOptions.JsonFormatDescription}"
        )
    {
        AddParameters([_options.Type], [.. _options.All, _sort, _pageSize, _all]);
    }

    protected override async Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken)
    {
        ReadRequest request = _options.Read(result) with
        {
            Sort = result.GetValue(_sort),
            PageSize = PageSizeOption.Read(result, _pageSize),
        };
        Func<KajabiClient, IAsyncEnumerable<Document>> read = ResourceCatalog
            .Get(request.Type)
            .PrepareList(request, firstPage: 1, result.GetValue(_all));
        IResourceOutput output = CreateOutput(result, request);
        await using Connection connection = await ConnectAsync(cancellationToken);

        (long count, Document? last) = (0, null);
        await foreach (Document page in read(connection.Client).WithCancellation(cancellationToken))
        {
            output.WritePage(page.PrimaryData);
            WarnAboutUnlinkedResources(request, page);
            (count, last) = (count + page.PrimaryData.Count, page);
        }

        ReportRemaining(request.Type, count, last);
    }

    private void ReportRemaining(string type, long count, Document? last)
    {
        if (count == 0)
        {
            Terminal.WriteMessage($"no {type} match.");
        }
        else if (last?.NextPageNumber is not null)
        {
            string total = last.Meta?.TotalCount is { } number
                ? string.Create(CultureInfo.InvariantCulture, $" of {number}")
                : string.Empty;
            Terminal.WriteMessage(
                string.Create(CultureInfo.InvariantCulture, $"this is the first page, {count}{total}; --all reads all pages.")
            );
        }
    }
}
