using System.CommandLine;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Endpoints;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.CommandLine;

/// <summary><c>kajabi delete &lt;type&gt; &lt;id&gt;</c>: asks first, and without somebody to ask does nothing.</summary>
internal sealed class DeleteCommand
{
    private readonly Argument<string> _type = new("type")
    {
        HelpName = "type",
        Description = $"The resource type on the wire: {string.Join(", ", ResourceCatalog.Deleted)}.",
    };
    private readonly Argument<string> _id = IdArgument.Create();
    private readonly Option<bool> _yes = new("--yes") { Description = "Do not ask. Needed where there is nobody to ask." };
    private readonly Option<bool> _json = new("--json")
    {
        Description = "Print what was done as one JSON object. Nothing else goes to standard output.",
    };
    private readonly Terminal _terminal;

    private DeleteCommand(Terminal terminal)
    {
        _terminal = terminal;
    }

    public static Command Create(Terminal terminal)
    {
        DeleteCommand delete = new(terminal);
        delete._type.CompletionSources.Add([.. ResourceCatalog.Deleted]);
        Command command = new("delete", "Delete a resource for good.") { delete._type, delete._id, delete._yes, delete._json };
        command.SetAction(delete.RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken) =>
        Failure.GuardAsync(
            _terminal,
            async () =>
            {
                ResourceIdentifier resource = new(result.GetRequiredValue(_type), IdArgument.Read(result, _id));
                Func<KajabiClient, CancellationToken, Task> delete = ResourceCatalog.Find(resource.Type).PrepareDelete(resource.Id);
                if (!result.GetValue(_yes))
                {
                    await AskAsync(resource, cancellationToken);
                }

                await using Connection connection = await Connection.OpenToWriteAsync(_terminal, cancellationToken);
                await delete(connection.Client, cancellationToken);
                new Change(resource, "deleted").WriteTo(_terminal.Out, result.GetValue(_json));
            },
            cancellationToken
        );

    /// <exception cref="UsageException">There is nobody to ask.</exception>
    /// <exception cref="AbortedException">The answer was no.</exception>
    private async Task AskAsync(ResourceIdentifier resource, CancellationToken cancellationToken)
    {
        string answer =
            await _terminal.AskAsync($"delete {resource.Type} {resource.Id} for good? Type yes: ", cancellationToken)
            ?? throw new UsageException("This deletes for good, and there is nobody to ask. Add --yes if that is meant.");
        if (!answer.Trim().Equals("yes", StringComparison.OrdinalIgnoreCase))
        {
            throw new AbortedException("nothing was deleted.");
        }
    }
}
