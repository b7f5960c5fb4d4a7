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
    private readonly Option<bool> _yes = new("--yes")
    {
        Description = "Skip the confirmation prompt. Required if there is no terminal for it.",
    };

    public DeleteCommand(Terminal terminal)
        : base(
            terminal,
            "delete",
            "Delete a resource permanently. Its name, its site and the account are shown first.",
            ChangeResult.JsonDescription,
            ["kajabi delete contact_note 901", "kajabi delete contact 2148433001 --yes"]
        )
    {
        AddParameters([_type, _id], [_yes]);
    }

    protected override async Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken)
    {
        ResourceIdentifier identifier = new(TypeArgument.Read(result, _type), IdArgument.Read(result, _id));
        ResourceOperations operations = ResourceCatalog.Get(identifier.Type);
        Func<KajabiClient, CancellationToken, Task> delete = operations.PrepareDelete(identifier.Id);
        bool isConfirmed = result.GetValue(_yes);
        if (!isConfirmed && !Terminal.CanPrompt)
        {
            throw new UsageException("This deletes permanently, and the command cannot ask for confirmation. Add --yes to confirm.");
        }

        ReadRequest request = ReadRequest.CreateDefault(identifier.Type);
        Func<KajabiClient, CancellationToken, Task<Document>> read = operations.PrepareGet(request, identifier.Id);
        await using Connection connection = await ConnectForWritingAsync(cancellationToken);
        Document document = await read(connection.Client, cancellationToken);
        string description = Describe(document.PrimaryData[0], identifier, connection);
        if (!isConfirmed)
        {
            await ConfirmAsync(description, cancellationToken);
        }

        await delete(connection.Client, cancellationToken);
        Terminal.WriteMessage($"deleted {description}.");
        Write(result, new ChangeResult(identifier, "deleted"));
    }

    /// <summary>Describes the resource by type, id, title, site and account.</summary>
    private static string Describe(Resource resource, ResourceIdentifier identifier, Connection connection)
    {
        string title = ResourceTitle.Find(resource) is { } text ? $" \"{DisplayValue.Truncate(text, 60)}\"" : string.Empty;
        string site = resource.Relationships["site"]?.Identifiers is [var one, ..] ? $" of site {one.Id}" : string.Empty;
        return $"{identifier.Type} {identifier.Id}{title}{site} in {connection.DisplayName}";
    }

    /// <exception cref="AbortedException">The user declined.</exception>
    private async Task ConfirmAsync(string description, CancellationToken cancellationToken)
    {
        string? input = await Terminal.PromptAsync($"delete {description} permanently? Type yes: ", cancellationToken);
        if (input?.Trim().Equals("yes", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new AbortedException("nothing was deleted, because the input was not yes.");
        }
    }
}
