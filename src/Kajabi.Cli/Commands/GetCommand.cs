using System.CommandLine;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Operations;
using Kajabi.Cli.Options;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi get &lt;type&gt; &lt;id&gt;</c>: shows one resource with its related resources.</summary>
internal sealed class GetCommand : CliCommand
{
    private readonly ReadOptions _options = new("Required by a few types to read a single resource: site_id=9 is sent as filter[site_id].");
    private readonly Argument<string> _id = IdArgument.Create();
    private readonly OutputOptions _output;

    public GetCommand(Terminal terminal)
        : base(
            terminal,
            "get",
            "Show a summary of one resource with its related resources. Without --include and --fields, those that the API can include are "
                + "loaded; --json and --output csv load what you name only.",
            $"Print one JSON object. {ReadOptions.JsonFormatDescription}",
            [
                "kajabi get contact 123",
                "kajabi get contact 123 --full",
                "kajabi get contact 123 --include offers,tags --json",
                "kajabi get offer 456 --columns title,price_in_cents --output csv",
            ]
        )
    {
        _output = new OutputOptions(_options.Type);
        AddParameters([_options.Type, _id], [.. _options.All, .. _output.All]);
    }

    protected override async Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken)
    {
        ReadRequest request = _options.Read(result);
        ResourceOperations operations = ResourceCatalog.Get(request.Type);
        if (request is { Include.Count: 0, Fields.Count: 0 } && _output.ReadFormat(result, IsJson(result)) == OutputFormat.Table)
        {
            request = request with { Include = operations.SingleIncludes };
        }

        IResourceOutput output = _output.Create(result, Terminal, request, IsJson(result));
        Func<KajabiClient, CancellationToken, Task<Document>> read = operations.PrepareGet(request, IdArgument.Read(result, _id));
        await using Connection connection = await ConnectAsync(cancellationToken);
        Document document = await read(connection.Client, cancellationToken);
        output.WriteOne(document.PrimaryData[0]);
        WarnAboutUnlinkedResources(request, document);
    }
}
