using System.CommandLine;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Operations;
using Kajabi.Cli.Options;

namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi get &lt;type&gt; &lt;id&gt;</c>: shows one resource with its related resources.</summary>
internal sealed class GetCommand : CliCommand
{
    private readonly ReadOptions _options = new("Required by a few types to read a single resource: site_id=9 is sent as filter[site_id].");
    private readonly Argument<string> _id = IdArgument.Create();

    public GetCommand(Terminal terminal)
        : base(
            terminal,
            "get",
            "Show one resource with its related resources.",
            $"Print one JSON object. {ReadOptions.JsonFormatDescription}"
        )
    {
        AddParameters([_options.Type, _id], _options.All);
    }

    protected override async Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken)
    {
        ReadRequest request = _options.Read(result);
        Func<KajabiClient, CancellationToken, Task<Document>> read = ResourceCatalog
            .Get(request.Type)
            .PrepareGet(request, IdArgument.Read(result, _id));
        await using Connection connection = await ConnectAsync(cancellationToken);
        Document document = await read(connection.Client, cancellationToken);
        CreateOutput(result, request).WriteOne(document.PrimaryData[0]);
        WarnAboutUnlinkedResources(request, document);
    }
}
