using System.CommandLine;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Endpoints;

namespace Kajabi.Cli.CommandLine;

/// <summary><c>kajabi create &lt;type&gt;</c>: a new resource.</summary>
internal sealed class CreateCommand
{
    private readonly WriteOptions _options = new(ResourceCatalog.Created);
    private readonly Terminal _terminal;

    private CreateCommand(Terminal terminal)
    {
        _terminal = terminal;
    }

    public static Command Create(Terminal terminal)
    {
        CreateCommand create = new(terminal);
        Command command = new("create", "Create a resource and show it.");
        create._options.AddTo(command);
        command.SetAction(create.RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken) =>
        Failure.GuardAsync(
            _terminal,
            async () =>
            {
                WriteRequest request = _options.Read(result);
                Func<KajabiClient, CancellationToken, Task<Document>> create = ResourceCatalog.Find(request.Type).PrepareCreate(request);
                await using Connection connection = await Connection.OpenToWriteAsync(_terminal, cancellationToken);
                Document document = await create(connection.Client, cancellationToken);
                _terminal.OutputFor(ReadRequest.OfAll(request.Type), _options.IsJson(result)).WriteOne(document.PrimaryData[0]);
            },
            cancellationToken
        );
}
