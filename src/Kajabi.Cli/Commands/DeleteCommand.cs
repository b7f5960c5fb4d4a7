using System.CommandLine;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Operations;
using Kajabi.Cli.Options;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi delete &lt;type&gt; &lt;id&gt;</c>: deletes a resource after a confirmation.</summary>
internal sealed class DeleteCommand : CliCommand
{
    private readonly Argument<string> _type = TypeArgument.Create(ResourceCatalog.Deletable);
    private readonly Argument<string> _id = IdArgument.Create();
    private readonly Option<bool> _yes = new("--yes") { Description = "Skip the confirmation prompt. Required when not interactive." };

    public DeleteCommand(Terminal terminal)
        : base(terminal, "delete", "Delete a resource permanently.", ChangeResult.JsonDescription)
    {
        AddParameters([_type, _id], [_yes]);
    }

    protected override async Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken)
    {
        ResourceIdentifier resource = new(TypeArgument.Read(result, _type), IdArgument.Read(result, _id));
        Func<KajabiClient, CancellationToken, Task> delete = ResourceCatalog.Get(resource.Type).PrepareDelete(resource.Id);
        if (!result.GetValue(_yes))
        {
            await ConfirmAsync(resource, cancellationToken);
        }

        await using Connection connection = await ConnectForWritingAsync(cancellationToken);
        await delete(connection.Client, cancellationToken);
        Write(result, new ChangeResult(resource, "deleted"));
    }

    /// <exception cref="UsageException">The command is not interactive.</exception>
    /// <exception cref="AbortedException">The user declined.</exception>
    private async Task ConfirmAsync(ResourceIdentifier resource, CancellationToken cancellationToken)
    {
        string input =
            await Terminal.PromptAsync($"delete {resource.Type} {resource.Id} permanently? Type yes: ", cancellationToken)
            ?? throw new UsageException("This deletes permanently, and the command cannot ask for confirmation. Add --yes to confirm.");
        if (!input.Trim().Equals("yes", StringComparison.OrdinalIgnoreCase))
        {
            throw new AbortedException("nothing was deleted.");
        }
    }
}
