using System.CommandLine;
using System.Globalization;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Endpoints;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.CommandLine;

/// <summary><c>kajabi list &lt;type&gt;</c>: one page of resources, or all of them.</summary>
internal sealed class ListCommand
{
    private readonly ReadOptions _options = new();
    private readonly Option<string> _sort = new("--sort")
    {
        HelpName = "a,-b",
        Description = "The sort order; - before a name sorts descending.",
    };
    private readonly Option<string> _pageSize = PageSizeOption.Create("the API decides when left out");
    private readonly Option<bool> _all = new("--all") { Description = "Read every page, not only the first." };
    private readonly Terminal _terminal;

    private ListCommand(Terminal terminal)
    {
        _terminal = terminal;
    }

    public static Command Create(Terminal terminal)
    {
        ListCommand list = new(terminal);
        Command command = new("list", "Show the resources of a type, page by page.");
        list._options.AddTo(
            command,
            "Which resources: site_id=9 is sent as filter[site_id]. Repeat it for more.",
            $"Print one JSON object a line. {ReadOptions.JsonForm}"
        );
        command.Add(list._sort);
        command.Add(list._pageSize);
        command.Add(list._all);
        command.SetAction(list.RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken) =>
        Failure.GuardAsync(
            _terminal,
            async () =>
            {
                ReadRequest request = _options.Read(result) with
                {
                    Sort = result.GetValue(_sort),
                    PageSize = PageSizeOption.Read(result, _pageSize),
                };
                Func<KajabiClient, IAsyncEnumerable<Document>> read = ResourceCatalog
                    .Find(request.Type)
                    .PrepareList(request, firstPage: 1, result.GetValue(_all), detectsChanges: true);
                IResourceOutput output = _terminal.OutputFor(request, _options.IsJson(result));
                await using Connection connection = await Connection.OpenAsync(_terminal, cancellationToken);

                (long count, Document? last) = (0, null);
                await foreach (Document page in read(connection.Client).WithCancellation(cancellationToken))
                {
                    output.WritePage(page.PrimaryData);
                    _terminal.WarnOfUnlinked(request, page);
                    (count, last) = (count + page.PrimaryData.Count, page);
                }

                SayWhatIsLeft(request.Type, count, last);
            },
            cancellationToken
        );

    private void SayWhatIsLeft(string type, long count, Document? last)
    {
        if (count == 0)
        {
            _terminal.Say($"there are no {type} that match.");
        }
        else if (last?.NextPageNumber is not null)
        {
            string total = last.Meta?.TotalCount is { } number
                ? string.Create(CultureInfo.InvariantCulture, $" of {number}")
                : string.Empty;
            _terminal.Say(string.Create(CultureInfo.InvariantCulture, $"this is the first page, {count}{total}; --all reads every page."));
        }
    }
}
