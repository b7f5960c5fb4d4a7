using System.CommandLine;
using Kajabi.Cli.Operations;

namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi create &lt;type&gt;</c>: creates a resource.</summary>
internal sealed class CreateCommand(Terminal terminal)
    : WriteCommand(terminal, "create", "Create a resource and show it.", ResourceCatalog.Creatable)
{
    protected override Func<KajabiClient, CancellationToken, Task<Document>> Prepare(
        ParseResult result,
        ResourceOperations operations,
        WriteRequest request
    ) => operations.PrepareCreate(request);
}
