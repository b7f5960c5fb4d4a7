using System.CommandLine;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Endpoints;

namespace Kajabi.Cli.CommandLine;

/// <summary><c>kajabi update &lt;type&gt; &lt;id&gt;</c>: some attributes of a resource.</summary>
internal sealed class UpdateCommand
{
    private readonly WriteOptions _options = new(ResourceCatalog.Updated);
    private readonly Argument<string> _id = IdArgument.Create();
    private readonly Terminal _terminal;

    private UpdateCommand(Terminal terminal)
    {
        _terminal = terminal;
    }

    public static Command Create(Terminal terminal)
    {
        UpdateCommand update = new(terminal);
        Command command = new("update", "Change what is named of a resource, leave the rest as it is, and show it.");
        update._options.AddTo(command);
        command.Add(update._id);
        command.SetAction(update.RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken) =>
        Failure.GuardAsync(
            _terminal,
            async () =>
            {
                WriteRequest request = _options.Read(result);
                Func<KajabiClient, CancellationToken, Task<Document>> update = ResourceCatalog
                    .Find(request.Type)
                    .PrepareUpdate(request, IdArgument.Read(result, _id));
                await using Connection connection = await Connection.OpenToWriteAsync(_terminal, cancellationToken);
                Document document = await update(connection.Client, cancellationToken);
                _terminal.OutputFor(ReadRequest.OfAll(request.Type), _options.IsJson(result)).WriteOne(document.PrimaryData[0]);
            },
            cancellationToken
        );
}
