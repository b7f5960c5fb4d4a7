using System.CommandLine;
using Kajabi.Cli.Operations;

namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi create &lt;type&gt;</c>: creates a resource.</summary>
internal sealed class CreateCommand(Terminal terminal)
    : WriteCommand(
        terminal,
        "create",
        "Create a resource and show it.",
        ResourceCatalog.Creatable,
        [
            "kajabi create contact --set \"name=Ines Ferro\" --set email=ines@example.com --relate site=1",
            "kajabi create contact_note --set \"body=Called back\" --relate contact=123",
        ]
    )
{
    protected override Func<KajabiClient, CancellationToken, Task<Document>> Prepare(
        ParseResult result,
        ResourceOperations operations,
        WriteRequest request
    ) => operations.PrepareCreate(request);
}
