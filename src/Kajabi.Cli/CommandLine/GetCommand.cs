using System.CommandLine;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Endpoints;

namespace Kajabi.Cli.CommandLine;

/// <summary><c>kajabi get &lt;type&gt; &lt;id&gt;</c>: one resource with its relations.</summary>
internal sealed class GetCommand
{
    private readonly ReadOptions _options = new();
    private readonly Argument<string> _id = IdArgument.Create();
    private readonly Terminal _terminal;

    private GetCommand(Terminal terminal)
    {
        _terminal = terminal;
    }

    public static Command Create(Terminal terminal)
    {
        GetCommand get = new(terminal);
        Command command = new("get", "Show one resource and what it is related to.");
        get._options.AddTo(
            command,
            "For the few types that need one to read a single resource: site_id=9 is sent as filter[site_id].",
            $"Print one JSON object. {ReadOptions.JsonForm}"
        );
        command.Add(get._id);
        command.SetAction(get.RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken) =>
        Failure.GuardAsync(
            _terminal,
            async () =>
            {
                ReadRequest request = _options.Read(result);
                Func<KajabiClient, CancellationToken, Task<Document>> read = ResourceCatalog
                    .Find(request.Type)
                    .PrepareGet(request, IdArgument.Read(result, _id));
                await using Connection connection = await Connection.OpenAsync(_terminal, cancellationToken);
                Document document = await read(connection.Client, cancellationToken);
                _terminal.OutputFor(request, _options.IsJson(result)).WriteOne(document.PrimaryData[0]);
                _terminal.WarnOfUnlinked(request, document);
            },
            cancellationToken
        );
}
