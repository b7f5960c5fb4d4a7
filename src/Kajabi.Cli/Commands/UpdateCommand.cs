using System.CommandLine;
using Kajabi.Cli.Operations;
using Kajabi.Cli.Options;

namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi update &lt;type&gt; &lt;id&gt;</c>: updates attributes and relationships of a resource.</summary>
internal sealed class UpdateCommand : WriteCommand
{
    private readonly Argument<string> _id;

    public UpdateCommand(Terminal terminal)
        : this(terminal, IdArgument.Create()) { }

    private UpdateCommand(Terminal terminal, Argument<string> id)
        : base(
            terminal,
            "update",
            "Update the given attributes and relationships of a resource and show it. All others stay unchanged.",
            ResourceCatalog.Updatable,
            ["kajabi update contact 123 --set \"name=Ines Ferro\"", "kajabi update contact 123 --set-json phone_number=null"],
            id
        )
    {
        _id = id;
    }

    protected override Func<KajabiClient, CancellationToken, Task<Document>> Prepare(
        ParseResult result,
        ResourceOperations operations,
        WriteRequest request
    ) => operations.PrepareUpdate(request, IdArgument.Read(result, _id));
}
